"""Bookmarks, page labels and links stay when they say and do nothing that must go."""

import io
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.redact.terms import redact_terms
from tests.vectors.maker import SECRET, Pdf, text
from woo.verify.verify import verify

LINES = ("Inleiding", "Besluit over de brug", f"Brief van {SECRET}", "Slot")


@pytest.fixture
def made() -> Pdf:
    made = Pdf()
    for line in LINES:
        made.page(text(line))
    return made


def outline(made: Pdf, *items: tuple[str, dict[str, Any]]) -> list[Any]:
    """A flat outline; each item leads to its own page unless it says otherwise."""
    root = made.indirect(Type=Name.Outlines)
    pages = [page.obj for page in made.pdf.pages]
    objects = [made.indirect(Title=String(title), Parent=root) for title, _ in items]
    for number, (one, (_, entries)) in enumerate(zip(objects, items, strict=True)):
        one.Dest = Array([pages[number % len(pages)], Name.XYZ, 50, 500, None])
        for key, value in entries.items():
            if key == "Dest" and value is None:
                del one["/Dest"]
            else:
                one["/" + key] = value
        if number:
            one.Prev, objects[number - 1].Next = objects[number - 1], one
    root.First, root.Last = objects[0], objects[-1]
    made.pdf.Root.Outlines = root
    return objects


def redacted(made: Pdf, folder: Path) -> pikepdf.Pdf:
    given, out = folder / "in.pdf", folder / "out.pdf"
    given.write_bytes(made.save())
    report = redact_terms(given, [SECRET], out)
    assert verify(out, {SECRET: 0}, areas=report.areas) == ()
    return pikepdf.open(io.BytesIO(out.read_bytes()))


def titles(pdf: pikepdf.Pdf) -> list[Any]:
    """Titles with those below them."""
    with pdf.open_outline() as tree:
        return [_with_children(item) for item in tree.root]


def _with_children(item: Any) -> Any:
    below = [_with_children(child) for child in item.children]
    return (item.title, below) if below else item.title


def test_titles_that_stand_on_a_page_stay_in_order(made: Pdf, tmp_path: Path) -> None:
    outline(made, *((line, {}) for line in LINES))
    pdf = redacted(made, tmp_path)
    assert titles(pdf) == ["Inleiding", "Besluit over de brug", "gelakt, 5.1.2e", "Slot"]
    first = pdf.Root.Outlines.First
    assert first.Dest[0].objgen == pdf.pages[0].obj.objgen
    assert [str(first.Dest[1]), float(first.Dest[3])] == ["/XYZ", 500.0]


def test_a_title_that_stands_on_no_page_becomes_the_page(made: Pdf, tmp_path: Path) -> None:
    outline(made, ("Inleiding", {}), ("Geheim overleg", {}))
    assert titles(redacted(made, tmp_path)) == ["Inleiding", "Pagina 2"]


def test_nesting_look_and_state_stay(made: Pdf, tmp_path: Path) -> None:
    parent, child, _ = outline(
        made,
        ("Inleiding", {"Count": -1}),
        ("Slot", {}),
        ("Besluit", {"F": 2, "C": Array([1, 0, 0])}),
    )
    del parent["/Next"], child["/Prev"], child["/Next"]
    third = made.pdf.Root.Outlines.Last
    parent.Next, third.Prev, child.Parent = third, parent, parent
    parent.First, parent.Last = child, child
    pdf = redacted(made, tmp_path)
    assert titles(pdf) == [("Inleiding", ["Slot"]), "Besluit"]
    root = pdf.Root.Outlines
    assert [int(root.Count), int(root.First.Count)] == [2, -1]
    assert int(root.Last.F) == 2
    assert [float(part) for part in root.Last.C] == [1, 0, 0]


def test_named_destinations_become_places(made: Pdf, tmp_path: Path) -> None:
    place = Array([made.pdf.pages[3].obj, Name.Fit])
    names = Array([String(f"Bij {SECRET}"), Dictionary(D=place)])
    made.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    action = Dictionary(S=Name.GoTo, D=String(f"Bij {SECRET}"))
    outline(
        made,
        ("Slot", {"Dest": String(f"Bij {SECRET}")}),
        ("Inleiding", {"Dest": None, "A": action}),
    )
    pdf = redacted(made, tmp_path)
    found = [pdf.Root.Outlines.First, pdf.Root.Outlines.Last]
    assert [one.Dest[0].objgen for one in found] == [pdf.pages[3].obj.objgen] * 2
    assert "/Names" not in pdf.Root


