"""Say everything that is wrong with a source, with its line, in Dutch."""

from collections.abc import Sequence
from pathlib import Path

from woo.draft.check_fields import check_fields
from woo.draft.check_pairs import check_pairs
from woo.draft.check_repeats import check_repeats
from woo.draft.check_sections import check_sections
from woo.draft.check_terms import check_terms
from woo.draft.check_text import check_text
from woo.draft.draft import make_draft
from woo.draft.kinds import Kind, kind_names, load_kind, template_folders
from woo.draft.source import Source, parse
from woo.model.draft import Problem, Severity
from woo.text.nearest import did_you_mean


def check(text: str, templates: Path | None = None) -> tuple[Problem, ...]:
    """All problems of a source in order of their line; ``templates`` is the organisation's own.

    Raises InputError when the templates themselves are wrong.
    """
    return check_source(parse(text), template_folders(templates))


def check_source(source: Source, folders: Sequence[Path]) -> tuple[Problem, ...]:
    """The same for a source that has been parsed."""
    problems = list(source.problems)
    if source.entries:
        kind, found = _kind(source, folders)
        problems += found
        if kind is not None:
            problems += check_fields(source, kind)
            problems += check_sections(source, kind)
            problems += check_pairs(source, kind)
            problems += check_terms(source, kind)
        if kind is not None and not any(one.severity is Severity.ERROR for one in problems):
            problems += check_repeats(make_draft(source, kind))
    problems += check_text(source)
    return tuple(sorted(set(problems)))


def errors_of(source: Source, folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Only what stops rendering."""
    problems = check_source(source, folders)
    return tuple(one for one in problems if one.severity is Severity.ERROR)


def _kind(source: Source, folders: Sequence[Path]) -> tuple[Kind | None, list[Problem]]:
    names = kind_names(folders)
    entry = source.entries.get("soort")
    name = source.first("soort")
    if name in names:
        return load_kind(name, folders), []
    if entry is None:
        return None, [Problem(1, 1, f"Het veld 'soort' ontbreekt. Kies uit: {', '.join(names)}.")]
    message = did_you_mean("Onbekende soort.", name, names)
    return None, [Problem(entry.line, entry.column, message)]
