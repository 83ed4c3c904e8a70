"""What is read as a name and is none by its form: a heading, a room, the way between two towns."""

import re
from collections.abc import Iterable, Iterator

from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name, is_ordinary, is_place, is_surname

# *A. Geleideformulier*, *D. Personalia*, *E. Akkoord*: parts of a paper.
_HEADING = re.compile(r"^(?P<letter>[A-H])\.[ ](?P<word>[A-ZÀ-Þ][a-zà-ÿ]+)$", re.MULTILINE)
_FEWEST_HEADINGS = 2
_ROOM = re.compile(r"(?:[Vv]ergaderz|[Rr]aadz|[Zz])aal|[Kk]amer|Room|[Ll]okaal")
# *Zwolle-Assen vv*, *Gent-Terneuzen*
_WAY = re.compile(r"(?P<one>[A-ZÀ-Þ][\w'’]+)-(?P<other>[A-ZÀ-Þ][\w'’]+)(?:[ ](?:vv|v\.v\.))?")


def without_no_people(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without what is nobody's name, whoever took it for one."""
    headings = _headings(text)
    for one in findings:
        if one.category is not Category.PERSON or not (
            one.start in headings or _is_room(one.text) or _is_way(one.text)
        ):
            yield one


def _headings(text: str) -> set[int]:
    """Where the parts of a paper begin: letters that go up, before words that are no names."""
    parts = [part for part in _HEADING.finditer(text) if _is_word(part["word"])]
    letters = [part["letter"] for part in parts]
    goes_up = len(set(letters)) >= _FEWEST_HEADINGS and letters == sorted(letters)
    return {part.start() for part in parts} if goes_up else set()


def _is_word(word: str) -> bool:
    return is_ordinary(word) and not (is_surname(word) or is_first_name(word))


def _is_room(written: str) -> bool:
    """*Zaal 3.12 (beamer)*, invited as people are."""
    first, _, rest = written.partition(" ")
    return _ROOM.fullmatch(first) is not None and rest[:1].isdigit()


def _is_way(written: str) -> bool:
    way = _WAY.fullmatch(written)
    return way is not None and all(
        is_place(town) and not is_surname(town) for town in way.group("one", "other")
    )