@pytest.mark.parametrize(
    "action",
    [
        Dictionary(S=Name.URI, URI=String("https://example.nl")),
        Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
        Dictionary(S=Name.GoToR, F=String("andere.pdf"), D=Array([0, Name.Fit])),
        Dictionary(S=Name.Launch, F=String("x.exe")),
    ],
)
def test_bookmarks_that_do_something_else_go(action: Any, made: Pdf, tmp_path: Path) -> None:
    outline(made, ("Inleiding", {}), ("Slot", {"Dest": None, "A": action}))
    assert titles(redacted(made, tmp_path)) == ["Inleiding"]


def test_an_outline_that_bites_its_own_tail_ends(made: Pdf, tmp_path: Path) -> None:
    first, second = outline(made, ("Inleiding", {}), ("Slot", {}))
    second.Next, second.First = first, first
    assert titles(redacted(made, tmp_path)) == ["Inleiding", "Slot"]


def test_an_outline_without_end_is_cut_off(made: Pdf, tmp_path: Path) -> None:
    items = outline(made, *(("Slot", {}) for _ in range(300)))
    for upper, lower in itertools.pairwise(items):
        upper.First = upper.Last = lower
        if "/Next" in upper:
            del upper["/Next"]
    pdf = redacted(made, tmp_path)
    depth, node = 0, pdf.Root.Outlines
    while "/First" in node:
        depth, node = depth + 1, node.First
    assert depth == 20


def test_page_labels_keep_numbers_and_harmless_prefixes(made: Pdf, tmp_path: Path) -> None:
    made.pdf.Root.PageLabels = Dictionary(
        Nums=Array(
            [
                0, Dictionary(S=Name.r),
                1, Dictionary(S=Name.D, St=5, P=String("A-")),
                2, Dictionary(S=Name.D, P=String(SECRET)),
                3, Dictionary(S=Name.D, P=String("Slot ")),
            ]
        )
    )  # fmt: skip
    pdf = redacted(made, tmp_path)
    nums = pdf.Root.PageLabels.Nums
    labels = [nums[number] for number in range(1, 8, 2)]
    assert [str(label.get("/P", "")) for label in labels] == ["", "A-", "", "Slot "]
    assert [str(label.S) for label in labels] == ["/r", "/D", "/D", "/D"]
    assert labels[1].St == 5


STRANGE: dict[str, Callable[[Any], None]] = {
    "an action": lambda item: item.__setitem__("/A", Dictionary(S=Name.GoTo, D=Array([]))),
    "a structure element": lambda item: item.__setitem__("/SE", Dictionary()),
    "an unknown key": lambda item: item.__setitem__("/Eigen", String("x")),
    "a name as destination": lambda item: item.__setitem__("/Dest", String("ergens")),
    "words on no page": lambda item: item.__setitem__("/Title", String("Geheim overleg")),
    "more after the label": lambda item: item.__setitem__("/Title", String("gelakt, 5.1.2e Bos")),
}


@pytest.mark.parametrize("name", STRANGE)
def test_the_verifier_wants_bookmarks_to_be_plain(name: str, made: Pdf, tmp_path: Path) -> None:
    outline(made, ("Inleiding", {}))
    redacted(made, tmp_path).close()
    out = tmp_path / "out.pdf"
    with pikepdf.open(out, allow_overwriting_input=True) as pdf:
        STRANGE[name](pdf.Root.Outlines.First)
        pdf.save(out)
    assert "outline" in {leak.rule for leak in verify(out, {})}


def test_links_with_names_and_corners_stay_until_a_box_touches_them(tmp_path: Path) -> None:
    made = Pdf()
    page = made.page(text(f"Zie de brief van {SECRET} en het besluit.") + text("Slot", y=400))
    other = made.page(text("Besluit"))
    names = Array([String("besluit"), Array([other, Name.FitH, 500])])
    made.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    page.Annots = Array(
        [
            made.indirect(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 395, 90, 415]),
                QuadPoints=Array([50, 415, 90, 415, 50, 395, 90, 395]), Dest=String("besluit"),
            ),
            made.indirect(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 495, 300, 515]),
                A=Dictionary(S=Name.URI, URI=String("https://example.nl")),
            ),
        ]
    )  # fmt: skip
    pdf = redacted(made, tmp_path)
    (kept,) = pdf.pages[0].Annots
    assert kept.Dest[0].objgen == pdf.pages[1].obj.objgen
    assert [float(part) for part in kept.QuadPoints] == [50, 415, 90, 415, 50, 395, 90, 395]


def test_mail_addresses_are_no_links_any_more(tmp_path: Path) -> None:
    made = Pdf()
    page = made.page(text("Vragen? Mail ons.") + text(f"Groet, {SECRET}", y=300))
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 495, 90, 515]),
        A=Dictionary(S=Name.URI, URI=String("mailto:info@example.nl")),
    )  # fmt: skip
    page.Annots = Array([made.pdf.make_indirect(link)])
    pdf = redacted(made, tmp_path)
    assert "/Annots" not in pdf.pages[0]
