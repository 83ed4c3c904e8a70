"""What the reader of a Word file could not take over, each with its place."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Remark:
    """``paragraph`` counts from 1 in the Word file; 0 is the file as a whole."""

    paragraph: int
    heading: str = field(repr=False)
    message: str

    @property
    def place(self) -> str:
        """Where, in Dutch."""
        if not self.paragraph:
            return "het hele bestand"
        under = f", onder de kop “{self.heading}”" if self.heading else ""
        return f"alinea {self.paragraph}{under}"


@dataclass(slots=True)
class Remarks:
    """Collects remarks; the reader says where it is."""

    paragraph: int = 0
    heading: str = ""
    rows: list[Remark] = field(default_factory=list)
    _once: set[str] = field(default_factory=set)
    _known: set[Remark] = field(default_factory=set)

    def add(self, message: str) -> None:
        """Something at this place; the same thing at the same place counts once."""
        self._row(Remark(self.paragraph, self.heading, message))

    def once(self, message: str) -> None:
        """Something of which the first place is enough."""
        if message not in self._once:
            self._once.add(message)
            self.add(message)

    def general(self, message: str) -> None:
        """Something about the file as a whole."""
        self._row(Remark(0, "", message))

    def _row(self, row: Remark) -> None:
        if row not in self._known:
            self._known.add(row)
            self.rows.append(row)
