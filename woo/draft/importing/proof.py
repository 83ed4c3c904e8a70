"""Write the text as Markdown and prove, block by block, that it reads back as the same."""

from dataclasses import replace

from woo.draft.anchors import anchor_in
from woo.draft.importing.markdown_writer import MarkdownWriter
from woo.draft.importing.references import mapped_links
from woo.draft.importing.remarks import Remarks
from woo.draft.reading.markdown import parse_markdown
from woo.draft.same import same_blocks
from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Marked,
    Strong,
)
from woo.draft.walk import mapped_lines, references

_SIMPLER = (
    "Vet of cursief is hier weggelaten: zo kan Markdown het niet schrijven. De tekst is gelijk."
)
_ODD = "Dit stuk tekst leest in Markdown anders dan in Word. Kijk het na: “{}”."


def proven_source(blocks: Blocks, footnotes: dict[int, Blocks], remarks: Remarks) -> str:
    """Markdown of the blocks; where it would read back otherwise it is written more simply."""
    proven = tuple(_proven(block, remarks) for block in blocks)
    notes = {
        number: tuple(_proven(block, remarks) for block in note)
        for number, note in footnotes.items()
    }
    writer = MarkdownWriter()
    text = writer.document(proven, notes)
    for message in dict.fromkeys(writer.lost):
        remarks.general(message)
    return text


def _proven(block: Block, remarks: Remarks) -> Block:
    if _reads_back(block):
        return block
    (simpler,) = mapped_lines((block,), _flat)
    if simpler != block and _reads_back(simpler):
        remarks.general(_SIMPLER)
        return simpler
    written = MarkdownWriter().blocks((block,))
    remarks.general(_ODD.format(" ".join(written.split())[:60]))
    return block


def _reads_back(block: Block) -> bool:
    (block,) = mapped_links((block,), _outside)
    writer = MarkdownWriter()
    text = writer.blocks((block,))
    numbers = dict.fromkeys(references((block,)))
    notes = "\n".join(f"[^{number}]: x" for number in numbers)
    read = parse_markdown(f"{text}\n\n{notes}\n", 1)
    order = dict(enumerate(numbers, 1))
    return bool(writer.lost) or (not read.problems and same_blocks(read.blocks, (block,), order))


def _outside(link: Link) -> Inlines:
    """A cross-reference needs the headings of the whole text; alone, any address will do."""
    if anchor_in(link.url) is None:
        return (link,)
    return (replace(link, url=f"https://kop.invalid/{anchor_in(link.url)}"),)


def _flat(inlines: Inlines) -> Inlines:
    """Without bold and italic; marks and links stay."""
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Strong(children=children) | Emphasis(children=children):
                result += _flat(children)
            case Marked(grounds=grounds, children=children):
                result.append(Marked(grounds, _flat(children)))
            case _:
                result.append(inline)
    return tuple(result)
