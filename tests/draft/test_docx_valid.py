"""The Word file opens without repair: order of elements, relations, content types, identifiers."""

import posixpath
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.draft.word_files import make_picture, parts_of, root, sources, word_file

# The order of the schema (ISO 29500-1, wml.xsd, transitional), for what woo writes.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc "
    "outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing sz szCs highlight "
    "u shd vertAlign lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd textDirection",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar titlePg",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr "
    "trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "num": "abstractNumId lvlOverride",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "pBdr": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "settings": "zoom defaultTabStop autoHyphenation footnotePr compat themeFontLang decimalSymbol "
    "listSeparator",
    "styles": "docDefaults latentStyles style",
    "numbering": "abstractNum num",
}


def name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def misplaced(part: Any) -> list[str]:
    """Elements that come before one that the schema puts first, or that it does not know."""
    found = []
    for element in part.iter():
        order = ORDERS.get(name(element), "").split()
        children = [name(child) for child in element]
        unknown = [child for child in children if order and child not in order]
        places = [order.index(child) for child in children if child in order]
        if unknown or places != sorted(places):
            found.append(f"{name(element)}: {children}")
    return found


def wrong_identifiers(document: Any) -> list[str]:
    """Bookmarks and drawings have numbers of their own, and what begins also ends."""
    starts = [one for one in document.iter() if name(one) == "bookmarkStart"]
    ends = [one for one in document.iter() if name(one) == "bookmarkEnd"]
    pictures = [one.get("id") for one in document.iter() if name(one) == "docPr"]

    def of(elements: list[Any], attribute: str) -> list[str]:
        return [value for one in elements for key, value in one.items() if key.endswith(attribute)]

    twice = [
        value
        for values in (of(starts, "}id"), of(starts, "}name"), pictures)
        for value, count in Counter(values).items()
        if count > 1
    ]
    return twice + sorted(set(of(starts, "}id")) ^ set(of(ends, "}id")))


def loose_ends(parts: dict[str, bytes]) -> list[str]:
    """Relations without a part, references without a relation, styles that are not there."""
    found = []
    for part, content in parts.items():
        if part.endswith(".rels"):
            folder = part.partition("_rels/")[0]
            for row in root(content):
                target = posixpath.normpath(posixpath.join(folder, row.get("Target")))
                if row.get("TargetMode") != "External" and target not in parts:
                    found.append(f"{part}: {target}")
        elif part.startswith("word/") and part.endswith(".xml"):
            rows = parts.get(f"word/_rels/{part.removeprefix('word/')}.rels")
            known = {row.get("Id") for row in root(rows)} if rows else set()
            used = {
                value for one in root(content).iter() for key, value in one.items()
                if key.startswith("{http://schemas.openxmlformats.org/officeDocument")
            }  # fmt: skip
            found += [f"{part}: {one}" for one in used - known]
    return found + _unknown_styles(parts)


def _unknown_styles(parts: dict[str, bytes]) -> list[str]:
    def values(part: str, *names: str) -> set[str]:
        return {
            value for one in root(parts[part]).iter() if name(one) in names
            for key, value in one.items() if key.endswith("}val")
        }  # fmt: skip

    styles = {
        value for one in root(parts["word/styles.xml"]) for key, value in one.items()
        if key.endswith("}styleId")
    }  # fmt: skip
    used: set[str] = set()
    for part in parts:
        if part.startswith("word/") and part.endswith(".xml"):
            used |= values(part, "pStyle", "rStyle", "tblStyle", "basedOn", "next")
    return sorted(used - styles)


def undeclared(parts: dict[str, bytes]) -> list[str]:
    """Parts of which the list of content types does not say what they are."""
    types = root(parts["[Content_Types].xml"])
    endings = {one.get("Extension") for one in types if name(one) == "Default"}
    named = {one.get("PartName") for one in types if name(one) == "Override"}
    missing = [one for one in named if one.removeprefix("/") not in parts]
    return missing + [
        part for part in parts
        if f"/{part}" not in named and part.rpartition(".")[2] not in endings
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("public", [False, True])
def test_every_part_of_every_kind_is_as_word_wants_it(tmp_path: Path, public: bool) -> None:
    make_picture(tmp_path)
    for kind, source in sources().items():
        parts = parts_of(word_file(source, tmp_path, public=public))
        wrong = [
            f"{part}: {one}"
            for part, content in parts.items()
            if part.startswith("word/") and part.endswith(".xml")
            for one in misplaced(root(content))
        ]
        wrong += wrong_identifiers(root(parts["word/document.xml"]))
        assert wrong + loose_ends(parts) + undeclared(parts) == [], kind


def test_the_judge_sees_a_wrong_order() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    assert misplaced(root(f"<w:p {space}><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>".encode()))
    assert misplaced(root(f"<w:rPr {space}><w:iets/></w:rPr>".encode()))
    assert wrong_identifiers(root(f'<w:p {space}><w:bookmarkStart w:id="1"/></w:p>'.encode()))
