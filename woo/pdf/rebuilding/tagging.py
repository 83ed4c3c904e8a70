"""Puts new pieces of content, and what is said about the boxes, into a structure tree."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from woo.pdf.rebuilding.parenttree import is_element
from woo.pdf.rebuilding.splitting import Cut, Pieces
from woo.pdf.trees import tree_entries

if TYPE_CHECKING:
    from woo.pdf.rebuilding.announcing import Announcement

_CONTAINERS = {"/Document", "/Part", "/Art", "/Sect", "/Div"}
_MAX_DEPTH = 200


@dataclass(slots=True)
class PageTags:
    """The numbered content of one page: which number is free, what was cut, what is to be said."""

    page: Any
    next_number: int
    pieces: Pieces = field(default_factory=dict)
    announcements: "Sequence[Announcement]" = ()

    def new_number(self) -> int:
        """A number that no marked content on the page has."""
        self.next_number += 1
        return self.next_number - 1

    def count(self, pieces: Pieces) -> None:
        """Go on counting behind the numbers of these pieces."""
        used = [part for parts in pieces.values() for part in parts if isinstance(part, int)]
        self.next_number = max([self.next_number, *(number + 1 for number in used)])


def page_tags(page: Any, root: Any, numbers: Iterable[int]) -> PageTags:
    """The tags of a page with these numbers in its content; ``root`` is the StructTreeRoot."""
    listed = _parents(root, page.get("/StructParents"))
    return PageTags(page, max([-1, *numbers, (len(listed) if listed is not None else 0) - 1]) + 1)


def _parents(root: Any, key: Any) -> Any:
    """The array of the parent tree for one page; None when there is none."""
    import pikepdf

    for number, value in tree_entries(root.get("/ParentTree"), "/Nums"):
        if number == key and isinstance(value, pikepdf.Array):
            return value
    return None


class Tagger:
    """Writes the pieces and announcements of pages into a structure tree that is clean."""

    def __init__(self, pdf: Any, root: Any, *, language: str) -> None:
        import pikepdf

        self._pdf = pdf
        self._root = root
        self._dutch = language.lower().split("-")[0] == "nl"
        if not isinstance(root.get("/ParentTree"), pikepdf.Dictionary):
            root["/ParentTree"] = pikepdf.Dictionary(Nums=pikepdf.Array())
        nums = root["/ParentTree"]["/Nums"]
        self._lists = {int(nums[i]): nums[i + 1] for i in range(0, len(nums) - 1, 2)}

    def tag(self, tags: PageTags) -> None:
        """Write what one page says."""
        parents = self._list_of(tags.page)
        for number, parts in tags.pieces.items():
            self._place(tags, parents, number, parts)
        for one in tags.announcements:
            if not any(one.cut in parts for n, parts in tags.pieces.items() if n == one.mcid):
                self._append(tags, parents, one)

    def _list_of(self, page: Any) -> Any:
        """The array that leads from the content of a page to its elements; new when missing."""
        import pikepdf

        key = page.get("/StructParents")
        found = self._lists.get(int(key)) if isinstance(key, int) else None
        if isinstance(found, pikepdf.Array):
            return found
        number = max(self._lists, default=-1) + 1
        page["/StructParents"] = number
        nums = self._root["/ParentTree"]["/Nums"]
        nums.append(number)
        nums.append(pikepdf.Array())
        self._root["/ParentTreeNextKey"] = number + 1
        self._lists[number] = nums[len(nums) - 1]
        return self._lists[number]

    def _place(self, tags: PageTags, parents: Any, number: int, parts: list[int | Cut]) -> None:
        """Put pieces and announcements where the sequence ``number`` was."""
        element = parents[number] if number < len(parents) else None
        if not is_element(element):
            for one in tags.announcements:
                if one.mcid == number:
                    self._append(tags, parents, one)
            return
        children, at, by_reference = _children(element, tags.page, number)
        new: list[Any] = []
        for part in parts:
            if isinstance(part, int):
                _set(parents, part, element)
                new.append(self._reference(tags.page, part) if by_reference else part)
                continue
            here = [one for one in tags.announcements if (one.mcid, one.cut) == (number, part)]
            new += [self._span(tags, parents, element, one) for one in here]
        _set_children(element, [*children[:at], *new, *children[at:]])

    def _reference(self, page: Any, number: int) -> Any:
        import pikepdf

        return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=number)

    def _span(self, tags: PageTags, parents: Any, parent: Any, one: "Announcement") -> Any:
        import pikepdf

        from woo.pdf.rebuilding.announcing import said

        numbers = [one.numbers[mark] for mark in one.marks]
        span = self._pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem,
                S=pikepdf.Name.Span,
                P=parent,
                Pg=tags.page,
                K=pikepdf.Array(numbers),
                ActualText=pikepdf.String(said(one.label)),
            )
        )
        if not self._dutch:
            span["/Lang"] = pikepdf.String("nl")
        for number in numbers:
            _set(parents, number, span)
        return span

    def _append(self, tags: PageTags, parents: Any, one: "Announcement") -> None:
        """Say it in a paragraph behind the last block of the page."""
        import pikepdf

        before, parent = self._last_block(parents)
        paragraph = self._pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=parent)
        )
        paragraph["/K"] = self._span(tags, parents, paragraph, one)
        children = list(_listed(parent))
        places = [i for i, child in enumerate(children) if _is_same(child, before)]
        at = places[-1] + 1 if places else len(children)
        _set_children(parent, [*children[:at], paragraph, *children[at:]])

    def _last_block(self, parents: Any) -> tuple[Any, Any]:
        """The last block with content of a page, and the element it stands in."""
        node = next((one for one in reversed(list(parents)) if is_element(one)), None)
        for _ in range(_MAX_DEPTH):
            above = None if node is None else node.get("/P")
            if node is None or above is None or not is_element(above):
                break
            if str(above.get("/S")) in _CONTAINERS:
                return node, above
            node = above
        return self._outermost()

    def _outermost(self) -> tuple[Any, Any]:
        """The document element, or the root itself when there is none."""
        for child in _listed(self._root):
            if is_element(child) and str(child.get("/S")) in _CONTAINERS:
                return None, child
        return None, self._root


def _listed(element: Any) -> Iterator[Any]:
    import pikepdf

    children = element.get("/K")
    if isinstance(children, pikepdf.Array):
        yield from children
    elif children is not None:
        yield children


def _set_children(element: Any, children: Sequence[Any]) -> None:
    import pikepdf

    element["/K"] = pikepdf.Array(children)


def _children(element: Any, page: Any, number: int) -> tuple[list[Any], int, bool]:
    """The other children, the place of ``number`` between them, and whether it was a reference."""
    import pikepdf

    children = list(_listed(element))
    own = element.get("/Pg")
    is_own = own is None or own.objgen == page.objgen
    for at, child in enumerate(children):
        if isinstance(child, int):
            if child == number and is_own:
                return children[:at] + children[at + 1 :], at, False
        elif isinstance(child, pikepdf.Dictionary) and child.get("/MCID") == number:
            there = child.get("/Pg", own)
            if there is None or there.objgen == page.objgen:
                return children[:at] + children[at + 1 :], at, True
    return children, len(children), not is_own


def _is_same(child: Any, other: Any) -> bool:
    return other is not None and is_element(child) and child.objgen == other.objgen


def _set(parents: Any, number: int, element: Any) -> None:
    """Let the content with this number belong to an element."""
    while len(parents) <= number:
        parents.append(None)
    parents[number] = element
