"""The DiWoo sitemap: where each document is and what it is, for the harvester of the Woo-index.

Source: DiWoo metadata 0.9.8 and its manual, https://standaarden.overheid.nl/diwoo/metadata.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from lxml import etree

from woo.model.publication import Publication
from woo.model.record import Record
from woo.publish.documents import bundle_path
from woo.reference import diwoo
from woo.reference.organisations import organisation
from woo.text.plain import one_line

Relation = tuple[diwoo.Value, Record]

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
MOST_URLS = 50_000
MOST_BYTES = 50_000_000
# Room for the declaration and the root element.
_ENVELOPE = 1_000


def sitemap_files(
    publication: Publication, *, most_urls: int = MOST_URLS, most_bytes: int = MOST_BYTES
) -> dict[str, bytes]:
    """The sitemaps, their index and robots.txt, by file name.

    Raises InputError for an organisation or category that is not in the lists.
    """
    diwoo.category(publication.category)  # it becomes part of a file name
    parts = list(_parts(publication, most_urls, most_bytes - _ENVELOPE))
    if not parts:
        return {}
    files = {
        "diwoo-sitemap.xml" if place == 1 else f"diwoo-sitemap-{place}.xml": part
        for place, part in enumerate(parts, start=1)
    }
    index = f"sitemapindex-diwoo-infocat{publication.category}.xml"
    files[index] = _index(publication, list(files))
    line = f"Sitemap: {publication.address(index)}\n"
    files["robots.txt"] = b"# Zet deze regel in robots.txt in de hoofdmap van de website.\n" + (
        line.encode("ascii")
    )
    return files


def _parts(publication: Publication, most_urls: int, most_bytes: int) -> Iterator[bytes]:
    """Sitemaps of at most so many addresses and bytes."""
    root, size = _root("urlset"), 0
    relations = _relations(publication)
    for record in publication.released:
        url = _url(publication, record, relations.get(record.number, []))
        length = len(etree.tostring(url, encoding="utf-8"))
        if len(root) and (len(root) == most_urls or size + length > most_bytes):
            yield _serialised(root)
            root, size = _root("urlset"), 0
        root.append(url)
        size += length
    if len(root):
        yield _serialised(root)


def _relations(publication: Publication) -> dict[str, list[Relation]]:
    """What each released document has to do with others that are released, by its number."""
    released = {record.number: record for record in publication.released}
    found: defaultdict[str, list[Relation]] = defaultdict(list)
    for record in released.values():
        if record.family:
            found[record.family].append((diwoo.attachment_value(), record))
        if record.refers_to in released:
            found[record.number].append((diwoo.reference_value(), released[record.refers_to]))
    return found


def _index(publication: Publication, names: list[str]) -> bytes:
    root = _root("sitemapindex")
    for name in names:
        sitemap = etree.SubElement(root, f"{{{SITEMAP}}}sitemap")
        etree.SubElement(sitemap, f"{{{SITEMAP}}}loc").text = publication.address(name)
        lastmod = etree.SubElement(sitemap, f"{{{SITEMAP}}}lastmod")
        lastmod.text = midnight(publication.decided_on)
    return _serialised(root)


def _url(publication: Publication, record: Record, relations: list[Relation]) -> etree._Element:
    url = _root("url")
    loc = etree.SubElement(url, f"{{{SITEMAP}}}loc")
    loc.text = publication.address(bundle_path(record))
    lastmod = etree.SubElement(url, f"{{{SITEMAP}}}lastmod")
    lastmod.text = midnight(publication.decided_on)
    described = _put(_put(url, "Document"), "DiWoo")
    _describe(described, publication, record)
    if relations:
        _relate(described, publication, relations)
    return url


def _describe(parent: etree._Element, publication: Publication, record: Record) -> None:
    identifier = f"{one_line(publication.case_number)}-{record.number}"
    _put(_put(parent, "identifiers"), "identifier", identifier)
    publisher = organisation(publication.publisher)
    _put(parent, "publisher", publisher.label, publisher.uri)
    _put(_put(parent, "titelcollectie"), "officieleTitel", one_line(record.title))
    _classify(_put(parent, "classificatiecollectie"), publication, record)
    if record.dated:
        _put(parent, "creatiedatum", record.dated.isoformat())
    _put_value(parent, "language", diwoo.language_value())
    _put_value(parent, "format", diwoo.format_value())
    _put(parent, "aggregatiekenmerk", one_line(publication.case_number))
    handled = _put(_put(parent, "documenthandelingen"), "documenthandeling")
    _put_value(handled, "soortHandeling", diwoo.handling_value(record.document_type))
    _put(handled, "atTime", midnight(record.dated or publication.decided_on))


def _classify(parent: etree._Element, publication: Publication, record: Record) -> None:
    category = diwoo.category(publication.category)
    _put_value(_put(parent, "informatiecategorieen"), "informatiecategorie", category)
    if record.document_type:
        value = diwoo.document_type_value(record.document_type)
        _put_value(_put(parent, "documentsoorten"), "documentsoort", value)


def _relate(parent: etree._Element, publication: Publication, relations: list[Relation]) -> None:
    """An e-mail or letter names its released attachments, a nota the letter that it is about."""
    listed = _put(parent, "documentrelaties")
    for role, other in relations:
        relation = _put(listed, "documentrelatie")
        _put_value(relation, "role", role)
        address = publication.address(bundle_path(other))
        _put(relation, "relation", one_line(other.title), address)


def midnight(day: date) -> str:
    """The start of ``day`` in the Netherlands, as xs:dateTime (EU directive 2000/84/EC)."""
    summer = _last_sunday(day.year, 3) < day <= _last_sunday(day.year, 10)
    return f"{day.isoformat()}T00:00:00+{'02' if summer else '01'}:00"


def _last_sunday(year: int, month: int) -> date:
    """Of March or October, months of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _root(name: str) -> etree._Element:
    prefixes = cast("dict[str, str]", {None: SITEMAP, "diwoo": DIWOO})  # None: no prefix
    return etree.Element(f"{{{SITEMAP}}}{name}", nsmap=prefixes)


def _put(
    parent: etree._Element, name: str, text: str | None = None, uri: str | None = None
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{DIWOO}}}{name}")
    element.text = text
    if uri:
        element.set("resource", uri)
    return element


def _put_value(parent: etree._Element, name: str, value: diwoo.Value) -> None:
    _put(parent, name, value.label, value.uri)


def _serialised(root: etree._Element) -> bytes:
    etree.indent(root, space=" ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
