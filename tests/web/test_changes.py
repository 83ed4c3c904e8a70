import pytest

from tests.web.conftest import Site
from woo.dossier.decisions import load_decisions
from woo.dossier.findings import load_people
from woo.model.decision import Decision, Origin
from woo.model.record import Judgement
from woo.pipeline.worklist import State

pytestmark = pytest.mark.slow


def _decisions(site: Site, document: str) -> tuple[Decision, ...]:
    with site.dossier.transaction() as connection:
        return load_decisions(connection, document)


def _gone(site: Site) -> Decision:
    return next(one for one in _decisions(site, site.first) if one.redact)


def _at(site: Site, decision: Decision) -> Decision:
    place = (decision.start, decision.end)
    return next(one for one in _decisions(site, site.first) if (one.start, one.end) == place)


def _rule(site: Site, decision: Decision, effect: str, **fields: str | list[str]) -> int:
    return site.post(
        f"/documenten/{site.first}/beslissing",
        start=decision.start,
        end=decision.end,
        effect=effect,
        **fields,
    ).status_code


def test_letting_a_place_stay_changes_the_decision_and_can_be_undone(site: Site) -> None:
    decision = _gone(site)
    assert _rule(site, decision, "keep") == 303
    assert not _at(site, decision).redact
    assert _at(site, decision).origin is Origin.REVIEWER
    assert site.post("/ongedaan").status_code == 303
    assert _at(site, decision).redact
    assert site.post("/opnieuw").status_code == 303
    assert not _at(site, decision).redact


def test_several_grounds_are_kept(site: Site) -> None:
    decision = _gone(site)
    assert _rule(site, decision, "redact", ground=["5.1.2e", "5.2.1"]) == 303
    assert _at(site, decision).label == "5.1.2e 5.2.1"


def test_redacting_without_a_ground_is_refused(site: Site) -> None:
    decision = _gone(site)
    assert _rule(site, decision, "redact", ground=[""]) == 400
    assert _at(site, decision).origin is Origin.POLICY


@pytest.mark.parametrize(
    "fields",
    [
        {"ground": ["9.9.9"]},
        {"effect": "weg", "ground": ["5.1.2e"]},
        {"start": "-1", "ground": ["5.1.2e"]},
        {"end": "999999", "ground": ["5.1.2e"]},
        {"extra": "x", "ground": ["5.1.2e"]},
        {"back": "//elders.example", "ground": ["5.1.2e"]},
        {"back": "/\\elders.example", "ground": ["5.1.2e"]},
        {"back": "https://elders.example", "ground": ["5.1.2e"]},
        {"person": "../x", "ground": ["5.1.2e"]},
    ],
)
def test_a_form_that_does_not_fit_changes_nothing(
    site: Site, fields: dict[str, str | list[str]]
) -> None:
    before = _decisions(site, site.first)
    good: dict[str, str | list[str]] = {"start": "0", "end": "4", "effect": "redact"}
    answer = site.post(f"/documenten/{site.first}/beslissing", **(good | fields))
    assert answer.status_code == 400
    assert _decisions(site, site.first) == before


def test_one_decision_for_a_person_holds_in_the_whole_dossier(site: Site) -> None:
    with site.dossier.transaction() as connection:
        person = next(one for one in load_people(connection) if "Dokkum" in one.name)
    assert site.post(f"/personen/{person.id}", effect="keep").status_code == 303
    for row in site.rows:
        mine = [one for one in _decisions(site, row.entry.id) if one.person == person.id]
        assert not any(one.redact for one in mine)


def test_an_unknown_person_is_told(site: Site) -> None:
    assert site.post("/personen/p-9999", effect="keep").status_code == 400


def test_a_term_is_counted_before_it_is_redacted(site: Site) -> None:
    before = [_decisions(site, row.entry.id) for row in site.rows]
    page = site.post("/term", term="korenbloem")
    assert "3 keer gevonden in 2 documenten" in page.text
    assert [_decisions(site, row.entry.id) for row in site.rows] == before
    assert site.post("/term", term="korenbloem", ground="5.1.2f", effect="redact").is_redirect
    texts = [one.text for row in site.rows for one in _decisions(site, row.entry.id) if one.redact]
    assert texts.count("Korenbloem") == 3


def test_a_term_without_letters_is_refused(site: Site) -> None:
    assert site.post("/term", term="...").status_code == 400


def test_approving_leads_to_the_next_document_that_waits(site: Site) -> None:
    first, second = (row.entry.id for row in site.rows if row.state is State.TO_REVIEW)
    answer = site.post(f"/documenten/{first}/goedkeuren")
    assert answer.headers["location"] == f"/documenten/{second}"
    assert site.post(f"/documenten/{second}/goedkeuren").headers["location"] == "/"
    assert {row.state for row in site.rows} == {State.APPROVED, State.PROBLEM}


def test_a_whole_document_is_judged(site: Site) -> None:
    path = f"/documenten/{site.first}/oordeel"
    assert site.post(path, judgement="niet openbaar", ground="").status_code == 400
    assert site.post(path, judgement="geheim", ground="5.1.5").status_code == 400
    assert site.post(path, judgement="niet openbaar", ground="5.1.5").status_code == 303
    assert site.rows[0].entry.judgement is Judgement.NOT_PUBLIC
    assert site.rows[0].state is State.WITHHELD


@pytest.mark.slow
def test_while_a_command_is_at_work_a_change_is_refused_with_the_reason(site: Site) -> None:
    decision = _gone(site)
    with site.dossier.at_work():
        answer = site.post("/goedkeuren")
        assert answer.status_code == 400
        assert "Een andere opdracht werkt nu in dit dossier." in answer.text
        assert site.post("/lakken").status_code == 400
        assert site.browser.get("/").status_code == 200
    assert _rule(site, decision, "keep") == 303
