"""Our own rules for a DiWoo sitemap, stricter than the schema.

The schema passes an empty ``diwoo:Document`` and a publisher without an address; a harvester that
cannot place a document leaves it out without a word.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from woo.publish.sitemap import DIWOO, MOST_BYTES, MOST_URLS, SITEMAP
from woo.reference.diwoo import value_list

_NAMES = {"s": SITEMAP, "d": DIWOO}
_LOC = re.compile(r"https://[^\s<>\"]{4,2040}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
_BASE = "d:Document/d:DiWoo/"
# Below diwoo:DiWoo: required, and with an address from the value list where there is one.
_REQUIRED = (
    "publisher",
    "titelcollectie/officieleTitel",
    "classificatiecollectie/informatiecategorieen/informatiecategorie",
    "language",
    "format",
    "documenthandelingen/documenthandeling/soortHandeling",
    "documenthandelingen/documenthandeling/atTime",
)
_LISTED = (
    "publisher",
    "informatiecategorie",
    "documentsoort",
    "language",
    "format",
    "soortHandeling",
    "role",
    "redenVerwijderingVervanging",
)


def problems(xml: bytes) -> tuple[str, ...]:
    """What is wrong with a sitemap, in Dutch, with the place of the document in it."""
    if len(xml) > MOST_BYTES:
        return ("De sitemap is groter dan 50 MB.",)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return ("De sitemap is geen geldige XML.",)
    if b"<!DOCTYPE" in xml or root.tag != f"{{{SITEMAP}}}urlset":
        return ("De sitemap begint niet met urlset.",)
    urls = root.findall("s:url", _NAMES)
    return (*_sitemap_problems(urls), *(line for url in _numbered(urls) for line in url))


def _sitemap_problems(urls: list[etree._Element]) -> Iterator[str]:
    if not 1 <= len(urls) <= MOST_URLS:
        yield f"De sitemap heeft {len(urls)} adressen; 1 tot en met {MOST_URLS} mag."
    places = [url.findtext("s:loc", namespaces=_NAMES) for url in urls]
    if len(set(places)) != len(places):
        yield "Een adres komt twee keer voor."


def _numbered(urls: list[etree._Element]) -> Iterator[list[str]]:
    for place, url in enumerate(urls, start=1):
        yield [f"Document {place}: {problem}" for problem in _url_problems(url)]


def _url_problems(url: etree._Element) -> Iterator[str]:
    if not _LOC.fullmatch(url.findtext("s:loc", default="", namespaces=_NAMES)):
        yield "loc is geen https-adres."
    for path in _REQUIRED:
        found = url.findall(_BASE + "/".join(f"d:{step}" for step in path.split("/")), _NAMES)
        if not found or not all((element.text or "").strip() for element in found):
            yield f"{path.rsplit('/', 1)[-1]} ontbreekt of is leeg."
    for name in _LISTED:
        for element in url.iter(f"{{{DIWOO}}}{name}"):
            yield from _value_problems(name, element)
    for element in url.iter(f"{{{DIWOO}}}relation"):
        if not _LOC.fullmatch(element.get("resource", "")):
            yield "relation heeft geen https-adres."
    for name, tag in (("lastmod", f"{{{SITEMAP}}}lastmod"), ("atTime", f"{{{DIWOO}}}atTime")):
        if not all(_is_moment(element.text or "") for element in url.iter(tag)):
            yield f"{name} is geen tijdstip met datum, uur en tijdzone."


def _value_problems(name: str, element: etree._Element) -> Iterator[str]:
    uri, known = element.get("resource"), value_list(name)
    if uri is None:
        yield f"{name} heeft geen adres uit de waardelijst."
    elif uri not in known:
        yield f"{name} heeft een adres dat niet in de waardelijst staat."
    elif element.text != known[uri]:
        yield f"{name} heeft een ander label dan de waardelijst."


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
