"""Say in Dutch what is wrong with YAML, at the place where an author should look."""

import re
from typing import TYPE_CHECKING

from woo.draft.reading.places import Place

if TYPE_CHECKING:
    from yaml import MarkedYAMLError
    from yaml.reader import ReaderError

_START = "De kop is geen geldige YAML."
_COLON = f"{_START} Zet tekst met een dubbele punt tussen quotes."

# What PyYAML says (problem, with its context), what to write, and whether the mistake is where the
# context began rather than where the parser gave up.
_ADVICE: tuple[tuple[str, str, bool], ...] = (
    (r"character '\\t'", "In de kop staat een tab. Gebruik spaties om in te springen.", False),
    (r"cannot start any token", "Tekst die met dit teken begint, hoort tussen quotes.", False),
    (r"unknown escape", "Na een \\ kan dit teken niet. Gebruik enkele quotes: 'tekst'.", False),
    (r"quoted scalar", "De quote die hier begint, wordt niet gesloten.", True),
    (r"simple key|expected ':'", "Schrijf veld: waarde, met een spatie na de :.", True),
    (r"flow sequence", "De lijst die hier begint, wordt niet gesloten met ].", True),
    (r"flow mapping", "De groep die hier begint, wordt niet gesloten met }.", True),
    (r"alias|anchor", "Tekst die met * of & begint, hoort tussen quotes.", True),
    (r"tag|directive", "Tekst die met ! of % begint, hoort tussen quotes.", True),
    (r"block (?:map|col|seq|end)", "Laat deze regel even ver inspringen als de vorige.", False),
)  # fmt: skip


def yaml_problem(error: "MarkedYAMLError") -> tuple[Place, str]:
    """Line and column, from 1 in the YAML, and what to write."""
    said = f"{error.problem or ''} {error.context or ''}"
    for pattern, advice, at_context in _ADVICE:
        if re.search(pattern, said):
            mark = (error.context_mark if at_context else None) or error.problem_mark
            return _place(mark), f"{_START} {advice}"
    return _place(error.problem_mark), _COLON


def _place(mark: object) -> Place:
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    return int(line) + 1, int(column) + 1


def character_problem(error: "ReaderError", text: str) -> tuple[Place, str]:
    """The same for a character that YAML does not allow."""
    before = text[: error.position]
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    return place, "De kop bevat een teken dat niet mag. Haal het weg."
