"""Point out where YAML reads less or more than an author sees.

Text behind a ``#`` is a comment, and a dash that stands further to the right than the one above it
begins no value.
"""

import re
from collections.abc import Iterator

from woo.draft.kinds import Kind
from woo.draft.reading.frontmatter import Value
from woo.draft.reading.source import Source
from woo.model.draft import Problem, Severity

# A date, a choice or a number is whole without what stands behind it.
_CAN_BE_CUT = ("text", "list", "table")
_JOINED = re.compile(r"\n(?P<indent>[ ]*)- ")
_QUOTED = ('"', "'", "|", ">")
_DASH = (
    "Deze regel komt achter de waarde erboven, met het streepje erbij. Zet het streepje recht "
    "onder dat van de vorige regel."
)
_MESSAGE = (
    "Wat achter # staat, komt niet in het stuk. Hoort het erbij? Zet de hele waarde tussen quotes."
)


def check_cut_values(source: Source, kind: Kind) -> Iterator[Problem]:
    """A hint at each ``#`` behind a bare value that is text of any form, and at such a dash."""
    for kind_field in kind.fields:
        entry = source.entries.get(kind_field.name)
        if entry is None or kind_field.type not in _CAN_BE_CUT:
            continue
        for value in entry.written():
            yield from _joined(value)
            if value.text and value.comment != (0, 0) and not kind_field.pattern:
                yield Problem(*value.comment, _MESSAGE, Severity.HINT)


def _joined(value: Value) -> Iterator[Problem]:
    """A line with a dash that became part of the value above it."""
    match = None if value.raw.startswith(_QUOTED) else _JOINED.search(value.raw)
    if match:
        line = value.line + value.raw.count("\n", 0, match.end("indent"))
        yield Problem(line, len(match["indent"]) + 1, _DASH, Severity.HINT)
