"""What the reader of a Word file could not take over, each with its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    """``paragraph`` counts from 1 in the Word file; 0 is the file as a whole.

    ``note`` is the number of the footnote that it is in, if any.
    """

    paragraph: int = 0
    heading: str = field(default="", repr=False)
    note: int = 0

    @property
    def name(self) -> str:
        """Where, in Dutch."""
        if self.note:
            return f"voetnoot {self.note}"
        if not self.paragraph:
            return "het hele bestand"
        under = f", onder de kop “{self.heading}”" if self.heading else ""
        return f"alinea {self.paragraph}{under}"


TOP = Place()
CHANGED = (
    "Bijgehouden wijzigingen: ingevoegde tekst is overgenomen, verwijderde tekst niet. "
    "Accepteer of weiger de wijzigingen eerst in Word."
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not taken over as it was."""

    at: Place
    message: str

    @property
    def place(self) -> str:
        """Where, in Dutch."""
        return self.at.name


@dataclass(slots=True)
class Remarks:
    """Collects remarks; the reader says where it is."""

    here: Place = TOP
    rows: list[Remark] = field(default_factory=list)
    _once: set[str] = field(default_factory=set)
    _known: set[Remark] = field(default_factory=set)

    def next_paragraph(self) -> None:
        """The reader goes to the next paragraph."""
        self.here = replace(self.here, paragraph=self.here.paragraph + 1)

    def under(self, heading: str) -> None:
        """The reader is under another heading."""
        self.here = replace(self.here, heading=heading)

    @contextmanager
    def at(self, place: Place) -> Iterator[None]:
        """Go back to a place, or into a note, for a while."""
        before, self.here = self.here, place
        yield
        self.here = before

    def add(self, message: str) -> None:
        """Something at this place; the same thing at the same place counts once."""
        self._row(Remark(self.here, message))

    def once(self, message: str) -> None:
        """Something of which the first place is enough."""
        if message not in self._once:
            self._once.add(message)
            self.add(message)

    def general(self, message: str) -> None:
        """Something about the file as a whole."""
        self._row(Remark(TOP, message))

    def _row(self, row: Remark) -> None:
        if row not in self._known:
            self._known.add(row)
            self.rows.append(row)
