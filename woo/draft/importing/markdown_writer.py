"""Write the tree as Markdown with marks, so that parsing it gives the same tree."""

import re
from string import ascii_lowercase

from woo.draft.anchors import ATTACHMENTS, ATTACHMENTS_NAME, slugs
from woo.draft.importing.markdown_inlines import InlineWriter
from woo.draft.tree import (
    Block,
    Blocks,
    CodeBlock,
    Divider,
    Grounds,
    Heading,
    Inlines,
    ListBlock,
    ListSign,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    RedactedBlock,
    Table,
    codes,
    plain,
    spoken,
)

_RULES = {"left": "---", "center": ":---:", "right": "---:"}
_NO_LETTERS = "Een lijst met letters van één punt, of voorbij de z, is 1, 2, 3 geworden."
# What stands before the items of a list: the kind of sign, and its bullet or what closes a number.
_Form = tuple[ListSign, str]
_FENCE = re.compile(r"^`{3,}", re.MULTILINE)


class MarkdownWriter(InlineWriter):
    """Writes blocks; ``lost`` says what Markdown could not hold."""

    def document(self, blocks: Blocks, footnotes: dict[int, Blocks]) -> str:
        """The text under the front matter, with its footnotes at the end."""
        titles = (plain(one.children) for one in blocks if isinstance(one, Heading))
        self.headings = {number: name for name, number in slugs(titles).items()}
        self.headings.setdefault(ATTACHMENTS, ATTACHMENTS_NAME)
        body = self.blocks(blocks)
        notes = [self._note(number, note) for number, note in sorted(footnotes.items())]
        return "\n".join([body, *(["", "\n".join(notes)] if notes else [])]) + "\n"

    def blocks(self, blocks: Blocks) -> str:
        """Blocks with a blank line between them."""
        pieces: list[str] = []
        above: _Form | None = None
        for block in blocks:
            above = self._form(block, above) if isinstance(block, ListBlock) else None
            pieces.append(self._block(block, above))
        return "\n\n".join(piece for piece in pieces if piece)

    def _block(self, block: Block, form: _Form | None = None) -> str:  # noqa: PLR0911 - one per kind
        match block:
            case Heading(level=level, children=children, grounds=grounds):
                return f"{'#' * level} {self.line(children)}{_trailing(grounds)}"
            case Paragraph(children=children):
                return self.line(children)
            case ListBlock():
                return self._list(block, form or self._form(block, None))
            case Table():
                return self._table(block)
            case Quote(blocks=inner):
                return _prefixed(self.blocks(inner), "> ", ">")
            case CodeBlock(text=text):
                fence = "`" * max(3, *(len(one) + 1 for one in _FENCE.findall(text)), 3)
                return f"{fence}\n{text}\n{fence}"
            case Divider():
                return "---"
            case MarkedBlock(grounds=grounds, blocks=inner):
                return self._marked(grounds, inner)
            case RedactedBlock(grounds=grounds):
                return f"\\[{spoken(grounds)}\\]"

    def _marked(self, grounds: Grounds, blocks: Blocks) -> str:
        """A mark before each block; a heading takes it at its end, for its whole section."""
        pieces = []
        for block in blocks:
            if isinstance(block, Heading):
                both = tuple(dict.fromkeys((*block.grounds, *grounds)))
                pieces.append(self._block(Heading(block.level, block.children, both)))
            else:
                pieces.append(f"{{{codes(grounds)}}}\n\n{self._block(block)}")
        return "\n\n".join(pieces)

    def _form(self, block: ListBlock, above: _Form | None) -> _Form:
        """How a list is written: never as the list right above it, or they would be one."""
        sign = block.sign
        if sign is ListSign.LETTER and not _has_letters(block):
            self.lost.append(_NO_LETTERS)
            sign = ListSign.NUMBER
        forms = [(sign, one) for one in ("-*" if sign is ListSign.BULLET else ".)")]
        forms.sort(key=lambda one: one[1] != block.closer)
        return next(one for one in forms if one != above)

    def _list(self, block: ListBlock, form: _Form) -> str:
        rows = [
            self._item(_sign(form, number), item)
            for number, item in enumerate(block.items, block.start)
        ]
        between = "\n" if all(_is_short(item) for item in block.items) else "\n\n"
        return between.join(rows)

    def _item(self, sign: str, blocks: Blocks) -> str:
        match blocks:
            case (
                MarkedBlock(
                    grounds=g,
                    blocks=(Paragraph(children=(Marked(grounds=own) as m,)), _, *_) as inner,
                ),
            ) if g == own:
                # A mark at the end of the first line goes for the whole item.
                first = f"{self.line(m.children)} {{{codes(g)}}}"
                written = self._joined(first, inner[1:])
            case _:
                written = self._joined("", blocks) if blocks else ""
        return sign + _prefixed(written, " " * len(sign), "").removeprefix(" " * len(sign))

    def _joined(self, first: str, blocks: Blocks) -> str:
        """Text and a list under it stand close together; other blocks get a blank line."""
        result = first
        for block in blocks:
            written = self._block(block)
            close = isinstance(block, ListBlock) and _may_follow(block)
            result += (("\n" if close else "\n\n") if result else "") + written
        return result

    def _table(self, block: Table) -> str:
        rows = [block.header, *block.rows]
        written = [f"| {' | '.join(self._cell(cell) for cell in row)} |" for row in rows]
        rule = f"|{'|'.join(_RULES[one] for one in block.alignments)}|"
        return "\n".join([written[0], rule, *written[1:]])

    def _cell(self, cell: Inlines) -> str:
        return self.line(cell).replace("\\\n", "<br>").replace("|", "\\|")

    def _note(self, number: int, blocks: Blocks) -> str:
        return f"[^{number}]: " + _prefixed(self.blocks(blocks), "    ", "").strip()


def _prefixed(text: str, prefix: str, empty: str) -> str:
    return "\n".join(prefix + line if line else empty for line in text.split("\n"))


def _trailing(grounds: Grounds) -> str:
    return f" {{{codes(grounds)}}}" if grounds else ""


def _is_short(item: Blocks) -> bool:
    """An item that needs no blank line around it."""
    match item:
        case () | (Paragraph(),) | (Paragraph(), ListBlock()):
            return True
        case (MarkedBlock(blocks=(Paragraph(), ListBlock())),):
            return True
    return False


def _may_follow(block: ListBlock) -> bool:
    """A list that may begin right under a line of text: numbers only from 1."""
    return block.sign is not ListSign.NUMBER or block.start == 1


def _has_letters(block: ListBlock) -> bool:
    """One item with a letter is text in the source, and z is the last."""
    return len(block.items) > 1 and block.start + len(block.items) - 1 <= len(ascii_lowercase)


def _sign(form: _Form, number: int) -> str:
    match form:
        case (ListSign.BULLET, sign):
            return f"{sign} "
        case (ListSign.NUMBER, closer):
            return f"{number}{closer} "
        case (ListSign.LETTER, closer):
            return f"{ascii_lowercase[number - 1]}{closer} "
    raise AssertionError(form)
