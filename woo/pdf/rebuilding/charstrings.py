"""The widths of CFF glyphs, with a limit on the work that a hostile one may ask for."""

from typing import Any

_MAX_CALLS = 20_000


def charstring_width(top: Any, name: str) -> float:
    """The advance of glyph ``name`` of a CFF top dictionary. Raises ValueError beyond limits."""
    from fontTools.misc.psCharStrings import T2WidthExtractor

    charstring, selector = top.CharStrings.getItemAndSelector(name)
    private = charstring.private

    class Limited(T2WidthExtractor):  # type: ignore[misc]  # fontTools has no types
        calls = 0

        def execute(self, given: Any) -> None:
            Limited.calls += 1
            if Limited.calls > _MAX_CALLS:
                raise ValueError("a glyph calls too many subroutines")
            super().execute(given)

    del selector
    extractor = Limited(
        getattr(private, "Subrs", []),
        charstring.globalSubrs,
        private.nominalWidthX,
        private.defaultWidthX,
        private,
    )
    extractor.execute(charstring)
    return float(extractor.width)
