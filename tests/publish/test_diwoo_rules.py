from datetime import date

import pytest

from tests.inventory.lists import public, record
from tests.publish.test_sitemap import described
from woo.publish.diwoo_rules import problems
from woo.publish.sitemap import sitemap_files

BZK = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034"
CATEGORY = "https://identifier.overheid.nl/tooi/def/thes/kern/c_3baef532"


def sitemap() -> str:
    made = described(record("0001", dated=date(2025, 1, 2)), public("0002", family="0001"))
    return sitemap_files(made)["diwoo-sitemap.xml"].decode()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (f' resource="{BZK}"', "", "publisher heeft geen adres"),
        (BZK, BZK + "9", "publisher heeft een adres dat niet"),
        ("ministerie van Binnenlandse", "Ministerie van Binnenlandse", "ander label"),
        (CATEGORY, BZK, "informatiecategorie heeft een adres dat niet"),
        ("2025-01-02T00:00:00+01:00", "2025-01-02", "atTime is geen tijdstip"),
        ("2025-01-02T00:00:00+01:00", "2025-02-30T00:00:00+01:00", "atTime is geen tijdstip"),
        ("2025-06-02T00:00:00+02:00", "gisteren", "lastmod is geen tijdstip"),
        ("<loc>https://", "<loc>http://", "loc is geen https-adres"),
        ("Verslag overleg waterkwaliteit</diwoo:off", "</diwoo:off", "officieleTitel ontbreekt"),
        ("diwoo:DiWoo>", "diwoo:Ander>", "publisher ontbreekt"),
        ("diwoo:soortHandeling", "diwoo:handeling", "soortHandeling ontbreekt"),
        ("/0002.pdf</loc>", "/0001.pdf</loc>", "twee keer voor"),
        (' resource="https://open', ' resource="http://open', "relation heeft geen https-adres"),
        ("<urlset", "<!DOCTYPE urlset><urlset", "begint niet met urlset"),
        ("</urlset>", "", "geen geldige XML"),
        ("urlset", "urllist", "begint niet met urlset"),
    ],
)
def test_a_broken_rule_is_named(old: str, new: str, says: str) -> None:
    whole = sitemap()
    assert problems(whole.encode()) == ()
    assert old in whole
    assert any(says in problem for problem in problems(whole.replace(old, new).encode()))


def test_an_empty_document_that_the_schema_passes_is_a_problem() -> None:
    empty = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:diwoo="https://standaarden.overheid.nl/diwoo/metadata/"><url>'
        "<loc>https://voorbeeld.example/1.pdf</loc><diwoo:Document/></url></urlset>"
    )
    assert len(problems(empty.encode())) == 7


def test_a_sitemap_without_documents_is_a_problem() -> None:
    empty = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'
    assert problems(empty) == ("De sitemap heeft 0 adressen; 1 tot en met 50000 mag.",)
