import pytest

from tests.web.conftest import Site
from woo.dossier.decisions import load_decisions
from woo.pipeline.worklist import State

PLACES = ("gelakt", "gelakt.pdf", "gelakt/1.png")


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_nothing_redacted_is_shown_before_it_was_verified(site: Site, place: str) -> None:
    site.dossier.layout.redacted(site.first).write_bytes(b"%PDF-1.7")
    assert site.browser.get(f"/documenten/{site.first}/{place}").status_code == 409


@pytest.mark.slow
def test_after_the_run_the_redacted_document_stands_beside_the_original(site: Site) -> None:
    site.redact()
    assert site.rows[0].state is State.VERIFIED
    page = site.browser.get(f"/documenten/{site.first}/gelakt")
    assert page.status_code == 200
    assert f"/documenten/{site.first}/gelakt/1.png" in page.text
    pdf = site.browser.get(f"/documenten/{site.first}/gelakt.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.content == site.dossier.layout.redacted(site.first).read_bytes()
    assert site.browser.get(f"/documenten/{site.first}/gelakt/1.png").content[:4] == b"\x89PNG"
    assert "2 opnieuw gelakt, 2 gecontroleerd" in site.browser.get("/").text


@pytest.mark.slow
def test_after_another_decision_the_old_redaction_is_no_longer_shown(site: Site) -> None:
    site.redact()
    with site.dossier.transaction() as connection:
        decision = next(one for one in load_decisions(connection, site.first) if one.redact)
    answer = site.post(
        f"/documenten/{site.first}/beslissing",
        start=decision.start,
        end=decision.end,
        effect="keep",
    )
    assert answer.status_code == 303
    assert site.rows[0].state.value == "to_review"
    assert site.browser.get(f"/documenten/{site.first}/gelakt.pdf").status_code == 409
    site.post("/goedkeuren")
    assert site.rows[0].state.value == "approved"
    assert site.browser.get(f"/documenten/{site.first}/gelakt.pdf").status_code == 409


@pytest.mark.slow
def test_a_redacted_file_that_somebody_changed_is_not_shown(site: Site) -> None:
    site.redact()
    with site.dossier.layout.redacted(site.first).open("ab") as file:
        file.write(b"%")
    assert site.browser.get(f"/documenten/{site.first}/gelakt.pdf").status_code == 409
