"""What Markdown makes of a text without a word, and an author may not have meant."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from woo.draft.reading.marks import CODE
from woo.draft.reading.syntax import Node

INDENTED = (
    "Tekst die met een tab of vier spaties begint, komt in een grijs blok. Haal de inspringing "
    "weg. Bedoelt u zo'n blok? Zet dan ``` op de regel erboven en eronder."
)
RUN_ON = (
    "Deze regel komt achter het punt erboven. Is het een nieuwe alinea? Zet er een lege regel "
    "boven. Hoort hij bij het punt? Zet er spaties voor."
)
_LOST_HEADING = re.compile(r"(?P<signs>#{2,6})[^\s#]")
# A shorter line did not end because it was full.
_FULL_LINE = 60

_DEFINED_AND_USED = 2  # times that the label stands in the text
_IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_GROUND = rf"(?i)[\[({{<]*{CODE}"
NO_ADDRESS = (
    "Dit is geen merkteken, en de hele regel valt weg uit het stuk. Schrijf [tekst]{5.1.2e}."
)


UNUSED_ADDRESS = (
    "Deze regel valt weg uit het stuk: zo schrijft u het adres van een link, en geen link gebruikt "
    "het. Haal de haken weg. Bedoelt u een link? Schrijf [tekst](adres)."
)


def lost_addresses(known: Mapping[str, Any], text: str) -> Iterator[tuple[int, str]]:
    """The lines, from 0, that Markdown takes for the address of a link, with what is wrong.

    ``[Jansen]: 5.1.2e`` is meant as a mark; ``[Besluit]: akkoord`` is used by no link. ``known`` is
    what the parser kept aside of ``text``.
    """
    references: Mapping[str, Any] = known.get("references", {})
    folded = " ".join(text.split()).lower().upper()  # as Markdown compares labels
    counted = Counter(_IN_BRACKETS.findall(folded))  # all at once: a text may have thousands
    for label, one in references.items():
        if _is_ground(one):
            yield one["map"][0], NO_ADDRESS
        elif _times(label, folded, counted) < _DEFINED_AND_USED:
            yield one["map"][0], UNUSED_ADDRESS
    for one in known.get("duplicate_refs", ()):
        yield one["map"][0], NO_ADDRESS if _is_ground(one) else UNUSED_ADDRESS


def _times(label: str, folded: str, counted: Counter[str]) -> int:
    """How often a label stands in the text. A bracket in it, behind a sign, is not ``counted``."""
    if "[" in label or "]" in label:
        return folded.count(f"[{label}]")
    return counted[label]


def _is_ground(address: Mapping[str, Any]) -> bool:
    return any(re.match(_GROUND, unquote(address[part])) for part in ("href", "title"))


def lost_headings(paragraph: Node, lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The lines such as ``##Kern``, from 0, with the column and what is wrong.

    A heading without its space is text, and a mark behind it hides that line alone.
    """
    first, _ = paragraph.map or (0, 1)
    for number, written in enumerate(paragraph.children[0].content.split("\n"), first):
        if match := _LOST_HEADING.match(written):
            message = f"Zet een spatie achter {match['signs']}, anders is dit geen kop."
            yield number, lines[number].find("#") + 1, message


def run_on(list_node: Node, lines: Sequence[str]) -> Iterator[int]:
    """The lines in a list, from 0, that probably begin a new paragraph below it."""
    for item in list_node.children:
        last = item.children[-1] if item.children else item
        first, end = last.map if last.type == "paragraph" and last.map else (0, 0)
        for number in range(first + 1, end):
            above = lines[number - 1].rstrip()
            is_done = above[-1:] in {".", ";", ":", "!", "?"} or len(above) < _FULL_LINE
            if is_done and lines[number][:1].isupper():
                yield number


def renumbered(items: Sequence[Node]) -> tuple[Node, str] | None:
    """The first item of a list that gets another number than is written, with what to say.

    The same number before every item is a custom of Markdown.
    """
    written = [one.info for one in items]
    if not all(one.isdecimal() for one in written) or len(set(written)) == 1:
        return None
    for shown, item in enumerate(items, int(written[0])):
        if int(item.info) != shown:
            return item, (
                f"Hier komt {shown} te staan, niet {int(item.info)}: een lijst telt door. Verbeter "
                "het nummer. Wilt u het houden? Zet er een gewone zin boven: dan begint een nieuwe "
                "lijst."
            )
    return None


# In what a block between signs may stand, and with what it then ends.
_HOLDS = {
    "blockquote": "het citaat",
    "list_item": "dit punt van de lijst",
    "footnote": "de voetnoot",
}


def unclosed(node: Node, lines: Sequence[str]) -> str:
    """What is wrong with a block between signs that goes on to the end; empty when it is closed."""
    first, end = node.map or (0, 1)
    closing = re.compile(rf"[\s>]*{re.escape(node.markup)}{re.escape(node.markup[0])}*\s*")
    if end - first > 1 and closing.fullmatch(lines[end - 1]):
        return ""
    held = _HOLDS.get(node.inside)
    reach = f"het loopt door tot het eind van {held}" if held else "alles hieronder hoort erbij"
    return (
        f"Het blok dat hier met {node.markup} begint, wordt niet gesloten: {reach}. "
        f"Zet {node.markup} op de regel onder het blok."
    )
