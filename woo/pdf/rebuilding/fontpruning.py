"""Takes out of the fonts of a document what its pages do not show any more."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from woo.errors import RefusedError
from woo.pdf.rebuilding.fontprograms import (
    Program,
    UnprunableError,
    Use,
    descriptor_of,
    programs,
    prune_program,
)
from woo.pdf.rebuilding.fontuse import prune_font
from woo.pdf.rebuilding.reach import Key, Reach

_MAX_OBJECTS = 200_000


def shown_before(before: Any, pages: Iterable[int]) -> dict[Key, Use]:
    """The codes that these pages (from 1) show in the file as it was given, hidden layers too."""
    reach = Reach(lambda _: False, changing=False)
    for number in sorted(pages):
        if number <= len(before.pages):
            reach.page(before.pages[number - 1].obj)
    reach.follow()
    return reach.shown()


def prune_fonts(
    pdf: Any,
    reach: Reach,
    pages: Sequence[Any],
    shown_earlier: Callable[[], Mapping[Key, Use] | None],
) -> bool:
    """Prune every font that the pages use; True when glyphs of a Type 3 font went.

    ``shown_earlier`` says what was shown before, and is asked when any font is embedded; when it
    does not know, every font counts as having lost letters.
    Raises RefusedError when a font that was made for this document cannot be pruned.
    """
    shown = reach.shown()
    is_embedded = any(descriptor_of(use.font) is not None for use in shown.values())
    earlier = shown_earlier() if is_embedded else {}
    uses = [(use, _has_lost(key, use, earlier)) for key, use in shown.items()]
    failed = [program for program in programs(uses) if program.shrunk and not _prune(program)]
    stuck = {program.descriptor.objgen for program in failed if program.is_subset}
    if stuck:
        found = list(_pages_with(pages, stuck))
        raise RefusedError(
            "Een lettertype in dit pdf-bestand bevat nog letters die zijn gelakt.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
            page=found[0] if len(found) == 1 else None,
        )
    shrunk = [prune_font(pdf, use.font, use.codes) for use in shown.values()]
    return True in shrunk


def _has_lost(key: Key, use: Use, earlier: Mapping[Key, Use] | None) -> bool:
    if earlier is None:
        return True
    return key in earlier and not earlier[key].codes <= use.codes


def _prune(program: Program) -> bool:
    try:
        prune_program(program)
    except UnprunableError:
        return False
    return True


def _pages_with(pages: Sequence[Any], descriptors: set[tuple[int, int]]) -> Iterator[int]:
    """The pages (from 1) that can show a font with one of these descriptors."""
    for number, page in enumerate(pages, 1):
        if any(_is_font(value, descriptors) for value in _reachable(page.obj.get("/Resources"))):
            yield number


def _is_font(value: Any, descriptors: set[tuple[int, int]]) -> bool:
    import pikepdf

    if not isinstance(value, pikepdf.Dictionary) or value.get("/Type") != "/Font":
        return False
    descriptor = descriptor_of(value)
    return descriptor is not None and descriptor.objgen in descriptors


def _reachable(root: Any) -> Iterator[Any]:
    """Everything that hangs from an object, each thing once."""
    import pikepdf

    waiting, seen = [root], set[tuple[int, int]]()
    for _ in range(_MAX_OBJECTS):
        if not waiting:
            return
        value = waiting.pop()
        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
            continue
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        yield value
        waiting += list(value) if isinstance(value, pikepdf.Array) else list(value.values())
