"""What people read: lines, JSON and the report, with places that can be found and no secrets."""

import re
from base64 import b64decode
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lxml import html
from pikepdf import Array, Pdf
from PIL import Image

from tests.verify.bad_redactions import TWINS
from tests.verify.samples import add_content, changed, clean_pdf, text
from woo.model.geometry import Box
from woo.model.leak import Leak, Severity
from woo.verify.groups import grouped, lines, page_ranges
from woo.verify.inspect import inspect
from woo.verify.report import Checked, html_report
from woo.verify.spots import MOST_ON_A_PAGE, spot_pictures

pytestmark = pytest.mark.slow

SECRET = "Zwartkruis"


def _leak(page: int | None, rule: str = "text-under-box", place: str = "hier") -> Leak:
    return Leak(rule=rule, place=place, page=page, box=Box(1, 2, 3, 4))


def test_many_places_on_a_page_are_one_line() -> None:
    (line,) = lines([_leak(3, place=f"{n},0 cm van links") for n in range(300)])
    assert line.startswith(
        "Lek: Onder een vak staat nog tekst (pagina 3, 300 plekken, de eerste: 0,0 cm van links)."
    )


def test_many_pages_are_one_line() -> None:
    (line,) = lines([_leak(page) for page in (*range(1, 41), 55, 60)])
    assert "42 plekken op 42 pagina's: 1-40, 55 en 60" in line


def test_leaks_come_before_warnings_and_rules_stay_apart() -> None:
    warning = Leak(rule="metadata", place="Info", severity=Severity.WARNING)
    groups = grouped([warning, _leak(2), _leak(1, "image-under-box"), _leak(1)])
    found = [(group.page, group.rule.code) for group in groups]
    assert found == [
        (1, "image-under-box"),
        (1, "text-under-box"),
        (2, "text-under-box"),
        (None, "metadata"),
    ]


def test_json_lists_every_place() -> None:
    (group,) = grouped([_leak(3, place="a"), _leak(3, place="b")])
    facts = group.as_json()
    assert (facts["rule"], facts["severity"], facts["page"], facts["count"]) == (
        "text-under-box",
        "leak",
        3,
        2,
    )
    assert facts["places"] == [
        {"place": place, "box": {"x0": 1, "y0": 2, "x1": 3, "y1": 4}} for place in "ab"
    ]


@pytest.mark.parametrize(
    ("pages", "shown"), [([1], "1"), ([1, 2, 3], "1-3"), ([1, 3, 5, 6], "1, 3 en 5-6")]
)
def test_page_ranges(pages: list[int], shown: str) -> None:
    assert page_ranges(pages) == shown


@pytest.mark.parametrize(
    ("angle", "place"),
    [
        (0, "1,2 cm van links, 13,0 cm van boven"),
        (90, "2,7 cm van links, 1,2 cm van boven"),
        (180, "8,6 cm van links, 2,7 cm van boven"),
        (270, "13,0 cm van links, 8,6 cm van boven"),
    ],
)
def test_places_are_those_of_the_displayed_page(angle: int, place: str, tmp_path: Path) -> None:
    def turned(pdf: Pdf) -> None:
        TWINS["filled_rectangle"][1](pdf)
        pdf.pages[0].Rotate = angle
        pdf.pages[0].CropBox = Array([20, 20, 380, 480])

    path = tmp_path / "a.pdf"
    path.write_bytes(changed(turned))
    (leak,) = inspect(path)
    assert leak.place == place


def _checked(change: object, path: Path, terms: tuple[str, ...] = ()) -> Checked:
    path.write_bytes(changed(change))  # type: ignore[arg-type]
    leaks = inspect(path, terms)
    return Checked(path.name, leaks, spot_pictures(path, leaks, terms))


def _picture(checked: Checked) -> Any:
    return np.asarray(Image.open(BytesIO(checked.pictures[0].png)).convert("L"))


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_the_picture_shows_the_spot(angle: int, tmp_path: Path) -> None:
    def turned(pdf: Pdf) -> None:
        TWINS["filled_rectangle"][1](pdf)
        pdf.pages[0].Rotate = angle

    checked = _checked(turned, tmp_path / "a.pdf")
    (picture,) = checked.pictures
    pixels = np.asarray(Image.open(BytesIO(picture.png)).convert("RGB")).astype(int)
    red = (pixels[:, :, 0] > 150) & (pixels[:, :, 1] < 60)
    rows, columns = np.nonzero(red)
    inside = pixels[rows.min() + 6 : rows.max() - 6, columns.min() + 6 : columns.max() - 6]
    assert picture.size == Image.open(BytesIO(picture.png)).size
    assert np.median(inside) < 20


def _nearly_hidden(pdf: Pdf) -> None:
    """Letters a shade away from their box: nothing for the eye, enough for a computer."""
    add_content(pdf, b"0.05 g 55 96 80 15 re f 0.1 g " + text(SECRET))


