"""The printed code of a mark on its way back from Word: whole again, or said that it is not."""

import re
from pathlib import Path

import pytest

from tests.draft.sources import NOTA
from tests.draft.word_files import (
    NOTED,
    bare_word,
    changed,
    imported,
    make_picture,
    meaning,
    noted,
    office,
    sources,
    word_file,
)
from woo.draft.render import render

pytestmark = pytest.mark.slow

CODE = re.compile(
    r'(<w:r><w:rPr><w:rStyle w:val="Grondcode"/></w:rPr><w:t xml:space="preserve">)([^<]+)([^<])'
    r'(</w:t></w:r>)(<w:bookmarkEnd w:id="\d+"/>)'
)
STYLES = "".join(
    f'<w:style w:type="character" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
    "</w:style>"
    for name in ("Grond 5.2.1", "Grond 5.1.2e", "Grondcode")
)
NOT_A_CODE = "Hier staat iets in de opmaak van een code"
IN_TEXT = "Bij deze gelakte tekst staat de code van een grond"


def early_end(xml: str) -> str:
    """Bookmarks that end a character too early, as LibreOffice writes them behind a note."""
    return CODE.sub(r"\1\2\4\5\1\3\4", xml)


def run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(inner: str, number: int = 1) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="woo_lak_{number}"/>{inner}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def text_of(body: str, folder: Path) -> tuple[str, list[str]]:
    """What follows the fields, and the remarks on the text."""
    made = imported(bare_word(f"<w:p>{body}</w:p>", styles=STYLES), folder, "nota")
    return made.text.partition("\n---\n\n")[2].strip(), [one.message for one in made.remarks]


@pytest.mark.parametrize("name", sorted(sources()))
def test_a_code_that_is_cut_by_the_end_of_its_bookmark_is_whole(name: str, tmp_path: Path) -> None:
    make_picture(tmp_path)
    source = noted(sources()[name])
    content = word_file(source, tmp_path)
    cut = changed(content, early_end)
    assert cut != content
    made = imported(cut, tmp_path)
    assert meaning(made.text) == meaning(source)
    assert made.remarks == ()


def test_two_codes_that_touch_are_of_two_marks(tmp_path: Path) -> None:
    inner = mark(run("diep", "Grond5.2.1") + run("5.1.2", "Grondcode"), 2)
    outer = mark(run("nog ", "Grond5.2.1") + inner + run("e5.2.", "Grondcode"))
    found = text_of(run("Een ") + outer + run("1", "Grondcode") + run(" eind."), tmp_path)
    assert found == ("Een [nog [diep]{5.1.2e}]{5.2.1} eind.", [])


CUT = {
    "in three": ("5", ".2.", "1"),
    "of two grounds": ("5.1.2e 5", ".2.1"),
}


@pytest.mark.parametrize("name", CUT)
def test_a_code_is_whole_however_it_is_cut(name: str, tmp_path: Path) -> None:
    first, *others = CUT[name]
    body = mark(run("geheim", "Grond5.2.1") + run(first, "Grondcode"))
    body += "".join(run(one, "Grondcode") for one in others)
    code = "".join(CUT[name])
    assert text_of(body + run(" open"), tmp_path) == (f"[geheim]{{{code}}} open", [])


