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

    def add(self, message: str) -> None:
        """Something at this place; the same thing at the same place counts once."""
        row = Remark(self.paragraph, self.heading, message)
        if row not in self.rows:
            self.rows.append(row)

    def once(self, message: str) -> None:
        """Something of which the first place is enough."""
        if message not in self._once:
            self._once.add(message)
            self.add(message)

    def general(self, message: str) -> None:
        """Something about the file as a whole."""
        row = Remark(0, "", message)
        if row not in self.rows:
            self.rows.append(row)
