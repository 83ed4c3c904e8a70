"""From the template of a kind to the parts of a Word file."""

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from woo.draft.draft import Draft
from woo.draft.kinds import Kind
from woo.draft.layout.sheet import Sheet, values
from woo.draft.layout.templates import layout_of, markup_templates
from woo.draft.pictures import Picture, read_pictures
from woo.draft.walk import kept_lines
from woo.draft.word import runs as word
from woo.draft.word.logo import anchored_logo, logo_of
from woo.draft.word.memory import memory_of
from woo.draft.word.package import Part, WordFile, content_types, pack, settings
from woo.draft.word.runs import Form
from woo.draft.word.sections import PARTS, TURNED_REFERENCES, set_sections
from woo.draft.word.writer import DocxWriter
from woo.model.ground import Ground
from woo.reference.grounds import all_grounds

if TYPE_CHECKING:
    from jinja2 import Environment

_REFERENCES = ("eersteKop", "laterKop", "eersteVoet", "laterVoet")


def to_docx_bytes(sheet: Sheet) -> bytes:
    """The bytes of the Word file of a draft."""
    draft = sheet.draft
    pictures = read_pictures(draft, sheet.folder)
    keep = kept_lines(draft.blocks)
    writer = DocxWriter(draft.footnotes, pictures, public=sheet.public, keep=keep)
    environment = markup_templates(sheet.template_folders)
    usual = values(sheet, writer)
    style = usual["house_style"]
    more = {"rows": _Rows(usual["rows"]), "logo": anchored_logo(style)}
    template = layout_of(environment, draft.kind, "docx")
    page = template.render({**usual, **_word_values(draft, writer), **more})
    return _packed(page, writer, environment, sheet, logo_of(style))


def _word_values(draft: Draft, writer: DocxWriter) -> dict[str, Any]:
    """What a Word template may use beside what every template may."""
    return {
        "fixed": lambda text: word.styled(text, word.FIXED) if text else Markup(""),
        "label": lambda text: word.styled(text, word.LABEL) if text else Markup(""),
        "capitals": lambda name: writer.formed(
            draft.fields[name].lines, Form(field=name, bold=True, capitals=True)
        ),
        "page_number": word.field_code("PAGE", "1", word.FIXED),
        "page_total": word.field_code("NUMPAGES", "1", word.FIXED),
    }


class _Rows(dict[str, Any]):
    """The tables among the fields; one that the kind does not have is empty."""

    def __missing__(self, name: str) -> list[Any]:
        return []


def _packed(
    page: str, writer: DocxWriter, environment: "Environment", sheet: Sheet, logo: Picture
) -> bytes:
    """The page taken apart into the parts of the file, with styles, lists and notes beside it."""
    from lxml import etree

    root = etree.fromstring(page.encode("utf-8"))
    parts = {_name(child): child for child in root}
    for part in parts.values():
        _drop_space(part)
    store = writer.store
    styles = environment.get_template("_base/word/styles.xml.j2").render(_styles(store.styles))
    has_turned_pages = set_sections(parts, etree.fromstring(styles.encode("utf-8")))
    for name, target in zip(_REFERENCES, ("header1", "header2", "footer1", "footer2"), strict=True):
        store.document.add(target[:6], f"{target}.xml", name=name)
    if has_turned_pages:
        for kind, name in zip(("header", "footer"), TURNED_REFERENCES.values(), strict=True):
            store.document.add(kind, f"{kind}3.xml", name=name)
    written = {name: Part(_bytes(one)) for name, one in parts.items()}
    written["document"].relations = store.document
    written["header1"].relations.add("image", f"media/{logo.name}", name="logo")
    written["header1"].relations.media[logo.name] = logo
    numbering = environment.get_template("_base/word/numbering.xml.j2")
    written["styles"] = Part(styles.encode("utf-8"))
    written["numbering"] = Part(numbering.render(lists=store.lists).encode("utf-8"))
    if store.notes:
        written["footnotes"] = Part(_notes(writer), store.footnotes)
    written["settings"] = settings(has_notes=bool(store.notes))
    memory = memory_of(
        sheet.draft, _fixed(parts), _shown(parts, sheet.draft.kind), public=writer.public
    )
    types = environment.get_template("_base/word/content_types.xml.j2")
    listed = types.render(types=content_types(written)).encode("utf-8")
    return pack(
        WordFile(written, sheet.draft.title, sheet.draft.kind.label, sheet.dated, memory, listed)
    )


def _name(child: Any) -> str:
    name = child.attrib.pop(f"{PARTS}part", None)
    return name or "document"


def _drop_space(part: Any) -> None:
    """White space of the template between elements is nothing; text of a run stays."""
    for element in part.iter():
        element.tail = None
        if len(element):
            element.text = None


def _bytes(element: Any) -> bytes:
    from lxml import etree

    etree.cleanup_namespaces(element, keep_ns_prefixes=["w", "r"])
    made: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _notes(writer: DocxWriter) -> bytes:
    """The notes; Word wants the two lines that separate them to be there, as -1 and 0."""
    rows = Markup("").join(writer.store.notes.values())
    form = Markup(
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">{}{}</w:footnotes>'
    )
    separators = Markup("").join(
        Markup('<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>')
        .format(kind, number)
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )  # fmt: skip
    return form.format(separators, rows).encode("utf-8")


def _styles(used: set[str]) -> dict[str, Any]:
    """A style for every ground, for the combinations that are used, and for the fields."""
    sections = sorted(one for one in used if one.startswith("Grond van"))
    combined = sorted(one for one in used if one.startswith("Grond ") and one not in sections)
    grounds: list[Ground] = list(all_grounds().values())
    single = [f"Grond {one.code}" for one in grounds]
    whole = [f"Grond van onderdeel {one.code}" for one in grounds]
    fields = sorted(one for one in used if one.startswith("Veld "))
    return {
        "grounds": list(dict.fromkeys((*single, *combined, *whole, *sections))),
        "field_styles": [(one, len(one.split(" ")) > 2) for one in fields],
    }


def _fixed(parts: dict[str, Any]) -> tuple[str, ...]:
    """Every text of the layout that is not the author's, for who reads the file back."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found: dict[str, None] = {}
    for part in parts.values():
        for style in part.iter(f"{space}rStyle"):
            if style.get(f"{space}val") in (word.FIXED, word.LABEL):
                run = style.getparent().getparent()
                found["".join(one.text or "" for one in run.iter(f"{space}t"))] = None
    return tuple(one for one in found if one)


def _shown(parts: dict[str, Any], kind: Kind) -> list[str]:
    """The names of the fields that stand somewhere: their runs are in a style of their own."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    styles = {
        style.get(f"{space}val", "")
        for part in parts.values()
        for style in part.iter(f"{space}rStyle")
    }
    return [one.name for one in kind.fields if any(_is_of(one.name, style) for style in styles)]


def _is_of(name: str, style: str) -> bool:
    """Whether this style is of the field: ``Veldauteur``, ``Veldbijlagen.naam``, with grounds."""
    form = rf"{word.style_id(Form(field=name).style)}(?:\.[a-z_0-9]+)?(?:\d\.\d.*)?"
    return re.fullmatch(form, style) is not None
