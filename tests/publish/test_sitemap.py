import os
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.inventory.lists import public, record
from tests.publish.publications import sample_publication
from woo.model.publication import Publication
from woo.model.record import DocumentType, Record
from woo.publish.diwoo_rules import problems
from woo.publish.sitemap import DIWOO, SITEMAP, midnight, sitemap_files
from woo.text.plain import one_line

NAMES = {"s": SITEMAP, "d": DIWOO}
SCHEMA = Path(__file__).parents[3] / "shared/reference/diwoo/sitemap-diwoo-offline.xsd"


@cache
def official_schema() -> etree.XMLSchema:
    """The schema of DiWoo 0.9.8. It may not be redistributed with this program."""
    if not SCHEMA.exists():
        assert os.environ.get("CI") != "true", "the official schema of DiWoo is needed here"
        pytest.skip("the official schema of DiWoo is not on this machine")
    return etree.XMLSchema(etree.parse(SCHEMA))


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return sample_publication(tmp_path)


def described(*records: Record) -> Publication:
    """A publication of which only the metadata is wanted: no files."""
    return Publication(
        title="Woo-besluit",
        case_number="2025-0042",
        publisher="BZK",
        category="014",
        base_url="https://open.voorbeeld.example/",
        decided_on=date(2025, 6, 2),
        records=tuple(replace(one, file_name=f"{one.number}.pdf") for one in records),
        files={},
        inventory={},
    )


def sitemap(publication: Publication) -> etree._Element:
    return etree.fromstring(sitemap_files(publication)["diwoo-sitemap.xml"])


def texts(root: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in root.iterfind(path, NAMES)]


def resources(root: etree._Element, path: str) -> list[str]:
    return [element.get("resource", "") for element in root.iterfind(path, NAMES)]


def test_the_metadata_is_valid_by_the_official_schema(publication: Publication) -> None:
    official_schema().assertValid(etree.ElementTree(sitemap(publication)))


def test_the_metadata_is_valid_by_our_own_rules(publication: Publication) -> None:
    assert problems(sitemap_files(publication)["diwoo-sitemap.xml"]) == ()


@pytest.mark.slow
@given(title=st.text(min_size=1), numbers=st.sets(st.integers(1, 99), min_size=1, max_size=3))
@settings(deadline=None)
def test_any_title_gives_valid_metadata(title: str, numbers: set[int]) -> None:
    shown = one_line(title)
    made = described(*(record(f"{number:04d}", title=title) for number in sorted(numbers)))
    xml = sitemap_files(made)["diwoo-sitemap.xml"]
    root = etree.fromstring(xml)
    assert texts(root, ".//d:officieleTitel") == [shown] * len(numbers)
    if shown:
        assert problems(xml) == ()
        official_schema().assertValid(etree.ElementTree(root))
    else:
        assert "officieleTitel ontbreekt of is leeg" in problems(xml)[0]


def test_only_released_documents_are_announced(publication: Publication) -> None:
    base = "https://open.voorbeeld.example/2025-0042/documenten"
    expected = [f"{base}/{number}.pdf" for number in ("besluit", "0001", "0002", "0003")]
    assert texts(sitemap(publication), "s:url/s:loc") == expected


def test_an_email_names_its_attachments(publication: Publication) -> None:
    root = sitemap(publication)
    assert resources(root, ".//d:relation") == [
        "https://open.voorbeeld.example/2025-0042/documenten/0002.pdf"
    ]
    assert texts(root, ".//d:role") == ["heeft bijlage"]


@pytest.mark.parametrize(
    ("document_type", "documentsoort", "handling"),
    [
        (DocumentType.BESLUIT, "c_4f50ca9c", "c_e1ec050e"),
        (DocumentType.NOTA, "c_2977c34f", "c_641ecd76"),
        (DocumentType.KAMERBRIEF, "c_49599e6c", "c_e1ec050e"),
        (DocumentType.KAMERSTUK, "c_056a75e1", "c_641ecd76"),
    ],
)
def test_a_known_document_type_is_named(
    document_type: DocumentType, documentsoort: str, handling: str
) -> None:
    root = sitemap(described(public("0001", document_type=document_type)))
    base = "https://identifier.overheid.nl/tooi/def/thes/kern/"
    assert resources(root, ".//d:documentsoort") == [base + documentsoort]
    assert resources(root, ".//d:soortHandeling") == [base + handling]


def test_an_unknown_document_type_is_left_out() -> None:
    root = sitemap(described(public("0001")))
    assert resources(root, ".//d:documentsoort") == []
    assert texts(root, ".//d:soortHandeling") == ["vaststelling"]


def test_a_document_without_a_date_has_the_date_of_the_decision() -> None:
    root = sitemap(described(public("0001", dated=None)))
    assert texts(root, ".//d:creatiedatum") == []
    assert texts(root, ".//d:atTime") == ["2025-06-02T00:00:00+02:00"]


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2025, 3, 30), "+01:00"),  # the clock goes forward later that night
        (date(2025, 3, 31), "+02:00"),
        (date(2025, 10, 26), "+02:00"),
        (date(2025, 10, 27), "+01:00"),
        (date(2024, 12, 31), "+01:00"),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(day: date, offset: str) -> None:
    assert midnight(day) == f"{day.isoformat()}T00:00:00{offset}"


def test_many_documents_are_split_over_sitemaps() -> None:
    made = described(*(public(f"{number:04d}") for number in range(1, 8)))
    files = sitemap_files(made, most_urls=3)
    names = ["diwoo-sitemap.xml", "diwoo-sitemap-2.xml", "diwoo-sitemap-3.xml"]
    counts = [len(etree.fromstring(files[name])) for name in names]
    assert counts == [3, 3, 1]
    index = etree.fromstring(files["sitemapindex-diwoo-infocat014.xml"])
    assert texts(index, "s:sitemap/s:loc") == [
        f"https://open.voorbeeld.example/{name}" for name in names
    ]
    expected = "Sitemap: https://open.voorbeeld.example/sitemapindex-diwoo-infocat014.xml"
    assert expected in files["robots.txt"].decode().splitlines()


def test_no_sitemap_grows_over_its_limit() -> None:
    made = described(*(public(f"{number:04d}", title="x" * 400) for number in range(1, 40)))
    files = sitemap_files(made, most_bytes=20_000)
    parts = [content for name, content in files.items() if name.startswith("diwoo-sitemap")]
    assert len(parts) > 2
    assert max(len(part) for part in parts) <= 20_000
    assert sum(len(etree.fromstring(part)) for part in parts) == 39


def test_nothing_released_needs_no_sitemap() -> None:
    made = described(public("0001"))
    unreleased = replace(made.records[0], file_name=None)
    assert sitemap_files(replace(made, records=(unreleased,))) == {}
