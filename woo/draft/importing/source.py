"""From an edited Word file to a source: ``woo draft import``."""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from woo.draft.checks.sections import DEEPEST_HEADING
from woo.draft.complete import HEADER
from woo.draft.draft import Content, Draft, make_draft
from woo.draft.importing import xml
from woo.draft.importing.blocks import BlockReader
from woo.draft.importing.book import Book
from woo.draft.importing.fields import LayoutReader
from woo.draft.importing.frontmatter_writer import front_matter
from woo.draft.importing.package import WordPackage, open_word
from woo.draft.importing.proof import proven_source
from woo.draft.importing.references import with_cross_references
from woo.draft.importing.remarks import Place, Remark
from woo.draft.importing.surroundings import remark_surroundings, written_title
from woo.draft.importing.typed_fields import typed_fields
from woo.draft.importing.typed_headings import with_bold_sections, with_title
from woo.draft.kinds import Kind, load_kind
from woo.draft.pairs import part_of
from woo.draft.reading.source import FENCE, parse
from woo.draft.tree import Block, Blocks, Heading, MarkedBlock, Table, plain
from woo.draft.walk import SECTION_LEVEL
from woo.draft.word.memory import Memory, count_marks, read_memory

_DEFAULT_KIND = "nota"
# Where a Word file keeps its notes, by the element that refers to one.
_PARTS = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_NO_KIND = (
    "Dit bestand zegt niet welk soort stuk het is; er staat 'nota'. "
    "Kies een ander soort met --kind."
)


@dataclass(frozen=True, slots=True)
class Imported:
    """A source, the pictures to lie beside it, and what was not taken over."""

    text: str = field(repr=False)
    pictures: dict[str, bytes] = field(repr=False)
    remarks: tuple[Remark, ...]


def import_word(
    path: Path, folders: tuple[Path, ...], kind_name: str | None = None, near: Path | None = None
) -> Imported:
    """Read a Word file. ``near`` is the folder where pictures may lie already.

    Raises InputError when it is no readable Word file or the kind is unknown.
    """
    package = open_word(path)
    book = Book.open(package)
    book.images.near = near
    memory = _memory(package)
    book.is_ours = memory is not None
    if memory is None and kind_name is None:
        book.remarks.general(_NO_KIND)
    kind = load_kind(kind_name or (memory.kind if memory else "") or _DEFAULT_KIND, folders)
    draft = _read(book, kind, memory)
    text = _written(draft, book, explain=memory is None)
    _compare_marks(memory, draft, book)
    return Imported(text, book.images.files, tuple(book.remarks.rows))


def _memory(package: WordPackage) -> Memory | None:
    for name in package.names("customXml/item"):
        if name.endswith(".xml") and (found := read_memory(package.xml(name))):
            return found
    return None


def _read(book: Book, kind: Kind, memory: Memory | None) -> Draft:
    """The draft in the file."""
    old = _remembered(kind, memory)
    fixed = frozenset(memory.fixed if memory else ())
    layout = LayoutReader(kind, fixed, book.remarks, memory.shown if memory else None)
    package = book.package
    reader = BlockReader(book, package.document_name, layout)
    blocks = reader.read(xml.child(package.document, "body"))
    remark_surroundings(package, book, is_ours=memory is not None)
    footnotes = _notes(book)
    fields = layout.fields(old)
    if memory is None:
        blocks = with_title(blocks, fields, book.title or written_title(package))
        blocks = with_bold_sections(blocks, kind, book.remarks)
        blocks = typed_fields(blocks, fields, kind, book.remarks)
    blocks = _levelled(blocks, book, is_ours=memory is not None)
    blocks, rows = _without_attachments(blocks, kind, is_ours=memory is not None)
    if rows is not None:
        fields["bijlagen"] = rows
    draft = Draft(kind, fields, blocks, footnotes)
    return with_cross_references(_without_set_heading(draft, is_ours=memory is not None), book)


def _without_set_heading(draft: Draft, *, is_ours: bool) -> Draft:
    """The heading above questions and answers is made from fields."""
    pairs = draft.kind.pairs
    if pairs is None or not is_ours:
        return draft
    for at, block in enumerate(draft.blocks[:-1]):
        after = draft.blocks[at + 1]
        is_above = isinstance(after, Heading) and part_of(plain(after.children), pairs)
        if isinstance(block, Heading) and is_above and not part_of(plain(block.children), pairs):
            return replace(draft, blocks=(*draft.blocks[:at], *draft.blocks[at + 1 :]))
    return draft