# What stands behind the text "geheim" that is marked with 5.2.1, the text that comes of it and what
# is said. Behind a bookmark stands what is public.
UNREADABLE = {
    "typed on in a code": (
        run("5.2.1", "Grondcode"), run(" en meer", "Grondcode"),
        "[geheim]{5.2.1} en meer", NOT_A_CODE,
    ),
    "a part without its style": (
        run("5.2.", "Grondcode"), run("1"), "[geheim5.2.]{5.2.1}1", NOT_A_CODE,
    ),
    "no such code": (run("5.9.9", "Grondcode"), "", "[geheim5.9.9]{5.2.1}", NOT_A_CODE),
    "no style at all": (run("5.2.1"), "", "[geheim5.2.1]{5.2.1}", IN_TEXT),
    "cut without a style": (run("5.2."), run("1"), "[geheim5.2.]{5.2.1}1", IN_TEXT),
    "behind the mark without a style": ("", run("5.2.1"), "[geheim]{5.2.1}5.2.1", IN_TEXT),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_left_of_a_code_is_said(name: str, tmp_path: Path) -> None:
    inside, behind, expected, said = UNREADABLE[name]
    body = mark(run("geheim", "Grond5.2.1") + inside) + behind
    text, remarks = text_of(body, tmp_path)
    assert text == expected
    assert any(one.startswith(said) for one in remarks)


def test_text_that_only_names_a_ground_is_not_remarked_upon(tmp_path: Path) -> None:
    source = NOTA.replace("herfst", "[zaak onder 5.1.2e]{5.1.2e} en dan 5.2.1 in de herfst")
    made = imported(word_file(source, tmp_path), tmp_path)
    assert meaning(made.text) == meaning(source)
    assert made.remarks == ()


def test_a_version_that_begins_as_the_code_of_its_mark_is_not_remarked_upon(
    tmp_path: Path,
) -> None:
    source = NOTA.replace("herfst", "[plan v5.1]{5.1.2e} of *[v5.1.2]{5.1.2e}* in de herfst")
    made = imported(word_file(source, tmp_path), tmp_path)
    assert meaning(made.text) == meaning(source)
    assert made.remarks == ()


def test_a_text_that_ends_in_the_code_of_its_mark_is_not_remarked_upon(tmp_path: Path) -> None:
    text = (
        "[v5.1.2e]{5.1.2e}, *[x5.2.1]{5.2.1}* en [nu [v5.1.2e]{5.1.2e}]{5.2.1} en [a]{5.1.2e}5.1.2e"
    )
    source = NOTA.replace("herfst", f"{text} in de herfst")
    content = word_file(source, tmp_path)
    for made in (imported(content, tmp_path), imported(changed(content, early_end), tmp_path)):
        assert meaning(made.text) == meaning(source)
        assert made.remarks == ()


def test_a_code_that_is_cut_by_the_end_of_two_marks_is_said(tmp_path: Path) -> None:
    inner = mark(run("diep", "Grond5.1.2e") + run("5.1.2"), 2)
    outer = mark(run("nog ", "Grond5.2.1") + inner)
    _, remarks = text_of(outer + run("e"), tmp_path)
    assert any(one.startswith(IN_TEXT) for one in remarks)


def test_a_heading_with_a_note_and_a_ground_keeps_both(tmp_path: Path) -> None:
    heading = "## Kern[^8] van [iets]{5.2.1} moois {5.1.2b}\n"
    source = NOTA.replace("## Kern\n", heading) + "\n[^8]: Noot.\n"
    made = imported(word_file(source, tmp_path), tmp_path)
    assert meaning(made.text) == meaning(source)
    assert made.remarks == ()


@pytest.mark.slow
def test_libreoffice_cuts_no_mark_behind_the_first_note(tmp_path: Path) -> None:
    texts = {f"{name}-zelf": noted(source) for name, source in sources().items()}
    texts |= {
        f"{kind}-{number}": noted(sources()[kind], text)
        for kind in ("zienswijze", "woo-besluit", "aanbiedingsbrief")
        for number, text in enumerate(NOTED)
    }
    make_picture(tmp_path)
    for name, source in texts.items():
        (tmp_path / f"{name}.docx").write_bytes(word_file(source, tmp_path))
    out = tmp_path / "out"
    office(sorted(tmp_path.glob("*.docx")), "docx:MS Word 2007 XML", out)
    for name, source in texts.items():
        made = imported((out / f"{name}.docx").read_bytes(), tmp_path)
        assert meaning(made.text) == meaning(source), name
        assert [one.message for one in made.remarks] == [], name
        public = render(made.text, public=True, to="html", folder=tmp_path).content.decode()
        assert "negatief" not in public, name
