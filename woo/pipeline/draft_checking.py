"""Check a source: what is wrong with it, and the personal data that would become public."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from woo.draft.check import check_source, errors_in, kind_of, picture_problems
from woo.draft.checks.repeats import MARKED_ELSEWHERE
from woo.draft.files import no_text, read_bytes
from woo.draft.kinds import Kind, template_folders
from woo.draft.public_text import PublicText, public_text
from woo.draft.reading.marks import written_mark
from woo.draft.reading.source import Source, parse
from woo.errors import InputError
from woo.model.draft import Problem, Severity
from woo.model.policy import Policy

if TYPE_CHECKING:
    from woo.model.finding import Finding

# Characters; the detectors take some 12 seconds for a million.
_MOST_SEARCHED = 500_000
# How certain a detector must be of a name of one word; the longer ones speak for themselves.
_LEAST = 0.75
# What stands before a word that names a part of an organisation, and how far it is looked for.
_UNIT = re.compile(r"\b(?:directie|afdeling|team|dienst|programma|sectie|eenheid|unit)\s+$", re.I)
_UNIT_OR_HEAD = re.compile(
    rf"{_UNIT.pattern}|\b(?:directeur(?:-generaal)?|hoofd|manager)\s+$", re.I
)
_FAR = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a source is checked.

    ``folder`` holds its pictures. ``personal`` also searches the public version for personal data,
    with the rules of ``policy`` (None: those that ship with the program); ``language`` gives the
    hints about long sentences and hard words.
    """

    folder: Path | None = None
    templates: Path | None = None
    personal: bool = True
    policy: Path | None = None
    language: bool = True


def check_folder(folder: Path, wanted: Wanted) -> dict[Path, tuple[Problem, ...]]:
    """The problems of a set by file: of each source, and between them.

    Where ``set.toml`` is wrong, or a source is no text, that is a problem too: then nothing is said
    of what is between them. Raises InputError when the folder is no set or a file cannot be read.
    """
    from woo.draft.sets.checks import check_between, joined
    from woo.draft.sets.draft_set import SET_FILE, SOURCE, SetFileError, load_set

    try:
        draft_set = load_set(folder)
    except SetFileError as error:
        fault = Problem(error.line, error.column, str(error))
        sources = sorted(folder.glob(f"*{SOURCE}"))
        return {folder / SET_FILE: (fault,), **{one: check_file(one, wanted) for one in sources}}
    alone = {path: check_file(path, wanted) for path in draft_set.sources}
    try:
        between = check_between(draft_set, wanted.templates)
    except InputError:
        return alone  # a source that is no text has its own problem there
    return joined(alone, between)


def check_file(path: Path, wanted: Wanted) -> tuple[Problem, ...]:
    """The problems of a source with its pictures. Raises InputError as ``check_draft``."""
    return check_bytes(read_bytes(path), replace(wanted, folder=path.parent))


def check_bytes(untrusted: bytes, wanted: Wanted) -> tuple[Problem, ...]:
    """The same for a file as it was read; the first byte that is no text is a problem too."""
    if problem := no_text(untrusted):
        return (problem,)
    return check_draft(untrusted.decode("utf-8"), wanted)


def check_draft(text: str, wanted: Wanted) -> tuple[Problem, ...]:
    """All problems of a source in order of their line.

    Raises InputError when the templates or the policy are wrong.
    """
    source, folders = parse(text), template_folders(wanted.templates)
    found = check_source(source, folders, language=wanted.language)
    problems = {*found, *picture_problems(source, wanted.folder)}
    # What would be public of a source with errors is not certain.
    if wanted.personal and not errors_in(found):
        kind, _ = kind_of(source, folders)
        personal = _find_personal(source, kind, wanted.policy) if kind else ()
        told = {one.place for one in found if one.message == MARKED_ELSEWHERE}
        problems.update(one for one in personal if one.place not in told)
    return tuple(sorted(problems))


def _find_personal(source: Source, kind: Kind, policy_file: Path | None) -> tuple[Problem, ...]:
    """A hint at each place of the public version that the policy would redact."""
    from woo.review.policy_file import load_policy

    public = public_text(source, kind)
    if len(public.run.text) > _MOST_SEARCHED:
        message = "Dit stuk is te lang om hier op persoonsgegevens te doorzoeken. Gebruik woo find."
        return (Problem(1, 1, message, Severity.HINT),)
    policy = load_policy(policy_file)
    return _search(public, replace(policy, stay=(*policy.stay, *public.signatories)))


def _search(public: PublicText, policy: Policy) -> tuple[Problem, ...]:
    from woo.detect.detect import detect
    from woo.detect.dossier.people import gather
    from woo.detect.dossier.propagate import propagate
    from woo.model.document import Document, DocumentKind
    from woo.reference.labels import category_label
    from woo.review.decide import decide
    from woo.review.rulings import with_policy_terms

    text = public.run.text
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    found = tuple(one for one in detect(document) if _is_likely(one, public))
    people = gather([(document, found)], ())
    suggested = decide(propagate(document, found, people), people, policy, text)
    return tuple(
        Problem(
            *public.run.at(one.start),
            _message(category_label(one.category), one.label, in_field=one.start < public.body),
            Severity.HINT,
        )
        for one in with_policy_terms(suggested, policy, document)
        if one.redact
    )


def _is_likely(finding: "Finding", public: PublicText) -> bool:
    """Leave out what a draft is full of: the office's own address, and directorates."""
    from woo.model.finding import Category

    in_field = finding.start < public.body
    if finding.category is Category.ADDRESS:
        return not in_field
    if finding.category is not Category.PERSON or len(finding.text.split()) > 1:
        return True
    before = public.run.text[max(0, finding.start - _FAR) : finding.start]
    units = _UNIT_OR_HEAD if in_field else _UNIT
    return finding.score >= _LEAST and not units.search(before)


def _message(label: str, grounds: str, *, in_field: bool) -> str:
    return (
        f"Dit lijkt persoonlijk ({label}) en blijft staan in de openbare versie. "
        f"Moet het weg? Schrijf {written_mark(grounds, in_field=in_field)}."
    )
