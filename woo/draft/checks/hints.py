"""The checks that only hint. Rendering does not run them, so it does not load them either."""

from collections.abc import Iterator
from datetime import date

from woo.draft.checks.attachments import check_attachments
from woo.draft.checks.below_closing import check_below_closing
from woo.draft.checks.cut_values import check_cut_values
from woo.draft.checks.dates import check_field_dates, check_text_dates
from woo.draft.checks.explained import check_explained
from woo.draft.checks.lettered import check_lettered
from woo.draft.checks.links import check_links
from woo.draft.checks.long_words import check_long_words
from woo.draft.checks.marked_end import check_marked_end
from woo.draft.checks.offices import check_offices
from woo.draft.checks.placeholders import check_placeholders
from woo.draft.checks.printable import check_printable
from woo.draft.checks.question_references import check_question_references
from woo.draft.checks.references import check_references
from woo.draft.checks.repeats import check_repeats
from woo.draft.checks.runs import Run, shown_run, whole_run
from woo.draft.checks.terms import check_terms
from woo.draft.checks.unmarked_grounds import check_unmarked_grounds, check_unmarked_values
from woo.draft.checks.unread_markup import check_unread_markup
from woo.draft.checks.wide_tables import check_wide_tables
from woo.draft.draft import make_draft, value_grounds
from woo.draft.kinds import Kind, KindField
from woo.draft.public import what_stays
from woo.draft.reading.frontmatter import Entry
from woo.draft.reading.source import Source
from woo.draft.reading.value_line import parse_line
from woo.draft.walk import leaves
from woo.model.draft import Problem, Severity

# Fields whose value is running text or a table of it.
_READ = ("text", "list", "table")


def check_hints(source: Source, kind: Kind | None, today: date) -> Iterator[Problem]:
    """Hints about the text, whatever the kind; and about the fields, when the kind is known."""
    found = [leaf for part in (source.blocks, *source.footnotes.values()) for leaf in leaves(part)]
    runs = [whole_run(leaf) for leaf in found]
    yield from check_links(found)
    yield from check_references(source, runs)
    yield from check_text_dates(source, runs)
    yield from check_printable(runs)
    yield from check_lettered(runs)
    yield from check_unread_markup(source.blocks, found)
    yield from check_placeholders(runs)
    yield from check_long_words(runs)
    blocks, footnotes = what_stays(
        source.blocks, source.footnotes, is_signed=kind is None or kind.is_signed
    )
    yield from check_wide_tables(source.blocks)
    if kind is not None:
        yield from _check_fields(source, kind, today)
        yield from check_attachments(source, kind, runs)
        yield from check_question_references(source, kind)
        for part in (blocks, *footnotes.values()):
            yield from check_unmarked_grounds(part, kind)


def _check_fields(source: Source, kind: Kind, today: date) -> Iterator[Problem]:
    yield from check_field_dates(source, kind, today)
    yield from check_cut_values(source, kind)
    yield from check_offices(source)
    yield from check_terms(source, kind)
    yield from _check_chamber(source)
    field_runs = list(_field_runs(source, kind.fields))
    yield from check_references(source, field_runs)
    yield from check_text_dates(source, field_runs)
    yield from check_unmarked_values(_public_runs(source, kind.fields))
    yield from check_placeholders(_value_runs(source))
    yield from check_long_words(_value_runs(source))
    yield from check_printable(list(_value_runs(source)))


def _check_chamber(source: Source) -> Iterator[Problem]:
    """Papers of the Tweede Kamer have numbers, those of the Eerste Kamer have letters."""
    entry, number = source.entries.get("nummer"), source.first("nummer")
    to_senate = "eerste kamer" in source.first("aan").casefold()
    is_number, is_letters = number.isdigit(), number.isalpha() and number.isupper()
    if entry is None or not (is_number if to_senate else is_letters):
        return
    message = (
        "Een stuk van de Eerste Kamer heeft letters als nummer, zoals AI."
        if to_senate
        else "Een stuk van de Tweede Kamer heeft een nummer in cijfers, zoals 238."
    )
    value = entry.values[0]
    yield Problem(value.line, value.column, message, Severity.HINT)


def check_draft_hints(source: Source, kind: Kind) -> Iterator[Problem]:
    """Hints about what becomes public. Only for a source without errors."""
    draft = make_draft(source, kind)
    yield from check_repeats(draft)
    yield from check_explained(draft)
    yield from check_marked_end(draft)
    yield from check_below_closing(draft)


def _value_runs(source: Source) -> Iterator[Run]:
    """Every value that stands in the front matter."""
    for entry in source.entries.values():
        for one in entry.written():
            yield Run(one.text, one.places)


def _field_runs(source: Source, fields: tuple[KindField, ...]) -> Iterator[Run]:
    for _, entry in _read_fields(source, fields):
        for one in entry.written():
            yield Run(one.text, one.places)


def _public_runs(source: Source, fields: tuple[KindField, ...]) -> Iterator[Run]:
    """The values that the public version shows, without what is marked in them."""
    for kind_field, entry in _read_fields(source, fields):
        for value in entry.values:
            for one in (value, *value.cells.values()):
                if not value_grounds(kind_field, one, value.grounds):
                    for line, places in one.lines():
                        yield shown_run(parse_line(line, places)[0])


def _read_fields(
    source: Source, fields: tuple[KindField, ...]
) -> Iterator[tuple[KindField, Entry]]:
    for kind_field in fields:
        entry = source.entries.get(kind_field.name)
        if entry and kind_field.type in _READ:
            yield kind_field, entry