def test_hidden_letters_cannot_be_brought_up_from_a_picture(tmp_path: Path) -> None:
    checked = _checked(_nearly_hidden, tmp_path / "a.pdf")
    pixels = _picture(checked)
    rows, columns = np.nonzero(pixels < 40)
    box = pixels[rows.min() + 1 : rows.max() - 1, columns.min() + 1 : columns.max() - 1]
    assert len(np.unique(box)) == 1


@pytest.mark.parametrize("extra", [b"", b"0 g 55 130 80 15 re f"])
def test_a_term_on_the_page_is_painted_over(extra: bytes, tmp_path: Path) -> None:
    def shown(pdf: Pdf) -> None:
        add_content(pdf, text(SECRET, size=20) + extra)

    checked = _checked(shown, tmp_path / "a.pdf", (SECRET,))
    assert "secret-in-text" in {picture.rule for picture in checked.pictures}
    for picture in checked.pictures:
        pixels = np.asarray(Image.open(BytesIO(picture.png)).convert("L"))
        dark = np.count_nonzero(pixels < 60)
        assert dark == 0 or extra  # letters are black; a box may be
        grey = np.count_nonzero(abs(pixels.astype(int) - 128) < 10)
        assert grey > 2000


def test_a_page_whose_picture_shows_a_term_is_not_pictured(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(changed(TWINS["filled_rectangle"][1]))
    leaks = (*inspect(path), Leak(rule="secret-in-picture", place="beeld", page=1))
    assert spot_pictures(path, leaks, (SECRET,)) == ()


def test_pictures_of_a_page_have_a_limit(tmp_path: Path) -> None:
    def many(pdf: Pdf) -> None:
        for step in range(40):
            x, y = 20 + 180 * (step % 2), 20 + 23 * (step // 2)
            bar = f"0 g {x - 2} {y - 3} 80 13 re f ".encode()
            add_content(pdf, text(SECRET, x=x, y=y) + bar)

    checked = _checked(many, tmp_path / "a.pdf")
    assert sum(leak.rule == "text-under-box" for leak in checked.leaks) == 40
    assert 1 <= len(checked.pictures) <= MOST_ON_A_PAGE
    assert all(max(picture.size) <= 800 for picture in checked.pictures)


@pytest.fixture
def report(tmp_path: Path) -> str:
    checked = [
        _checked(TWINS[name][1], tmp_path / f"{name}.pdf", (SECRET,))
        for name in ("filled_rectangle", "author", "redaction_not_applied", "white_text")
    ]
    (tmp_path / "a.pdf").write_bytes(clean_pdf())
    checked.append(Checked("<schoon>.pdf", inspect(tmp_path / "a.pdf")))
    return html_report(checked, "25 november 2026")


def test_the_report_holds_no_secret(report: str) -> None:
    assert SECRET.lower() not in report.lower()


def test_the_report_stands_alone(report: str) -> None:
    tree: Any = html.fromstring(report)
    assert not tree.xpath("//script|//link|//@style|//iframe|//form|//@onclick")
    assert all(source.startswith("data:image/png;base64,") for source in tree.xpath("//@src"))
    assert all(target.startswith("#") for target in tree.xpath("//a/@href"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = re.search(r"<style>(.*?)</style>", report, re.DOTALL)
    assert style is not None
    digest = re.search(r"sha256-([^']+)'", policy)
    assert digest is not None
    assert b64decode(digest[1]) == sha256(style[1].encode()).digest()
    assert "url(" not in style[1]


def test_the_report_can_be_read_by_everybody(report: str) -> None:
    tree: Any = html.fromstring(report)
    assert tree.get("lang") == "nl"
    assert tree.xpath("//title/text()")
    assert len(tree.xpath("//h1")) == 1
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(image.get("alt") for image in tree.xpath("//img"))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in tree.xpath("//a/@href")} <= set(names)
    assert {name for each in tree.xpath("//@aria-labelledby") for name in each.split()} <= set(
        names
    )


def test_names_of_files_are_text_and_no_code(report: str) -> None:
    assert "&lt;schoon&gt;.pdf" in report
    assert "<schoon>" not in report


def test_every_tag_is_closed(report: str) -> None:
    class Counting(HTMLParser):
        open: list[str] = []  # noqa: RUF012 - one reader

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in {"meta", "img"}:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    reader = Counting()
    reader.feed(report)
    assert reader.open == []


_COLOURS = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6})")


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_stand_out(scheme: str, report: str) -> None:
    light, dark = report.split("@media (prefers-color-scheme: dark)")
    colours = dict(_COLOURS.findall(light)) | (
        dict(_COLOURS.findall(dark)) if scheme == "dark" else {}
    )
    pairs = [
        (ink, ground) for ink in ("ink", "faint", "link", "blue") for ground in ("ground", "card")
    ]
    pairs += [("red", "red-pale"), ("orange", "orange-pale")]
    for ink, ground in pairs:
        one, other = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
        assert (other + 0.05) / (one + 0.05) >= 4.5, (ink, ground)
