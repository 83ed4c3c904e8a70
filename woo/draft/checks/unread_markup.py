"""Hints about signs that are meant as markup and would be printed as they stand."""

import re
from collections.abc import Iterator

from woo.draft.checks.runs import Run, bare_runs
from woo.draft.tree import Blocks, Inlines, Paragraph, Strong, plain
from woo.draft.walk import first_line
from woo.model.draft import Problem, Severity

_PRINTED = "{} worden afgedrukt. {}"
_SIGNS = (
    # What is left of bold text that was not closed, or that begins or ends with a space.
    (re.compile(r"\*\*(?=\w)|(?<=\w)\*\*"), "Deze sterretjes", "Schrijf **vet** of *schuin*."),
    (re.compile(r"~~[^~\n]+~~"), "Deze golfjes", "Doorhalen kan niet: haal de tekst weg."),
    (re.compile(r"==[^=\n]+=="), "Deze tekens", "Markeren kan niet."),
    (re.compile(r"(?<=\w)\^[\w+-]{1,5}\^"), "Deze dakjes", "Schrijf het teken zelf, zoals ² of ⁶."),
    (re.compile(r"(?<=\w)~[\w+-]{1,5}~"), "Deze golfjes", "Schrijf het teken zelf, zoals ₂."),
    (re.compile(r"\A\[[ xX]\](?= )"), "Deze haken", "Een afvinklijst kan niet."),
    (
        re.compile(r"\[\^[^\]\n]*\s[^\]\n]*\]"),
        "Deze haken",
        "Een voetnoot heet zonder spatie: [^1].",
    ),
    (re.compile(r"\^\[[^\]\n]+\]"), "Deze haken", "Schrijf [^1], en onderaan [^1]: de voetnoot."),
)
_LIST = "Dit is nog geen lijst: de punten komen achter elkaar. Begin elke regel met {}."
# Signs with which a list comes from Word. The first begins no sentence; of the others two lines do.
_LISTS = (
    (re.compile(r"^[•·▪●○◦‣∙]\s*\S", re.MULTILINE), 1, "een streepje en een spatie"),
    (re.compile(r"^(?:[–—]\s*|-)[^\W\d]", re.MULTILINE), 2, "een streepje en een spatie"),
    (re.compile(r"^\d{1,2}[.)][^\W\d]", re.MULTILINE), 2, "een nummer, een punt en een spatie"),
)
_LONGEST_HEADING = 80  # characters


def check_unread_markup(blocks: Blocks, leaves: list[Inlines]) -> Iterator[Problem]:
    """One hint for each kind of sign in a paragraph; lists that are none, bold for a heading."""
    for leaf in leaves:
        for run in bare_runs(leaf):
            for pattern, what, advice in _SIGNS:
                if match := pattern.search(run.text):
                    message = _PRINTED.format(what, advice)
                    yield Problem(*run.at(match.start()), message, Severity.HINT)
            yield from _lost_list(run)
    for block in blocks:
        if isinstance(block, Paragraph) and _is_heading(block):
            message = "Is dit een kop? Schrijf er dan ## voor, niet vet."
            yield Problem(first_line(block), 1, message, Severity.HINT)


def _lost_list(run: Run) -> Iterator[Problem]:
    for pattern, least, advice in _LISTS:
        found = list(pattern.finditer(run.text))
        if len(found) >= least:
            yield Problem(*run.at(found[0].start()), _LIST.format(advice), Severity.HINT)


def _is_heading(block: Paragraph) -> bool:
    text = plain(block.children)
    is_bold = len(block.children) == 1 and isinstance(block.children[0], Strong)
    return is_bold and len(text) <= _LONGEST_HEADING and text[-1:] not in {".", "!", "?", ",", ";"}
