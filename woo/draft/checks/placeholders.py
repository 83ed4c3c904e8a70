"""Point out what somebody meant to fill in later: ``[datum]``, ``PM``, ``TODO``, ``....``."""

import re
from collections.abc import Iterable, Iterator

from woo.draft.checks.runs import Run
from woo.model.draft import Problem, Severity

_TO_FILL = (
    "(?:nog|datum|naam|namen|bedrag|aantal|nummer|nr|kenmerk|referentie|functie|titel|onderwerp|"
    "adres|organisatie|ministerie|plaats|telefoonnummer|link|bron|jaartal|percentage|invullen|"
    r"in te vullen|aanvullen|aan te vullen|todo|tbd|pm|ntb|nnb|xx+|\.+|…+|__+|\?+)"
)
_PLACEHOLDER = re.compile(
    rf"[\[<]\s*(?i:{_TO_FILL})(?![\w@])[^\[\]<>\n]{{0,60}}[\]>](?!\s*\{{)"
    # PM10 is a kind of dust, and a project may be called XX.
    r"|(?<![\w.])(?:TODO|TBD|FIXME|XXX+|N\.?T\.?B\.?|N\.?N\.?B\.?|n\.t\.b\.|n\.n\.b\.|PM(?!\s?\d))(?![\w-])"
    r"|(?i:\blorem ipsum\b)|\?{3,}|\.{4,}|…{2,}|(?<![_\w])_{3,}"
)
_MESSAGE = "Dit lijkt nog niet ingevuld. Vul het in of haal het weg."


def check_placeholders(runs: Iterable[Run]) -> Iterator[Problem]:
    """A hint at each of them."""
    for run in runs:
        for match in _PLACEHOLDER.finditer(run.text):
            yield Problem(*run.at(match.start()), _MESSAGE, Severity.HINT)