def _remembered(kind: Kind, memory: Memory | None) -> dict[str, Content]:
    """The fields as they were when the file was made."""
    empty = {one.name: Content() for one in kind.fields}
    if memory is None or not memory.front_matter:
        return empty
    source = parse(f"{FENCE}\n{memory.front_matter}{FENCE}\n")
    return {**empty, **make_draft(source, kind).fields}


def _notes(book: Book) -> dict[int, Blocks]:
    """The notes that the text refers to."""
    found: dict[int, Blocks] = {}
    notes = {kind: _all_notes(book, kind) for kind in _PARTS}
    for (kind, identifier), number in list(book.notes.items()):
        note = notes[kind].get(identifier)
        with book.remarks.at(Place(note=number)):
            part = book.package.related(_PARTS[kind])
            found[number] = BlockReader(book, part).read(note) if note is not None else ()
            if not found[number]:
                book.remarks.add("Deze voetnoot heeft geen tekst.")
    every = ((kind, *one) for kind, those in notes.items() for one in those.items())
    if any((kind, key) not in book.notes and _has_text(note) for kind, key, note in every):
        book.remarks.add("Een voetnoot waarnaar niets meer verwijst, is niet overgenomen.")
    return found


def _all_notes(book: Book, kind: str) -> dict[str, Any]:
    """The notes of a kind by their number in the file; not the lines that Word draws above them."""
    part = book.package.related(_PARTS[kind])
    root = book.package.xml(part) if part else None
    written = () if root is None else root
    notes: dict[str, Any] = {}
    for one in written:
        if not xml.value(one, "type"):
            notes.setdefault(xml.value(one, "id"), one)
    return notes


def _has_text(note: Any) -> bool:
    return any((one.text or "").strip() for one in xml.within(note, "t"))


def _levelled(blocks: Blocks, book: Book, *, is_ours: bool) -> Blocks:
    """Sections begin at level 2: the title is the only heading of level 1."""
    levels = [one.level for one in blocks if isinstance(one, Heading)]
    down = SECTION_LEVEL - min(levels) if levels and not is_ours else 0
    made = tuple(_moved(one, down) for one in blocks)
    if any(isinstance(a, Heading) and a != b for a, b in zip(made, blocks, strict=True)):
        book.remarks.general("Koppen hebben een ander niveau gekregen: een onderdeel is niveau 2.")
    return made


def _moved(block: Block, down: int) -> Block:
    match block:
        case Heading(level=level):
            return replace(block, level=min(DEEPEST_HEADING, max(SECTION_LEVEL, level + down)))
        case MarkedBlock(blocks=inner):
            return replace(block, blocks=tuple(_moved(one, down) for one in inner))
    return block


def _without_attachments(
    blocks: Blocks, kind: Kind, *, is_ours: bool
) -> tuple[Blocks, Content | None]:
    """The table of attachments is made from a field: back into the field with it."""
    section = next((one for one in kind.sections if one.attachments), None)
    field_kind = kind.field("bijlagen")
    if section is None or field_kind is None or not is_ours:
        return blocks, None
    for at, block in enumerate(blocks[:-1]):
        table = blocks[at + 1]
        is_here = isinstance(block, Heading) and kind.section(plain(block.children)) == section
        if is_here and isinstance(table, Table) and _is_attachments(table):
            width = len(field_kind.all_columns)
            rows = tuple(tuple([*row[1:], *([()] * width)][:width]) for row in table.rows)
            return (*blocks[:at], *blocks[at + 2 :]), Content(rows=rows)
    return blocks, None


def _is_attachments(table: Table) -> bool:
    header = tuple(plain(cell) for cell in table.header)
    return header in (HEADER, HEADER[:-1])


def _written(draft: Draft, book: Book, *, explain: bool) -> str:
    """The source; what Markdown cannot hold is remarked upon."""
    head = front_matter(draft.kind, draft.fields, explain=explain)
    body = proven_source(draft.blocks, draft.footnotes, book.remarks)
    return f"{FENCE}\n{head}{FENCE}\n\n{body}"


def _compare_marks(memory: Memory | None, draft: Draft, book: Book) -> None:
    """No mark goes silently."""
    if memory is None:
        return
    now: Counter[str] = count_marks(draft, draft.blocks)
    for code, count in memory.marks.items():
        if now[code] < count:
            book.remarks.general(
                f"Met grond {code} stonden er {count} lakkingen in het stuk; nu zijn het er "
                f"{now[code]}. Controleer of dat de bedoeling is."
            )
