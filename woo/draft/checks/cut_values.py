"""Point out text behind a ``#`` in the front matter: YAML takes it for a comment."""

from collections.abc import Iterator

from woo.draft.kinds import Kind
from woo.draft.reading.source import Source
from woo.model.draft import Problem, Severity

# A date, a choice or a number is whole without what stands behind it.
_CAN_BE_CUT = ("text", "list", "table")
_MESSAGE = (
    "Wat achter # staat, komt niet in het stuk. Hoort het erbij? Zet de hele waarde tussen quotes."
)


def check_cut_values(source: Source, kind: Kind) -> Iterator[Problem]:
    """A hint at each ``#`` behind a value that is text of any form, and stands in no quotes."""
    for kind_field in kind.fields:
        entry = source.entries.get(kind_field.name)
        if entry is None or kind_field.type not in _CAN_BE_CUT or kind_field.pattern:
            continue
        for value in entry.written():
            if value.text and value.comment != (0, 0):
                yield Problem(*value.comment, _MESSAGE, Severity.HINT)
