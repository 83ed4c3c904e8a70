"""What each tool's labels are among our categories, and how a tool's spans become findings.

A label without a category does not count, for or against. A *wide* label names more than our
category does (every date, not only one of birth): it counts where it touches a mark of that
category and is not held against the tool elsewhere. A label that is not in the table raises, so
that none drops out silently.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.peers.answering import Span
from training.marked import Passage
from woo.model.finding import Category, Finding


@dataclass(frozen=True)
class Meaning:
    """Our categories for a label, and why these; the first is the one it counts as."""

    categories: tuple[Category, ...]
    why: str
    wide: bool = False


_SAME = "the same"
_NO_PERSON = "an organisation or thing, not somebody's data"
_DATES = "any date; ours is the date of birth alone"
_LINKS = "any web address; ours is somebody's profile alone"
_NUMBERS = (
    Category.PERSONNEL_NUMBER,
    Category.V_NUMBER,
    Category.IDENTITY_DOCUMENT,
    Category.CARE_NUMBER,
    Category.BSN,
)

MEANINGS: dict[str, dict[str, Meaning]] = {
    "deduce": {
        "persoon": Meaning((Category.PERSON,), _SAME),
        "patient": Meaning((Category.PERSON,), "a person whose name was given beforehand"),
        "emailadres": Meaning((Category.EMAIL,), _SAME),
        "telefoonnummer": Meaning((Category.PHONE,), _SAME),
        "bsn": Meaning((Category.BSN,), _SAME),
        "locatie": Meaning((Category.ADDRESS,), "also a town or street alone", wide=True),
        "datum": Meaning((Category.BIRTH_DATE,), _DATES, wide=True),
        "url": Meaning((Category.SOCIAL_PROFILE,), _LINKS, wide=True),
        "id": Meaning(_NUMBERS, "any long number", wide=True),
        "leeftijd": Meaning((), "an age alone is no category of ours"),
        "ziekenhuis": Meaning((), _NO_PERSON),
        "zorginstelling": Meaning((), _NO_PERSON),
    },
    "presidio": {
        "PERSON": Meaning((Category.PERSON,), _SAME),
        "EMAIL_ADDRESS": Meaning((Category.EMAIL,), _SAME),
        "PHONE_NUMBER": Meaning((Category.PHONE,), _SAME),
        "IBAN_CODE": Meaning((Category.IBAN,), _SAME),
        "IP_ADDRESS": Meaning((Category.IP_ADDRESS,), _SAME),
        "LOCATION": Meaning((Category.ADDRESS,), "also a town or country alone", wide=True),
        "DATE_TIME": Meaning((Category.BIRTH_DATE,), _DATES, wide=True),
        "URL": Meaning((Category.SOCIAL_PROFILE,), _LINKS, wide=True),
        "MEDICAL_LICENSE": Meaning((), "of the United States"),
        "NRP": Meaning((), "nationality, religion or politics, by a model that is not there"),
        "ORGANIZATION": Meaning((), _NO_PERSON),
        "CRYPTO": Meaning((), "no category of ours"),
        "MAC_ADDRESS": Meaning((), "no category of ours"),
        "UUID": Meaning((), _NO_PERSON),
    },
    "frog": {
        "PER": Meaning((Category.PERSON,), _SAME),
        "LOC": Meaning((Category.ADDRESS,), "a town, country or street alone", wide=True),
        "ORG": Meaning((), _NO_PERSON),
        "PRO": Meaning((), _NO_PERSON),
        "EVE": Meaning((), _NO_PERSON),
        "MISC": Meaning((), _NO_PERSON),
    },
}


def findings(tool: str, passage: Passage, spans: Iterable[Span]) -> tuple[Finding, ...]:
    """What a tool would blacken of our categories, in what quality is not told.

    Raises KeyError for a label that is not in the table.
    """
    made = []
    for start, end, label in spans:
        meaning = MEANINGS[tool][label]
        if meaning.categories and (not meaning.wide or _touches(passage, start, end, meaning)):
            made.append(
                Finding(
                    category=meaning.categories[0],
                    start=start,
                    end=end,
                    text=passage.text[start:end],
                    detector=tool,
                    score=1.0,
                )
            )
    return tuple(made)


def only_wide(tool: str, category: str) -> bool:
    """Does a tool reach a category by wide labels alone? Then its precision says nothing."""
    kinds = {m.wide for m in MEANINGS.get(tool, {}).values() if category in m.categories}
    return kinds == {True}


def _touches(passage: Passage, start: int, end: int, meaning: Meaning) -> bool:
    return any(
        mark.category in meaning.categories and mark.start < end and start < mark.end
        for mark in passage.marks
    )
