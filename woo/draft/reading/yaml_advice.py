"""Say in Dutch what is wrong with YAML, at the place where an author should look."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from woo.draft.reading.marks import MARK_VALUE
from woo.draft.reading.places import Place

if TYPE_CHECKING:
    from yaml import MarkedYAMLError
    from yaml.reader import ReaderError

_START = "De kop is geen geldige YAML."
_SPACE = "Schrijf veld: waarde, met een spatie na de :."
_ALIGN = "Laat deze regel even ver inspringen als de vorige."
_COLON = f"{_START} Zet tekst met een dubbele punt tussen quotes."

# What PyYAML says (problem, with its context), what to write, and whether the mistake is where the
# context began rather than where the parser gave up.
_ADVICE: tuple[tuple[str, str, bool], ...] = (
    (r"character '\\t'", "In de kop staat een tab. Gebruik spaties om in te springen.", False),
    (r"cannot start any token", "Tekst die met dit teken begint, hoort tussen quotes.", False),
    (r"unknown escape", "Na een \\ kan dit teken niet. Gebruik enkele quotes: 'tekst'.", False),
    (r"quoted scalar", "De quote die hier begint, wordt niet gesloten.", True),
    (r"simple key|expected ':'", _SPACE, True),
    (r"sequence entries", "Een waarde die met een streepje begint, hoort tussen quotes: '-'. "
     "Een lijst begint op de regel eronder.", False),
    (r"block scalar", "Tekst die met > of | begint, hoort tussen quotes.", True),
    (r"mapping keys", "Tekst die met ? begint, hoort tussen quotes.", False),
    (r"flow sequence", "De lijst die hier begint, wordt niet gesloten met ].", True),
    (r"flow mapping", "De groep die hier begint, wordt niet gesloten met }.", True),
    (r"alias|anchor", "Tekst die met * of & begint, hoort tussen quotes.", True),
    (r"tag|directive", "Tekst die met ! of % begint, hoort tussen quotes.", True),
    (r"block (?:map|col|seq|end)", _ALIGN, False),
)  # fmt: skip


# What stands before a value: the dash of a list, the name of a field.
_BEFORE = r"^\s*(?:-\s+)?(?:\w+:\s+)?"
_MARKED = re.compile(rf"{_BEFORE}(?P<value>\[[^\[\]]*\])\s?\{{\s*\d")
_HALF_QUOTED = re.compile(
    rf"{_BEFORE}(?P<value>(?P<quote>['\"])(?:(?!(?P=quote)).)+(?P=quote)\s*[^\s#'\"])"
)
_WHOLE_IN_QUOTES = {
    "'": "Zet de hele waarde tussen dubbele quotes: \"'Naam' en meer\".",
    '"': "Zet de hele waarde tussen enkele quotes: '\"Naam\" en meer'.",
}
_FIELD = re.compile(r"^(?P<indent> *)(?P<value>[a-z_]+):(?:\s|$)")
_ITEM = re.compile(r"^(?P<indent> *)- +(?P<is_row>[a-z_]+:(?:\s|$))?")
_NO_SPACE = re.compile(r"^\s*(?:- +)?[a-z_]+(?P<value>:)[^\s/]")
_HARD_SPACE = re.compile("^\\s*(?:- +)?[a-z_]+:(?P<value>\N{NO-BREAK SPACE})")
_CURLY = re.compile(rf"{_BEFORE}(?P<value>[“”„‘’].*:\s)")
_MORE_TEXT = re.compile(r"^(?P<value>[^\s:#-][^:]*)$")
_INDENTED = "Is dit een veld? Haal dan de spaties ervoor weg."
_GOES_ON = "Hoort dit bij de regel erboven? Zet er twee spaties voor."
_OR_TEXT = f"{_INDENTED} Hoort het bij de regel erboven? Zet die tekst dan tussen quotes."


def yaml_problem(error: "MarkedYAMLError", text: str) -> tuple[Place, str]:
    """Line and column, from 1 in the YAML ``text``, and what to write."""
    said = f"{error.problem or ''} {error.context or ''}"
    lines = text.split("\n")
    found = _of_line(said, lines, _place(error.problem_mark)[0])
    if found := found or _from_word(lines, _place(error.context_mark or error.problem_mark)[0]):
        place, advice = found
        return place, f"{_START} {advice}"
    for pattern, advice, at_context in _ADVICE:
        if re.search(pattern, said):
            mark = (error.context_mark if at_context else None) or error.problem_mark
            return _place(mark), f"{_START} {advice}"
    return _place(error.problem_mark), _COLON


def _of_line(said: str, lines: Sequence[str], number: int) -> tuple[Place, str] | None:
    """What the line itself shows to be wrong, where the parser only says what it expected."""
    line = lines[number - 1] if number <= len(lines) else ""
    if "flow" not in said and (match := _MARKED.match(line)):
        return _at(number, match), f"Een merkteken kan hier niet. Schrijf {MARK_VALUE}."
    if "block end" in said and (match := _HALF_QUOTED.match(line)):
        return _at(number, match), _WHOLE_IN_QUOTES[match["quote"]]
    if "document start" in said:
        first = next((at for at, one in enumerate(lines, 1) if _is_content(one)), 0)
        if first and lines[first - 1][0] == " ":
            return (first, 1), _INDENTED
    above = next((at for at in range(number - 1, 0, -1) if _is_content(lines[at - 1])), 0)
    if "mapping values" in said and above and (found := _before(above, lines[above - 1], line)):
        return found
    if above and (match := _FIELD.match(line)) and match["indent"]:
        return _indented(number, match, lines[above - 1])
    return None


def _before(number: int, above: str, line: str) -> tuple[Place, str] | None:
    """What is wrong with the line above one that begins a field where none can be."""
    if match := _NO_SPACE.match(above):
        return _at(number, match), _SPACE
    item, field = _ITEM.match(above), _FIELD.match(line)
    if item and field and not item["is_row"] and len(field["indent"]) == item.end():
        return (number, item.end() + 1), "Zet er een veld voor, zoals - naam: tekst."
    return None


def _from_word(lines: Sequence[str], number: int) -> tuple[Place, str] | None:
    """What looks right to somebody who is used to Word: its quotes, its spaces, its line ends."""
    line = lines[number - 1] if number <= len(lines) else ""
    if match := _CURLY.match(line):
        return _at(number, match), 'Gebruik rechte quotes om tekst met een dubbele punt: "tekst".'
    if match := _HARD_SPACE.match(line):
        return _at(number, match), "Na de : staat een vaste spatie uit Word. Typ een gewone spatie."
    above = lines[number - 2] if number > 1 else ""
    field = _FIELD.match(above)
    if field and field.end() < len(above.rstrip()) and _MORE_TEXT.match(line):
        return (number, 1), f"{_GOES_ON} Is het een veld? {_SPACE}"
    return None


def _indented(number: int, field: re.Match[str], above: str) -> tuple[Place, str] | None:
    """A field that stands too far to the right, below a value or a list of values."""
    item, beside = _ITEM.match(above), _FIELD.match(above)
    if beside and (above.rstrip().endswith(":") or beside["indent"] == field["indent"]):
        return None
    if item and item["is_row"]:
        is_beside = len(field["indent"]) == item.start("is_row")
        return None if is_beside else (_at(number, field), _ALIGN)
    if item and len(field["indent"]) > len(item["indent"]):
        return None
    return _at(number, field), _INDENTED if item else _OR_TEXT


def _at(number: int, match: re.Match[str]) -> Place:
    return number, match.start("value") + 1


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _place(mark: object) -> Place:
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    return int(line) + 1, int(column) + 1


def character_problem(error: "ReaderError", text: str) -> tuple[Place, str]:
    """The same for a character that YAML does not allow."""
    before = text[: error.position]
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    return place, "De kop bevat een teken dat niet mag. Haal het weg."
