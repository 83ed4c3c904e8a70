"""Point out text below the closing of a letter that will stand above the signature."""

from collections.abc import Iterator

from woo.draft.draft import Draft
from woo.draft.tree import Heading
from woo.draft.walk import first_line, last_closing
from woo.model.draft import Problem, Severity

_MESSAGE = (
    "Deze tekst staat onder de slotgroet en komt boven de ondertekening. Hoort zij eronder, zet er "
    "dan een kop boven. Wie ondertekent, schrijft u in het veld 'ondertekenaars'."
)


def check_below_closing(draft: Draft) -> Iterator[Problem]:
    """A hint at what follows the last closing without a heading: a PS, who gets a copy, a name."""
    closing = last_closing(draft.blocks) if draft.kind.is_signed else None
    if closing is None:
        return
    for below in draft.blocks[closing + 1 : closing + 2]:
        if not isinstance(below, Heading):
            yield Problem(first_line(below) or 1, 1, _MESSAGE, Severity.HINT)
