"""The filters that an image is stored with (ISO 32000-1, 7.4)."""

import io
from typing import Any

_PLAIN = frozenset(
    {"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}
)


def filters_of(image: Any) -> list[str]:
    """The names of the filters, the outermost first."""
    import pikepdf

    given = image.get("/Filter")
    if given is None:
        return []
    return [str(name) for name in given] if isinstance(given, pikepdf.Array) else [str(given)]


def parameters_of(image: Any) -> list[Any]:
    """The parameter dictionaries, one for each filter; empty ones where there are none."""
    import pikepdf

    given = image.get("/DecodeParms")
    listed = list(given) if isinstance(given, pikepdf.Array) else [given]
    listed += [None] * (len(filters_of(image)) - len(listed))
    return [one if isinstance(one, pikepdf.Dictionary) else pikepdf.Dictionary() for one in listed]


def is_plain(filters: list[str]) -> bool:
    """Whether decoding gives the samples themselves."""
    return all(name in _PLAIN for name in filters)


def innermost(image: Any) -> bytes:
    """The data as the last filter gets it: the JPEG file in a stream that is Flate and DCT."""
    import pikepdf

    outer = filters_of(image)[:-1]
    if not outer:
        return bytes(image.read_raw_bytes())
    with pikepdf.new() as carrier:
        wrapped = carrier.make_stream(image.read_raw_bytes())
        names = pikepdf.Array([pikepdf.Name(name) for name in outer])
        # Not through write(), which would encode.
        wrapped["/Filter"] = names
        # An empty dictionary makes qpdf give up on ASCII85.
        wrapped["/DecodeParms"] = pikepdf.Array(
            [
                (carrier.copy_foreign(one) if one.is_indirect else one) if len(one.keys()) else None
                for one in parameters_of(image)[:-1]
            ]
        )
        buffer = io.BytesIO(wrapped.read_bytes())
    return buffer.getvalue()
