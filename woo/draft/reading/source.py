"""A source: front matter between lines of dashes, and a Markdown text under it."""

import re
from collections.abc import Sequence
from dataclasses import field

from woo.draft.reading.characters import check_characters
from woo.draft.reading.frontmatter import Entry, read_front_matter
from woo.draft.reading.markdown import Body, parse_markdown
from woo.draft.reading.second_source import second_front_matter
from woo.draft.tree import Blocks
from woo.model.draft import Problem
from woo.model.values import dataclass

MOST_CHARACTERS = 2_000_000
# What takes long to read and no document needs.
MOST_IN_LINE = 20_000
MOST_BRACKETS = 30_000
FENCE = "---"
_SECOND = "Hier begint een tweede kop. Zet elk stuk in een eigen bestand, of haal deze kop weg."
_MARK = re.compile(r"\{\s?(?:grond[=:]\s?)?\d{1,2}\.\d")


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed source. ``problems`` are those of its form; ``draft.check`` adds the rest."""

    entries: dict[str, Entry]
    blocks: Blocks = field(repr=False)
    footnotes: dict[int, Blocks] = field(repr=False)
    problems: tuple[Problem, ...]
    body_line: int

    def first(self, name: str) -> str:
        """The text of a field with one value, or an empty string."""
        entry = self.entries.get(name)
        return entry.values[0].text.strip() if entry and entry.values else ""


def is_source(text: str) -> bool:
    """Whether a Markdown text is meant as a source: it has front matter, or marks with a ground.

    Other Markdown, such as notes, is a text like any other.
    """
    first = text.removeprefix("\ufeff").lstrip().partition("\n")[0]
    return first.rstrip() == FENCE or _MARK.search(text) is not None


def parse(text: str) -> Source:
    """Parse a source. Never raises: what is wrong stands in ``problems`` with its line."""
    if len(text) > MOST_CHARACTERS:
        return _broken("Het bestand is te groot.")
    lines = with_line_feeds(text.removeprefix("\ufeff")).split("\n")
    if slow := _slow_to_read(lines):
        return slow
    if lines[0].rstrip() != FENCE:
        return _without_front(lines)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return _broken("Sluit de kop af met een regel ---.")
    body = parse_markdown("\n".join(lines[end + 1 :]), end + 2)
    if problem := _loses_the_rest(lines, end + 1, body):
        return Source({}, (), {}, (problem,), 1)
    front = read_front_matter("\n".join(lines[1:end]), 2)
    problems = (*front.problems, *body.problems, *check_characters(lines))
    return Source(front.entries, body.blocks, body.footnotes, problems, end + 2)


def _without_front(lines: Sequence[str]) -> Source:
    """What is wrong with a text that does not begin with front matter."""
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[first].strip() == FENCE:
        message = "Het bestand begint met ---. Haal de lege regels en spaties ervoor weg."
        return _broken(message, first + 1)
    return _broken("Begin het bestand met een kop: een regel --- met daaronder de velden.")


def _loses_the_rest(lines: Sequence[str], start: int, body: Body) -> Problem | None:
    """What makes that nothing can be said of all that follows: it is read as something else."""
    if body.unclosed:
        return body.unclosed
    code = [range(one.start - 1, one.stop - 1) for one in body.code]
    second = second_front_matter(lines, start, code)
    return None if second is None else Problem(second + 1, 1, _SECOND)


def _slow_to_read(lines: Sequence[str]) -> Source | None:
    """What is wrong with a text that would take too long to read."""
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_IN_LINE:
            return _broken("Deze regel is te lang. Verdeel de tekst over meer regels.", number)
    if sum(line.count("[") for line in lines) > MOST_BRACKETS:
        return _broken("De tekst heeft te veel haken ([).")
    return None


def with_line_feeds(text: str) -> str:
    """The text with one kind of line end, as its lines are counted."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _broken(message: str, line: int = 1) -> Source:
    return Source({}, (), {}, (Problem(line, 1, message),), 1)
