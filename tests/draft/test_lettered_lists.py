"""Lists with letters, and text that only looks like one."""

import re
from pathlib import Path

import pytest

from tests.draft.pdf_contents import shown_text
from tests.draft.sources import NOTA
from tests.draft.word_files import imported, word_file
from woo.draft.reading.markdown import parse_markdown
from woo.draft.render import render
from woo.draft.tree import ListBlock, ListSign, Paragraph, plain


def lists(text: str) -> list[tuple[int, list[str]]]:
    """The first number and the first lines of each lettered list at the top of the text."""
    return [
        (block.start, [plain(item[0].children) for item in block.items])  # type: ignore[union-attr]
        for block in parse_markdown(text, 1).blocks
        if isinstance(block, ListBlock) and block.sign is ListSign.LETTER
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a. een\nb. twee", [(1, ["een", "twee"])]),
        ("Onder:\na) een\nb) twee", [(1, ["een", "twee"])]),
        ("c. een\n   verder\n\n   nog\n\nd. twee", [(3, ["een verder", "twee"])]),
        ("a. een\nzonder inspringen\nb. twee", [(1, ["een zonder inspringen", "twee"])]),
        ("a. een\nb. twee\na. drie\nb. vier", [(1, ["een", "twee"]), (1, ["drie", "vier"])]),
    ],
)
def test_lines_with_letters_that_follow_are_a_list(
    text: str, found: list[tuple[int, list[str]]]
) -> None:
    assert lists(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "a. alleen",
        "a. een\n\nTekst ertussen.\n\nb. twee",
        "A. Jansen\nB. Pieters",
        "a. een\nc. drie",
        "a. een\nb) twee",
        "    a. code\n    b. code",
        "a.een\nb.twee",
    ],
)
def test_other_lines_are_text(text: str) -> None:
    assert lists(text) == []


def test_the_text_and_its_places_stay_what_they_were() -> None:
    (block,) = parse_markdown("> b. een [x]{9}\n> c. twee", 7).blocks[0].blocks  # type: ignore[union-attr]
    assert isinstance(block, ListBlock)
    first = block.items[0][0]
    assert isinstance(first, Paragraph)
    assert (block.start, first.line, first.column) == (2, 7, 6)


def test_a_number_behind_a_list_with_letters_begins_a_list_of_numbers() -> None:
    blocks = parse_markdown("1. een:\n\na. x\n\nb. y\n\n2. twee:\na. x\nb. y\n3. drie", 1).blocks
    signs = [(one.sign, one.start) for one in blocks if isinstance(one, ListBlock)]
    assert signs == [
        (ListSign.NUMBER, 1),
        (ListSign.LETTER, 1),
        (ListSign.NUMBER, 2),
        (ListSign.LETTER, 1),
        (ListSign.NUMBER, 3),
    ]


_CLOSED = "1) een\n2) twee\n   a) deel\n   b) nog een\n\nTekst.\n\n1. drie\n2. vier"


def test_what_closes_a_number_is_kept_in_every_form(tmp_path: Path) -> None:
    source = f"{NOTA[: NOTA.index('- Na een')]}{_CLOSED}\n\n{NOTA[NOTA.index('- Na een') :]}"
    pdf = shown_text(render(source, public=False, to="pdf", folder=tmp_path).content, tmp_path)
    for line in ("1) een", "a) deel", "b) nog een", "1. drie"):
        assert line in pdf
    html = render(source, public=False, to="html", folder=tmp_path).content.decode("utf-8")
    opened = re.findall("<ol[^>]*>", html)
    assert [("haakje" in one, 'type="a"' in one) for one in opened[:3]] == [
        (True, False),
        (True, True),
        (False, False),
    ]
    assert _CLOSED in imported(word_file(source, tmp_path), tmp_path).text
