"""Add what a document makes itself: the table of attachments, and why things were left out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from woo.draft import anchors
from woo.draft.draft import Draft
from woo.draft.kinds import BASE, KindSection, are_built_in, base_file
from woo.draft.pairs import part_of, set_heading
from woo.draft.tree import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
)
from woo.draft.walk import SECTION_LEVEL, closing_at
from woo.errors import InputError, MissingError
from woo.model.ground import Ground
from woo.model.values import dataclass
from woo.text.enumeration import join_dutch
from woo.text.toml import TomlError, read_table

if TYPE_CHECKING:
    from woo.draft.public import Omission, PublicDraft

ATTACHMENTS = "bijlagen"
MOTIVATION = "Motivering"
REASONS_FILE = "motivering.toml"
HEADER = ("Volgnummer", "Naam", "Informatie")


@dataclass(frozen=True, slots=True)
class Reason:
    """The standard words for a ground: what goes, why, and the passage for a besluit."""

    left_out: str
    reason: str
    consideration: str


def load_reasons(folders: Sequence[Path]) -> dict[str, Reason]:
    """The reasons by ground code; an organisation's own file replaces the standard one.

    Raises InputError when that file is wrong.
    """
    path = base_file(REASONS_FILE, folders)
    if path is None:
        raise MissingError(
            f"Het bestand {REASONS_FILE} ontbreekt.", "Installeer het programma opnieuw."
        )
    try:
        table = read_table(path.read_text("utf-8"), built_in=are_built_in(folders))
        return {code: Reason(**words) for code, words in table.items()}
    except (TomlError, UnicodeDecodeError, TypeError):  # TypeError: other words than a reason has
        advice = f"Vergelijk het met {BASE}/{REASONS_FILE} van het programma zelf."
        raise InputError(f"Het bestand {REASONS_FILE} klopt niet.", advice) from None


def add_annex(draft: Draft) -> Draft:
    """Move what comes below the signature there, and add the table of attachments."""
    start = _below_signature(draft)
    body, annex = draft.blocks[:start], draft.blocks[start:]
    above: Blocks = ()
    if draft.kind.pairs:
        above = (set_heading(draft, draft.kind.pairs, SECTION_LEVEL),)
    return replace(draft, blocks=body, annex=(*above, *annex, *attachments(draft)))


def _below_signature(draft: Draft) -> int:
    """Where what stands below the signature begins: by its heading, or below the closing."""
    first = next((i for i, one in enumerate(draft.blocks) if _is_after(draft, one)), None)
    closing = closing_at(draft.blocks) if draft.kind.is_signed else None
    ends = [first, None if closing is None else closing + 1, len(draft.blocks)]
    return min(one for one in ends if one is not None)


def _is_after(draft: Draft, block: Block) -> bool:
    if not _is_section(block):
        return False
    if draft.kind.pairs and part_of(_title(block), draft.kind.pairs):
        return True
    section = draft.kind.section(_title(block))
    return section is not None and section.after_signature


def attachments(draft: Draft) -> Blocks:
    """The section Bijlagen, when the kind has one and there are any."""
    section = next((one for one in draft.kind.sections if one.attachments), None)
    content = draft.fields.get(ATTACHMENTS)
    if section is None or not content:
        return ()
    rows = tuple(
        ((Text(str(number)),), *row[: len(HEADER) - 1])
        for number, row in enumerate(content.rows, 1)
    )
    # A column in which nothing stands is not printed, unless it belongs to the form.
    is_whole = section.all_columns or any(plain(row[-1]) for row in rows)
    width = len(HEADER) if is_whole else len(HEADER) - 1
    header = tuple((Text(name),) for name in HEADER[:width])
    table = Table(header, tuple(row[:width] for row in rows), ("left",) * width)
    heading = Heading(SECTION_LEVEL, (Text(section.title),), anchor=anchors.ATTACHMENTS)
    return (heading, table)


def add_reasons(public: "PublicDraft", reasons: dict[str, Reason]) -> Draft:
    """Say in the section that is meant for it what was left out and on which ground."""
    draft = public.draft
    section = next((one for one in draft.kind.sections if one.explains), None)
    if section is None or not public.omissions:
        return draft
    account = _account(public.omissions, reasons)
    blocks = draft.blocks
    start = _find(draft, section)
    if start is None:
        at = _place_for(draft, section)
        added: Blocks = (_heading(section.title), _sub_heading(), *account)
        return replace(draft, blocks=(*blocks[:at], *added, *blocks[at:]))
    end = _end(blocks, start)
    return replace(draft, blocks=(*blocks[:end], *account, *blocks[end:]))


def _account(omissions: "tuple[Omission, ...]", reasons: dict[str, Reason]) -> Blocks:
    from woo.draft.public import grounds_used

    intro = "In de openbare versie van dit stuk is het volgende weggelaten."
    items = tuple((Paragraph(_item(used, reasons)),) for used in grounds_used(omissions).values())
    return (Paragraph((Text(intro),)), ListBlock(items))


def _item(used: "list[Omission]", reasons: dict[str, Reason]) -> tuple[Strong | Text, ...]:
    """One ground (or the grounds that stand together in a block): what, where, why."""
    grounds = used[0].grounds
    places = _joined_places(list(dict.fromkeys(one.place for one in used)))
    what = join_dutch([reasons[ground.code].left_out for ground in grounds])
    why = " ".join(reasons[ground.code].reason for ground in grounds)
    named = join_dutch([_name(ground) for ground in grounds])
    lead = what[0].upper() + what[1:]
    return (Strong((Text(f"{lead} in {places}."),)), Text(f" Grond: {named}. {why}"))


def _joined_places(places: list[str]) -> str:
    """``de velden Aan en Van, het onderdeel Kern``: one article for several of a kind."""
    parts: list[str] = []
    rest = places
    for one, many in (("het veld ", "de velden "), ("het onderdeel ", "de onderdelen ")):
        named = [place.removeprefix(one) for place in places if place.startswith(one)]
        rest = [place for place in rest if not place.startswith(one)]
        if named:
            parts.append(f"{one if len(named) == 1 else many}{join_dutch(named)}")
    return join_dutch([*parts, *rest])


def _name(ground: Ground) -> str:
    return f"{ground.code}, {ground.label} ({ground.article}, van de Woo)"


def _heading(title: str) -> Heading:
    return Heading(SECTION_LEVEL, (Text(title),))


def _sub_heading() -> Heading:
    return Heading(SECTION_LEVEL + 1, (Text(MOTIVATION),))


def _find(draft: Draft, section: KindSection) -> int | None:
    """Where the section begins."""
    for index, block in enumerate(draft.blocks):
        if _is_section(block) and draft.kind.section(_title(block)) == section:
            return index
    return None


def _place_for(draft: Draft, section: KindSection) -> int:
    """Where the section belongs: before the first section that comes later in the kind."""
    order = list(draft.kind.printed_sections)
    later = order[order.index(section) + 1 :]
    for index, block in enumerate(draft.blocks):
        if _is_section(block) and draft.kind.section(_title(block)) in later:
            return index
    return len(draft.blocks)


def _end(blocks: Blocks, start: int) -> int:
    """The index just after the last block of the section that starts here."""
    for index in range(start + 1, len(blocks)):
        if _is_section(blocks[index]):
            return index
    return len(blocks)


def _is_section(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == SECTION_LEVEL


def _title(block: Block) -> str:
    return plain(block.children) if isinstance(block, Heading) else ""
