"""Put the printed codes of marks together again: LibreOffice cuts them, and people type on in them.

Behind the first footnote of a file LibreOffice ends each bookmark a character too early, in the
middle of the code: *5.2.* stands inside the mark and *1* behind it.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

from woo.draft.importing.pieces import Piece
from woo.draft.importing.remarks import Remarks
from woo.draft.importing.styles import grounds_in
from woo.draft.tree import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Marked,
    Strong,
    Text,
    codes,
    plain,
)
from woo.reference.grounds import all_grounds

_NO_CODE = (
    "Hier staat iets in de opmaak van een code van een grond dat geen code is. Het is gewone tekst "
    "geworden. Kijk na of hier gelakt is wat gelakt moet zijn."
)
_IN_TEXT = (
    "Bij deze gelakte tekst staat de code van een grond, of een deel ervan, als gewone tekst. Haal "
    "die weg, en kijk na of hier gelakt is wat gelakt moet zijn."
)
_NOTHING = Text("")
_LEAST = len("5.1")  # the shortest part of a code that is hardly anything else


def with_whole_codes(pieces: Sequence[Piece], remarks: Remarks) -> list[Piece]:
    """Each code as one piece, where it begins: what is around it there is the mark that it is of.

    What looks like a code and is none becomes text, and is remarked upon.
    """
    result: list[Piece] = []
    for is_code, group in groupby(pieces, key=_looks_like_code):
        members = list(group)
        result += _split(members, remarks) if is_code else members
    return result


def _looks_like_code(piece: Piece) -> bool:
    """By its style; or raised, which is what is left where LibreOffice dropped the style."""
    return isinstance(piece.node, Text) and (piece.look.label or piece.look.raised)


def _split(pieces: Sequence[Piece], remarks: Remarks) -> Iterator[Piece]:
    written = "".join(map(_text, pieces))
    found = [one for one in _written_codes().finditer(written) if grounds_in(one[0])]
    whole = {one.start(): one[0] for one in found}
    end = 0
    for start, part in _cut(pieces, [place for one in found for place in one.span()]):
        if start in whole:
            end = start + len(whole[start])
            yield replace(part, node=Text(whole[start]))
        elif start >= end:
            yield _without_style(part, remarks)


def _without_style(piece: Piece, remarks: Remarks) -> Piece:
    if piece.look.label and _text(piece).strip():
        remarks.add(_NO_CODE)
    return replace(piece, look=replace(piece.look, label=False))


def _cut(pieces: Sequence[Piece], places: Sequence[int]) -> Iterator[tuple[int, Piece]]:
    """The pieces cut at these places in all their text, each with where it begins.

    Goes through both once: a hostile file has thousands in one paragraph.
    """
    ahead = deque(places)
    begin = 0
    for piece in pieces:
        text = _text(piece)
        at, end = begin, begin + len(text)
        while at < end:
            while ahead and ahead[0] <= at:
                ahead.popleft()
            until = min(end, ahead[0]) if ahead else end
            yield at, replace(piece, node=Text(text[at - begin : until - begin]))
            at = until
        begin = end


def remark_codes_in_text(
    inlines: Inlines, remarks: Remarks, coded: frozenset[str], behind: Inline = _NOTHING
) -> None:
    """Say where a code stands in the text of a mark, or just behind it: no style spoke for it.

    ``coded`` are the texts of marks that have their code already: another one is the author's own.
    """
    for one, after in pairwise((*inlines, behind)):
        if isinstance(one, Marked) and _has_loose_code(one, coded, after):
            remarks.add(_IN_TEXT)
        if isinstance(one, Emphasis | Strong | Link | Marked):
            remark_codes_in_text(one.children, remarks, coded, after)


def _has_loose_code(mark: Marked, coded: frozenset[str], after: Inline) -> bool:
    if plain(mark.children) in coded:
        return False
    return _ends_in_code(mark, after) or _begins_with_code(after)


def _ends_in_code(mark: Marked, after: Inline) -> bool:
    """Whether the text of a mark ends in its code, without a space; or in the beginning of it.

    A beginning counts when the rest of the code follows: a mark with 5.1.2e may be of a version,
    ``v5.1``.
    """
    text, code, behind = plain(mark.children), codes(mark.grounds), plain((after,))
    for length in range(_LEAST, len(code) + 1):
        before = text.removesuffix(code[:length])
        is_last = before != text and behind.startswith(code[length:])
        if is_last and before and not before[-1].isspace():
            return True
    return False


def _begins_with_code(inline: Inline) -> bool:
    return isinstance(inline, Text) and _written_codes().match(inline.text) is not None


def _text(piece: Piece) -> str:
    return piece.node.text if isinstance(piece.node, Text) else ""


@cache
def _written_codes() -> re.Pattern[str]:
    """Codes with a separator between them; two codes that touch are of two marks."""
    names = sorted(all_grounds(), key=len, reverse=True)
    code = "|".join(re.sub(r"([a-z])$", r"\\.?\1", name.replace(".", r"\.")) for name in names)
    return re.compile(rf"(?:{code})(?:[,;\s]+(?:{code}))*", re.IGNORECASE)
