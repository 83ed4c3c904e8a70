"""Say everything that is wrong with a source, with its line, in Dutch."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from woo.draft.checks.classification import check_classification
from woo.draft.checks.fields import ONE_VALUE, check_fields
from woo.draft.checks.footnotes import check_idem
from woo.draft.checks.made_headings import check_made_headings
from woo.draft.checks.margin import check_margin
from woo.draft.checks.marks import check_marks
from woo.draft.checks.sections import check_sections
from woo.draft.checks.text import check_text
from woo.draft.kinds import Kind, are_built_in, is_kind, kind_names, load_kind, template_folders
from woo.draft.reading.source import Source, parse
from woo.model.draft import Problem, Severity
from woo.text.nearest import did_you_mean, nearest


def check(
    text: str,
    templates: Path | None = None,
    *,
    folder: Path | None = None,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """All problems of a source in order of their line.

    ``templates`` is the organisation's own; ``folder`` is where the pictures are (without it nobody
    looks at them); dates are compared with ``today``. Raises InputError when the
    templates themselves are wrong.
    """
    source = parse(text)
    found = check_source(source, template_folders(templates), today=today)
    return tuple(sorted({*found, *picture_problems(source, folder)}))


def picture_problems(source: Source, folder: Path | None) -> tuple[Problem, ...]:
    """The pictures that are not in ``folder`` or cannot be read; without one nobody looks."""
    if folder is None:
        return ()
    from woo.draft.checks.pictures import check_pictures

    return tuple(check_pictures(source, folder))


def check_source(
    source: Source,
    folders: Sequence[Path],
    *,
    hints: bool = True,
    language: bool = True,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """The same for a source that has been parsed; without ``hints``, only what stops rendering.

    Without ``language`` nothing is said of long sentences and hard words.
    """
    problems = list(source.problems)
    kind: Kind | None = None
    if source.entries:
        kind, found = kind_of(source, folders)
        problems += found
        if kind is not None:
            problems += check_fields(source, kind, folders)
            problems += check_margin(source, kind)
            problems += check_sections(source, kind)
            problems += check_made_headings(source, kind)
            problems += _pairs(source, kind)
            problems += check_classification(source)
    problems += check_text(source)
    problems += check_marks(source)
    problems += check_idem(source)
    if hints:
        problems += _hints(source, kind, problems, today or date.today())
        if language:
            problems += _language(source)
    return tuple(sorted(set(problems)))


def _pairs(source: Source, kind: Kind) -> Iterable[Problem]:
    """Questions and answers, which most kinds do not have."""
    if kind.pairs is None:
        return ()
    from woo.draft.checks.pairs import check_pairs

    return check_pairs(source, kind.pairs)


def _hints(
    source: Source, kind: Kind | None, problems: Sequence[Problem], today: date
) -> Iterator[Problem]:
    """The checks that never stop rendering, which therefore does not load them."""
    from woo.draft.checks.hints import check_draft_hints, check_hints

    yield from check_hints(source, kind, today)
    if kind is not None and not errors_in(problems):
        yield from check_draft_hints(source, kind)


def _language(source: Source) -> Iterator[Problem]:
    from woo.draft.checks.language import check_language

    return check_language(source)


def errors_of(source: Source, folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Only what stops rendering."""
    return errors_in(check_source(source, folders, hints=False))


def errors_in(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems that are no hints."""
    return tuple(one for one in problems if one.severity is Severity.ERROR)


def kind_of(source: Source, folders: Sequence[Path]) -> tuple[Kind | None, list[Problem]]:
    """The kind that a source says it is, or what is wrong with what it says."""
    entry = source.entries.get("soort")
    name = source.first("soort")
    if entry is not None and len(entry.values) > 1:
        return None, [Problem(entry.line, entry.column, ONE_VALUE)]
    if is_kind(name, folders):
        return load_kind(name, folders), []
    names = kind_names(folders)
    if entry is None:
        near = [one for one in source.entries.values() if one.name.casefold() == "soort"]
        if near:
            message = "Schrijf 'soort' met een kleine letter."
            return None, [Problem(near[0].line, near[0].column, message)]
        return None, [Problem(1, 1, f"Het veld 'soort' ontbreekt. Kies uit: {', '.join(names)}.")]
    message = did_you_mean("Onbekende soort.", name, names)
    if are_built_in(folders) and nearest(name, names) is None:
        message += " Is het een eigen soort? Zet --templates MAP achter de opdracht."
    return None, [Problem(entry.line, entry.column, message)]
