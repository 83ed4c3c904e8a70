"""A note stands at the foot of the page that has its number, or goes over to the next."""

import re
from pathlib import Path

import pytest

from tests.draft.pages import letter, lines, pdf

# The last words of a paragraph go over to the next page together, and some have a note.
SENTENCE = "Een zin van deze alinea is zo lang dat hij wel een hele regel van de brief vult. "
NOTED = "".join(f"{SENTENCE}Zie W{{}}{n}[^{{}}{n}]. " for n in "abcd")
NOTE = "Een noot die zelf ook een paar regels vult. " * 3
FORMS = {
    "a paragraph": "{}\n\n",
    "a list": "- {}\n- Nog een punt.\n\n",
    "a table": "| Jaar | Wat |\n|---|---|\n| 2026 | {} |\n\n",
}


def source(form: str, before: int) -> str:
    """A letter with this many lines before each of three texts with notes."""
    blocks, notes = "", ""
    for place in "xyz":
        blocks += "Regel.\n\n" * before + form.format(NOTED.replace("{}", place))
        notes += "".join(f"[^{place}{n}]: N{place}{n} {NOTE}\n" for n in "abcd")
    return letter(f"{blocks}{notes}")


def pages_of(content: bytes, sign: str) -> dict[str, int]:
    """The page on which each word with this sign first stands."""
    found: dict[str, int] = {}
    for one in lines(content):
        for word in re.findall(f"{sign}([xyz][abcd])", one.text):
            found.setdefault(word, one.page)
    return found


# In a table that breaks, a line may have room and its note too, but not both: Typst sets the note.
STRAY = {"a paragraph": 0, "a list": 0, "a table": 1}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_no_note_stands_a_page_before_its_number(form: str, tmp_path: Path) -> None:
    for before in range(4, 30):
        made = pdf(source(FORMS[form], before), tmp_path)
        numbers, notes = pages_of(made, "W"), pages_of(made, "N")
        assert len(numbers) == len(notes) == 12
        early = [one for one in notes if notes[one] < numbers[one]]
        assert len(early) <= STRAY[form], (before, early)
