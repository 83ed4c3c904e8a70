"""A web address says more than its letters."""

import base64

import pytest

from woo.pdf.rebuilding.addresses import readings

CODED = base64.b64encode(b"naam=Zwartkruis").decode()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.nl/Zwartkruis",
        "https://example.nl/?q=%5Awart%6Bruis",
        "https://example.nl/?q=%255Awartkruis",
        f"https://example.nl/?d={CODED}",
        f"https://example.nl/map/{CODED.rstrip('=')}",
        f"https://example.nl/?d={base64.b64encode(CODED.encode()).decode()}",
        "https://example.nl/#" + b"Zwartkruis".hex(),
        "https://xn--Zwartkruis-abc.example.nl/",
    ],
)
def test_codings_are_undone(address: str) -> None:
    assert any("zwartkruis" in reading.lower() for reading in readings(address))


def test_an_address_without_codings_is_one_reading() -> None:
    assert list(readings("https://www.rijksoverheid.nl/a")) == ["https://www.rijksoverheid.nl/a"]
