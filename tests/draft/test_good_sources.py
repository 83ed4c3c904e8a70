"""Well-written sources get no errors, and no hints either: a false alarm is a bug."""

from datetime import date
from pathlib import Path

import pytest

from woo.draft.check import check
from woo.draft.examples import example_source
from woo.draft.kinds import kind_names, template_folders
from woo.pipeline.draft_checking import Wanted, check_draft
from woo.reference.office_holders import holders

FOLDER = Path(__file__).parent / "good"
SOURCES = sorted(FOLDER.glob("*.md"))
TODAY = date(2026, 9, 1)

LETTER = """\
---
soort: kamerbrief
titel: Proef
organisatie: Ministerie van Voorbeeldzaken
aan: De Voorzitter van de Tweede Kamer der Staten-Generaal
datum: {day}
referentie: 2026-0000777002
ondertekenaars:
  - ambt: De {office}
    naam: {name}
---

Hierbij bied ik u het rapport aan.
"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", kind_names(template_folders(None)))
def test_an_example_is_without_any_message(kind: str) -> None:
    assert check_draft(example_source(kind), Wanted()) == ()


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_good_source_is_without_any_message(source: Path) -> None:
    text = source.read_text("utf-8")
    assert check(text, folder=FOLDER, today=TODAY) == ()
    assert check_draft(text, Wanted(folder=FOLDER)) == ()


@pytest.mark.slow
def test_everybody_on_the_list_may_sign_on_the_first_and_last_day() -> None:
    wrong = []
    for one in holders():
        initial = f"{one.name[0]}.X. {one.name.partition(' ')[2]}"
        for day in {one.start, one.end or one.start}:
            source = LETTER.format(day=day.isoformat(), office=one.office, name=initial)
            problems = check(source, today=day)
            wrong += [(one.name, problem) for problem in problems]
    assert wrong == []
