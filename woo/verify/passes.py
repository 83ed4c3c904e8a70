"""A file is read in passes: its pages one by one, its objects one by one, and last its bytes.

Each rule looks at one page or one object at a time; nothing is kept of what was looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from woo.model.leak import Leak
from woo.pdf.examining.objectwalk import FileObject
from woo.pdf.examining.syntax import SyntaxParts, syntax_parts
from woo.verify.needles import Needles
from woo.verify.objects import secrets_in_object
from woo.verify.outcome import outcome
from woo.verify.pagebreaks import BreakSearch
from woo.verify.pagetext import TextSearch
from woo.verify.rawsearch import secrets_outside_objects
from woo.verify.scans import PictureSearch
from woo.verify.structure import Reach, features, xmp_metadata
from woo.verify.subject import PageView, Subject

PageRule = Callable[[PageView], Iterable[Leak]]
ObjectRule = Callable[[FileObject, SyntaxParts], Iterable[Leak]]


def over_pages(subject: Subject, needles: Needles, rules: Sequence[PageRule]) -> Iterator[Leak]:
    """Look at every page with every rule, and search it for the secrets."""
    text, pictures = TextSearch(needles), PictureSearch(needles)
    breaks = BreakSearch(needles)
    everything = [*rules, text.see, breaks.see, pictures.see] if needles else rules
    for view in subject.views():
        for rule in everything:
            yield from outcome(partial(rule, view), page=view.number)
    if needles:
        yield from outcome(partial(text.leaks, subject.raw.data))
        yield from pictures.leaks()


def over_objects(
    subject: Subject, needles: Needles, rules: Sequence[ObjectRule] = (), *, strict: bool
) -> Iterator[Leak]:
    """Look at every object, after the pages; then at the bytes between and behind the objects."""
    reach, stored = Reach(), set[int]()
    for item in subject.objects(pictures=bool(needles)):
        parts = syntax_parts(item.syntax)
        yield from features(item, parts, strict=strict)
        yield from xmp_metadata(item, strict=strict)
        for rule in rules:
            yield from rule(item, parts)
        if needles:
            yield from secrets_in_object(item, parts, needles, subject.reader)
        reach.see(item)
        if item.kind is not None:
            stored.add(item.stored)
    if strict:
        yield from reach.unreachable(subject.trailer)
    if needles:
        yield from secrets_outside_objects(subject, needles, stored)
