"""Make the document: check, take out what is not public, complete, write."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from woo.draft.check import errors_of
from woo.draft.complete import add_annex, add_reasons, load_reasons
from woo.draft.dates import read_date
from woo.draft.draft import CLASSIFICATION, Draft, make_draft, marked_grounds
from woo.draft.faults import faults
from woo.draft.kinds import load_kind, template_folders
from woo.draft.layout.sheet import Sheet
from woo.draft.layout.templates import blamed
from woo.draft.layout.turned import with_turned_tables
from woo.draft.outputs import OUTPUTS
from woo.draft.reading.source import Source, parse
from woo.errors import InputError, RefusedError
from woo.model.draft import Rendering

_DATE = "datum"


def render(
    text: str, *, public: bool, to: str, folder: Path, templates: Path | None = None
) -> Rendering:
    """Render a source ``to`` pdf, html or docx: ``prepare`` and ``write`` in one go.

    Raises InputError as both do.
    """
    return write(prepare(text, folder=folder, templates=templates), public=public, to=to)


def prepare(text: str, *, folder: Path, templates: Path | None = None) -> Sheet:
    """What every version and format of a source is written from.

    Pictures come from ``folder``; ``templates`` is the organisation's own folder. Raises
    InputError, naming the lines, when the source has errors.
    """
    folders = template_folders(templates)
    source = parse(text)
    errors = errors_of(source, folders)
    if errors:
        raise faults(errors)
    draft = make_draft(source, load_kind(source.first("soort"), folders))
    draft = replace(draft, blocks=with_turned_tables(draft.blocks))
    return Sheet(
        draft,
        _dated(source),
        public=False,
        folder=folder,
        template_folders=folders,
        # Of what is classified there is no public version to keep room for.
        grounds=() if draft.classification else marked_grounds(draft),
    )


def write(prepared: Sheet, *, public: bool, to: str) -> Rendering:
    """Write one version ``to`` pdf, html or docx.

    Raises InputError for another format, RefusedError for the public version of what is classified.
    """
    if to not in OUTPUTS:
        raise InputError("Onbekend soort bestand.", f"Kies uit: {', '.join(OUTPUTS)}.")
    # The table is made last: what is marked in it went with the field it comes from.
    sheet = replace(prepared, draft=add_annex(prepared.draft))
    if public:
        sheet = _public(sheet, prepared.draft, to=to)
    with blamed(sheet.template_folders):
        content = OUTPUTS[to](sheet)
    return Rendering(
        content=content,
        title=sheet.draft.title,
        dated=sheet.dated,
        kind=sheet.draft.kind.name,
        marks_by_ground=sheet.marks_by_ground,
    )


def _public(internal: Sheet, draft: Draft, *, to: str) -> Sheet:
    """The public version; all that it takes from the internal one is where its pages begin.

    Raises RefusedError for a classified document.
    """
    from woo.draft.layout.paged import with_breaks_of
    from woo.draft.public import make_public

    if draft.classification:
        raise RefusedError(
            "Van een gerubriceerd stuk komt geen openbare versie.",
            f"Laat het stuk derubriceren en haal daarna het veld '{CLASSIFICATION}' weg.",
        )
    made = make_public(draft)
    explained = add_annex(add_reasons(made, load_reasons(internal.template_folders)))
    sheet = replace(
        internal,
        draft=explained,
        public=True,
        # What is hidden in the text is in no property of the file either.
        dated=internal.dated if _same_date(explained, draft) else None,
        marks_by_ground=made.marks_by_ground,
    )
    with blamed(internal.template_folders):
        return with_breaks_of(sheet, internal) if to == "pdf" else sheet


def _same_date(public: Draft, draft: Draft) -> bool:
    return public.fields.get(_DATE) == draft.fields.get(_DATE)


def _dated(source: Source) -> date | None:
    written = source.first(_DATE)
    return read_date(written) if written else None
