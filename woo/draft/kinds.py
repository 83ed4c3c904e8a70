"""The kinds of document that can be drafted: each a folder of data under ``templates``."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from woo.draft.kind_data import Data, DataError, explained
from woo.draft.shared_fields import shared_fields, shared_texts, whole_fields
from woo.errors import InputError, MissingError
from woo.text.nearest import did_you_mean
from woo.text.toml import TomlError, read_table

FieldType = Literal["text", "date", "choice", "list", "int", "table"]
BASE = "_base"
KIND_FILE = "kind.toml"
# The field with who signs.
SIGNATORIES = "ondertekenaars"
# The folder of a kind: a name, no path.
_FOLDER = re.compile(r"(?!\.)[^/\\:\0]{1,60}")
# "2. Geadviseerd besluit" is that section as well.
_HEADING_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")


class KindField(Data):
    """A field in the front matter. ``place`` says where the layout prints it."""

    name: str
    label: str
    explanation: str
    type: FieldType = "text"
    required: bool = False
    place: Literal["head", "margin", "none"] = "none"
    repeat: bool = False
    personal: bool = False
    ground: str = ""
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    optional_columns: tuple[str, ...] = ()
    pattern: str = ""
    pattern_advice: str = ""
    unwanted: str = ""
    unwanted_advice: str = ""

    @property
    def all_columns(self) -> tuple[str, ...]:
        """The columns, those that may be left out last."""
        return (*self.columns, *self.optional_columns)


class KindSection(Data):
    """A section under a heading; the order of the sections is the order of the kind.

    ``explains`` marks the section that says what was left out of the public version,
    ``attachments`` the one that is made from the field ``bijlagen``: a table, of which the last
    column is there without ``all_columns`` only when something stands in it. Those that come
    ``after_signature`` stand below it, wherever the kind lists them.
    """

    title: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    explains: bool = False
    attachments: bool = False
    all_columns: bool = False
    after_signature: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """Every heading that counts as this section."""
        return (self.title, *self.aliases)


class KindPairs(Data):
    """Questions and answers under numbered headings: ``Vraag 1``, ``Antwoord 1``.

    One answer may be to several: ``Antwoord op vragen 2 en 3``. They stand after the signature,
    under a heading made from fields: ``{name}`` in ``heading`` is the field with that name. When
    the table ``counted`` has more rows than one, the heading is ``heading_plural``.
    """

    question: str
    question_plural: str
    answer: str
    answer_plural: str
    heading: str
    heading_plural: str
    counted: str


class KindTerm(Data):
    """A date that may not be later than a ``rule`` allows after the date in the field ``start``.

    That is the Woo, after the receipt of a request, or the Tweede Kamer, after questions were sent.
    ``extended`` counts the longer term (Woo art. 4.4 lid 2; a delay that the Kamer was told of),
    and so does the field ``extended_by`` when it is filled in. The field ``suspended`` has the days
    that the term was suspended. ``advice`` says what to do when the date is later.
    """

    field: str
    start: str
    rule: Literal["woo", "kamervragen"] = "woo"
    extended: bool = False
    extended_by: str = ""
    suspended: str = ""
    advice: str


class Kind(Data):
    """A kind of document. ``name`` is that of its folder.

    In a kind that ``cites_grounds`` the code of a ground is part of the text.
    """

    name: str
    label: str
    explanation: str
    fields: tuple[KindField, ...]
    sections: tuple[KindSection, ...] = ()
    free_sections: bool = True
    cites_grounds: bool = False
    pairs: KindPairs | None = None
    terms: tuple[KindTerm, ...] = ()

    def field(self, name: str) -> KindField | None:
        """The field with this name."""
        return next((one for one in self.fields if one.name == name), None)

    @property
    def is_signed(self) -> bool:
        """Whether somebody signs a document of this kind."""
        return self.field(SIGNATORIES) is not None

    @property
    def printed_sections(self) -> tuple[KindSection, ...]:
        """The sections in the order of the page: those below the signature come last."""
        return tuple(sorted(self.sections, key=lambda one: one.after_signature))

    def section(self, title: str) -> KindSection | None:
        """The section that has this heading, however it is capitalised or numbered."""
        wanted = _HEADING_NUMBER.sub("", title.strip()).rstrip(":").casefold()
        return next(
            (one for one in self.sections if wanted in (t.casefold() for t in one.titles)), None
        )


def built_in_templates() -> Path:
    """The folder ``templates``: inside the installed package, or at the root of the checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / BASE).is_dir():
            return folder
    raise MissingError("De sjablonen ontbreken.", "Installeer het programma opnieuw.")


def template_folders(own: Path | None) -> tuple[Path, ...]:
    """Where to look for kinds: the organisation's own folder first.

    Raises InputError when the own folder is not there.
    """
    if own is None:
        return (built_in_templates(),)
    if not own.is_dir():
        raise InputError("De map met sjablonen bestaat niet.", "Controleer --templates.")
    return (own.resolve(), built_in_templates())


def are_built_in(folders: Sequence[Path]) -> bool:
    """Whether no organisation's own templates are among them: these are the same at every start."""
    return len(folders) == 1


def base_file(name: str, folders: Sequence[Path]) -> Path | None:
    """A file for every kind, from the first folder that has it; None when none does."""
    paths = (folder / BASE / name for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def kind_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of all kinds, in alphabetical order."""
    return tuple(sorted({path.parent.name for f in folders for path in f.glob(f"*/{KIND_FILE}")}))


def load_kind(name: str, folders: Sequence[Path]) -> Kind:
    """Read the kind with this name. Raises InputError when it is unknown or its file is wrong."""
    path = kind_folder(name, folders) / KIND_FILE
    try:
        shared = shared_texts(folders, BASE)
        return _parsed(name, path.read_text("utf-8"), shared, built_in=are_built_in(folders))
    except (DataError, TomlError, UnicodeDecodeError) as error:
        raise explained(error, f"{name}/{KIND_FILE}") from None


def shared_names(folders: Sequence[Path]) -> frozenset[str]:
    """The names of the fields that more than one kind uses. Raises InputError as for a kind."""
    fields = shared_fields(shared_texts(folders, BASE), built_in=are_built_in(folders))
    return frozenset(str(field.get("name", name)) for name, field in fields.items())


@lru_cache(maxsize=32)
def _parsed(name: str, text: str, shared: tuple[str, ...], *, built_in: bool) -> Kind:
    """The kind that a file describes. The texts are read anew each time: they may have changed."""
    fields = shared_fields(shared, built_in=built_in)
    table = whole_fields(read_table(text, built_in=built_in), fields)
    kind = Kind.read({**table, "name": name})
    if not built_in:
        from woo.draft.own_kinds import check_kind

        check_kind(kind)
    return kind


def is_kind(name: str, folders: Sequence[Path]) -> bool:
    """Whether there is a kind with this name; to list them all would take longer."""
    return bool(_places(name, folders))


def kind_folder(name: str, folders: Sequence[Path]) -> Path:
    """The first folder that has this kind. Raises InputError when none has."""
    places = _places(name, folders)
    if not places:
        raise InputError(did_you_mean("Onbekende soort.", name, kind_names(folders)))
    return places[0]


def _places(name: str, folders: Sequence[Path]) -> list[Path]:
    """Every folder of this kind. A name is no path: it may come from somebody else's source."""
    if not _FOLDER.fullmatch(name):
        return []
    return [folder / name for folder in folders if (folder / name / KIND_FILE).is_file()]
