"""From pieces to the inlines of the tree: which marks there are, and what stands inside what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from woo.draft.importing.codes import remark_codes_in_text
from woo.draft.importing.pieces import Piece
from woo.draft.importing.remarks import Remarks
from woo.draft.importing.styles import grounds_in
from woo.draft.tree import (
    Code,
    Emphasis,
    FootnoteReference,
    Grounds,
    Inline,
    Inlines,
    Link,
    Marked,
    Strong,
    Text,
    plain,
)

_GONE = "Bij deze tekst stond een grond; die is in Word weggehaald. De tekst is nu openbaar."
_LOOSE = "Hier staat een code van een grond zonder gemarkeerde tekst. Die is gewone tekst geworden."
# What stands outside when two things go round exactly the same text.
_ORDER = ("mark", "link", "bold", "italic")


@dataclass(frozen=True, slots=True)
class _Wrap:
    """Something round a piece: ``key`` tells one mark or link from the next."""

    kind: str
    key: str = ""
    grounds: Grounds = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Formed:
    node: Inline
    wraps: tuple[_Wrap, ...]


def inlines_of(pieces: Sequence[Piece], within: Grounds, remarks: Remarks) -> Inlines:
    """The inlines of a paragraph or cell; ``within`` are the grounds of the block around it."""
    inlines = _joined(_nested(_formed(pieces, within, remarks)))
    remark_codes_in_text(inlines, remarks, _coded_texts(pieces))
    return inlines


def _coded_texts(pieces: Sequence[Piece]) -> frozenset[str]:
    """The texts of the marks inside which their code is printed."""
    labels = _labels(pieces)
    coded = {pieces[at].bookmarks[-1] for at in labels if pieces[at].bookmarks}
    texts: dict[str, list[Inline]] = {name: [] for name in coded}
    for at, piece in enumerate(pieces):
        for name in coded.intersection(piece.bookmarks if at not in labels else ()):
            texts[name].append(piece.node)
    return frozenset(plain(tuple(nodes)) for nodes in texts.values())


def section_grounds(pieces: Sequence[Piece]) -> Grounds:
    """The grounds of the section under a heading; a mark inside the heading has more."""
    return _shared([one for one in pieces if one.look.section])


def common_grounds(pieces: Sequence[Piece]) -> Grounds:
    """The grounds that all the visible text has."""
    return _shared(
        [one for one in pieces if isinstance(one.node, Text | Code) and not one.look.label]
    )


def text_of(pieces: Sequence[Piece]) -> str:
    """What a reader calls it: plain text, without the printed codes of marks."""
    labels = _labels(pieces)
    return plain(tuple(one.node for at, one in enumerate(pieces) if at not in labels))


def _shared(pieces: Sequence[Piece]) -> Grounds:
    if not pieces:
        return ()
    first, *others = pieces
    return tuple(g for g in first.look.grounds if all(g in one.look.grounds for one in others))


def _formed(pieces: Sequence[Piece], within: Grounds, remarks: Remarks) -> list[_Formed]:
    labels = _labels(pieces)
    named = _named_marks(pieces, labels, within, remarks)
    result: list[_Formed] = []
    section = 0
    marked_before = bool(section_grounds(pieces))
    for index, piece in enumerate(pieces):
        if index in labels:
            section += 1
            if marked_before or any(one in named for one in piece.bookmarks):
                continue
            remarks.add(_LOOSE)
        marks = [_Wrap("mark", one, named[one]) for one in piece.bookmarks if one in named]
        marks += _style_marks(piece, (*within, *(g for m in marks for g in m.grounds)), section)
        marked_before = bool(marks) or piece.look.section
        result.append(_Formed(piece.node, (*marks, *_other_wraps(piece))))
    return result


def _style_marks(piece: Piece, covered: Grounds, section: int) -> list[_Wrap]:
    """The mark that a style alone gives: somebody chose it in Word."""
    if piece.look.section or piece.look.label:
        return []
    extra = tuple(g for g in piece.look.grounds if g not in covered)
    key = f"{section} {' '.join(g.code for g in extra)}"
    return [_Wrap("mark", key, extra)] if extra else []


def _other_wraps(piece: Piece) -> list[_Wrap]:
    wraps: list[_Wrap] = []
    if piece.link:
        wraps.append(_Wrap("link", str(piece.link[0]), url=piece.link[1]))
    if piece.look.bold:
        wraps.append(_Wrap("bold"))
    if piece.look.italic:
        wraps.append(_Wrap("italic"))
    return wraps


def _labels(pieces: Sequence[Piece]) -> dict[int, Grounds]:
    """The pieces that print the codes of a mark, by their style or, without it, by their look."""
    found: dict[int, Grounds] = {}
    for index, piece in enumerate(pieces):
        if not isinstance(piece.node, Text):
            continue
        grounds = grounds_in(piece.node.text.strip())
        follows = bool(piece.bookmarks) or (index > 0 and bool(pieces[index - 1].look.grounds))
        if grounds and (piece.look.label or (piece.look.raised and follows)):
            found[index] = grounds
    return found


def _named_marks(
    pieces: Sequence[Piece], labels: dict[int, Grounds], within: Grounds, remarks: Remarks
) -> dict[str, Grounds]:
    """The grounds of each bookmark that is a mark. One that nothing speaks for was taken away."""
    places: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        for name in piece.bookmarks:
            places.setdefault(name, []).append(index)
    found: dict[str, Grounds] = {}
    for name, inner in places.items():
        own = [labels[i] for i in inner if i in labels and pieces[i].bookmarks[-1] == name]
        styled = [g for i in inner for g in pieces[i].look.grounds if g not in within]
        grounds = own[-1] if own else tuple(dict.fromkeys(styled))
        if grounds:
            found[name] = grounds
        elif not any(piece.look.section for piece in pieces):
            remarks.add(_GONE)
    return found


def _nested(formed: Sequence[_Formed]) -> Inlines:
    """What goes on longest stands outside."""
    result: list[Inline] = []
    index = 0
    while index < len(formed):
        first = formed[index]
        if not first.wraps:
            result.append(first.node)
            index += 1
            continue
        reach = {wrap: _reach(formed, index, wrap) for wrap in first.wraps}
        outer = max(first.wraps, key=lambda w: (reach[w], -_ORDER.index(w.kind)))
        inner = [
            replace(one, wraps=tuple(w for w in one.wraps if w != outer))
            for one in formed[index : index + reach[outer]]
        ]
        result += _wrapped(outer, _joined(_nested(inner)))
        index += reach[outer]
    return tuple(result)


def _reach(formed: Sequence[_Formed], start: int, wrap: _Wrap) -> int:
    end = start
    while end < len(formed) and wrap in formed[end].wraps:
        end += 1
    return end - start


def _wrapped(wrap: _Wrap, children: Inlines) -> Inlines:
    match wrap.kind:
        case "mark":
            return (Marked(wrap.grounds, children),)
        case "link":
            # A note cannot stand inside a link; LibreOffice puts it there when it touches one.
            notes = tuple(one for one in children if isinstance(one, FootnoteReference))
            shown = tuple(one for one in children if not isinstance(one, FootnoteReference))
            return (Link(wrap.url, shown), *notes) if shown else notes
        case "bold":
            return (Strong(children),)
    return (Emphasis(children),)


def _joined(inlines: Inlines) -> Inlines:
    """Neighbouring texts as one: Word cuts a text into runs as it likes."""
    result: list[Inline] = []
    for kind, group in groupby(inlines, key=type):
        if kind is Text:
            result.append(Text("".join(one.text for one in group if isinstance(one, Text))))
        elif kind is Code:
            result.append(Code("".join(one.text for one in group if isinstance(one, Code))))
        else:
            result += group
    return tuple(result)


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Without white space at both ends, and links to one address that touch taken together."""
    kept = list(pieces)
    while kept and isinstance(kept[0].node, Text) and not kept[0].node.text.strip():
        kept.pop(0)
    while kept and isinstance(kept[-1].node, Text) and not kept[-1].node.text.strip():
        kept.pop()
    for index, piece in enumerate(kept):
        before = kept[index - 1].link if index else None
        if before and piece.link and piece.link[1] == before[1]:
            kept[index] = replace(piece, link=before)
    if kept and isinstance(kept[0].node, Text):
        kept[0] = replace(kept[0], node=Text(kept[0].node.text.lstrip()))
    if kept and isinstance(kept[-1].node, Text):
        kept[-1] = replace(kept[-1], node=Text(kept[-1].node.text.rstrip()))
    return kept
