import struct
from typing import Any

import pytest
from lxml import etree, html

from tests.web.conftest import Site
from woo.dossier.decisions import load_decisions
from woo.pipeline.worklist import State


def find(part: Any, path: str) -> list[Any]:
    found = part.xpath(path)
    assert isinstance(found, list)
    return found


def _every_page(unchanged: Site) -> dict[str, str]:
    paths = ["/", "/?toon=to_review", "/personen", "/hulp"]
    paths += [f"/documenten/{row.entry.id}" for row in unchanged.rows]
    pages = {path: unchanged.browser.get(path) for path in paths}
    assert {page.status_code for page in pages.values()} == {200}
    term = unchanged.post("/term", term="Korenbloem")
    return {path: page.text for path, page in pages.items()} | {"term": term.text}


def test_every_page_is_sound_and_stays_on_this_host(unchanged: Site) -> None:
    for path, text in _every_page(unchanged).items():
        page = html.document_fromstring(text)
        assert page.get("lang") == "nl", path
        assert len(page.findall(".//h1")) == 1, path
        assert page.findtext(".//title"), path
        ids = find(page, "//@id")
        assert len(ids) == len(set(ids)), path
        for address in find(page, "//@href | //@src | //@action | //@srcset"):
            assert address.startswith(("/", "#")), (path, address)
            assert not address.startswith("//"), (path, address)
        assert not find(page, "//script[not(@src)] | //style | //@style | //@onclick"), path


def test_every_field_has_a_label_and_every_picture_a_description(unchanged: Site) -> None:
    for path, text in _every_page(unchanged).items():
        page = html.document_fromstring(text)
        labelled = set(find(page, "//label/@for"))
        for field in find(page, "//input[not(@type='hidden')] | //select"):
            inside = find(field, "ancestor::label")
            assert field.get("id") in labelled or inside, (path, field.get("name"))
        for button in find(page, "//button"):
            assert button.text_content().strip(), path
        assert all(alt.strip() for alt in find(page, "//img/@alt")), path
        assert not find(page, "//img[not(@alt)]"), path


def test_pages_are_well_formed(unchanged: Site) -> None:
    for path, text in _every_page(unchanged).items():
        parser = etree.HTMLParser()
        etree.fromstring(text.encode(), parser)
        # libxml2 knows HTML 4: it stumbles over names of elements that came later, nothing else.
        faults = [one.message for one in parser.error_log if not one.message.endswith(" invalid")]
        assert faults == [], path


def test_text_from_a_document_is_never_markup(unchanged: Site) -> None:
    page = unchanged.browser.get("/").text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_overview_shows_deadline_states_and_problems(unchanged: Site) -> None:
    page = unchanged.browser.get("/").text
    assert "Uiterlijk beslissen op 30 september 2024" in page
    assert "te beoordelen (2)" in page
    assert "probleem (1)" in page
    assert "beschadigd" in page
    assert "Planning" not in unchanged.browser.get("/?toon=problem").text


def test_an_unknown_state_is_not_found(unchanged: Site) -> None:
    assert unchanged.browser.get("/?toon=alles").status_code == 404


def test_a_document_shows_every_decision_on_the_page_and_in_the_list(unchanged: Site) -> None:
    page = html.document_fromstring(unchanged.browser.get(f"/documenten/{unchanged.first}").text)
    with unchanged.dossier.transaction() as connection:
        decisions = load_decisions(connection, unchanged.first)
    anchors = [f"b-{one.start}-{one.end}" for one in decisions]
    assert anchors
    assert find(page, "//li[contains(@class, 'decision ')]/@id") == anchors
    assert find(page, "//g[@class='marks']/a/@data-for") == anchors
    boxes = find(page, "//g[@class='marks']//rect[contains(@class, 'mark-box')]")
    assert len(boxes) >= len(anchors)
    labels = find(page, "//g[@class='marks']//g[@class='tag']/text/text()")
    assert labels.count("5.1.2e") == sum(one.redact for one in decisions)


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "9999999", "²"])
def test_a_page_that_does_not_exist_is_told(unchanged: Site, number: str) -> None:
    answer = unchanged.browser.get(f"/documenten/{unchanged.first}", params={"pagina": number})
    assert (answer.status_code in (400, 404)) or (number == "0" and answer.status_code == 200)


def test_the_picture_of_a_page_is_a_png_and_is_not_sent_twice(unchanged: Site) -> None:
    path = f"/documenten/{unchanged.first}/pagina/1.png"
    answer = unchanged.browser.get(path)
    assert answer.headers["content-type"] == "image/png"
    width, height = struct.unpack(">II", answer.content[16:24])
    assert (width, height) == (893, 1263)  # A4 at 1.5 pixels a point
    sharp = unchanged.browser.get(path, params={"scherp": "1"}).content
    assert struct.unpack(">I", sharp[16:20])[0] == 1786
    again = unchanged.browser.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_file_that_was_not_read_has_a_page_that_says_so(unchanged: Site) -> None:
    broken = next(row for row in unchanged.rows if row.state is State.PROBLEM)
    page = unchanged.browser.get(f"/documenten/{broken.entry.id}").text
    assert "niet gelezen" in page
    assert unchanged.browser.get(f"/documenten/{broken.entry.id}/pagina/1.png").status_code == 404


def test_people_stand_in_one_row_with_their_counts(unchanged: Site) -> None:
    page = html.document_fromstring(unchanged.browser.get("/personen").text)
    names = [name.strip() for name in find(page, "//span[@class='name']/text()")]
    assert len(names) == len(set(names))
    assert any("Dokkum-Harmsen" in name for name in names)
