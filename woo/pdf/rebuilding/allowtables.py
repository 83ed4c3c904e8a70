"""What may stay in a PDF: everything that is not named here is taken out.

The tables follow ISO 32000-1. Left out on purpose: everything that holds text a reader does not
see (Metadata, PieceInfo, LastModified, OPI, Alternates, names of scripts and files), everything
that acts (AA, JavaScript), every link to another file, and what PDF/A forbids and nobody misses
(Interpolate).
"""

# What a value may be, besides the name of another table:
#   atom     a name, a number or a truth value, never a string
#   numbers  the same, or arrays of them to any depth
#   bytes    a string of which the bytes mean numbers (a colour table)
# "[x]" is an array of x (or a single x), "{x}" a dictionary of which every value is x.
STREAM = {"Length": "atom", "Filter": "numbers", "DecodeParms": "[decode]"}


def _all(kind: str, names: str) -> dict[str, str]:
    """The same kind for several keys."""
    return dict.fromkeys(names.split(), kind)


TABLES: dict[str, dict[str, str]] = {
    "decode": _all(
        "atom",
        "Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign "
        "Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform",
    )
    | {"JBIG2Globals": "data"},
    "data": STREAM,
    "page": {
        "Type": "atom",
        "MediaBox": "numbers",
        "CropBox": "numbers",
        "Rotate": "atom",
        "UserUnit": "atom",
        "Resources": "resources",
        "Group": "group",
        "StructParents": "atom",
        "Tabs": "atom",
    },
    "group": {"Type": "atom", "S": "atom", "CS": "colorspace", "I": "atom", "K": "atom"},
    "resources": {
        "Font": "{font}",
        "XObject": "{xobject}",
        "ExtGState": "{gstate}",
        "ColorSpace": "{colorspace}",
        "Pattern": "{pattern}",
        "Shading": "{shading}",
    },
    "form": STREAM
    | {
        "Type": "atom",
        "Subtype": "atom",
        "FormType": "atom",
        "BBox": "numbers",
        "Matrix": "numbers",
        "Resources": "resources",
        "Group": "group",
        "StructParents": "atom",
        "StructParent": "atom",
    },
    "image": STREAM
    | {
        "Type": "atom",
        "Subtype": "atom",
        "Width": "atom",
        "Height": "atom",
        "ColorSpace": "colorspace",
        "BitsPerComponent": "atom",
        "Intent": "atom",
        "ImageMask": "atom",
        "Mask": "mask",
        "Decode": "numbers",
        "SMask": "image",
        "SMaskInData": "atom",
        "Matte": "numbers",
        "StructParent": "atom",
    },
    "gstate": _all("numbers", "Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK")
    | {"Font": "fontsetting", "SMask": "softmask"},
    "softmaskdict": {
        "Type": "atom",
        "S": "atom",
        "G": "form",
        "BC": "numbers",
        "TR": "function",
    },
    "type0": {
        "Type": "atom",
        "Subtype": "atom",
        "BaseFont": "atom",
        "Encoding": "cmap",
        "DescendantFonts": "[cidfont]",
        "ToUnicode": "tounicode",
    },
    "cidfont": {
        "Type": "atom",
        "Subtype": "atom",
        "BaseFont": "atom",
        "CIDSystemInfo": "cidsystem",
        "FontDescriptor": "descriptor",
        "DW": "atom",
        "W": "numbers",
        "DW2": "numbers",
        "W2": "numbers",
        "CIDToGIDMap": "cidtogid",
    },
    "simplefont": {
        "Type": "atom",
        "Subtype": "atom",
        "Name": "atom",
        "BaseFont": "atom",
        "FirstChar": "atom",
        "LastChar": "atom",
        "Widths": "numbers",
        "FontDescriptor": "descriptor",
        "Encoding": "encoding",
        "ToUnicode": "tounicode",
        # Type 3
        "FontBBox": "numbers",
        "FontMatrix": "numbers",
        "CharProcs": "{glyph}",
        "Resources": "resources",
    },
    "descriptor": _all(
        "numbers",
        "Type FontName FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent "
        "Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth",
    )
    | {"FontFile": "fontfile", "FontFile2": "fontfile", "FontFile3": "fontfile"},
    "fontfile": STREAM
    | {"Subtype": "atom", "Length1": "atom", "Length2": "atom", "Length3": "atom"},
    "glyph": STREAM,
    "tounicode": STREAM,
    "cmapstream": STREAM
    | {"Type": "atom", "CMapName": "atom", "CIDSystemInfo": "cidsystem", "WMode": "atom"},
    "cidsystem": {"Registry": "registry", "Ordering": "registry", "Supplement": "atom"},
    "encodingdict": {"Type": "atom", "BaseEncoding": "atom", "Differences": "numbers"},
    "tiling": STREAM
    | _all("numbers", "Type PatternType PaintType TilingType BBox XStep YStep Matrix")
    | {"Resources": "resources"},
    "shadingpattern": {
        "Type": "atom",
        "PatternType": "atom",
        "Shading": "shading",
        "Matrix": "numbers",
        "ExtGState": "gstate",
    },
    "shading": STREAM
    | _all(
        "numbers",
        "ShadingType Background BBox AntiAlias Domain Matrix Coords Extend "
        "BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow",
    )
    | {"ColorSpace": "colorspace", "Function": "[function]"},
    "functiondict": STREAM
    | _all(
        "numbers", "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"
    )
    | {"Functions": "[function]"},
    "icc": STREAM | {"N": "atom", "Alternate": "colorspace", "Range": "numbers"},
    "calibrated": _all("numbers", "WhitePoint BlackPoint Gamma Matrix Range"),
    "outputintent": {
        "Type": "atom",
        "S": "atom",
        "OutputConditionIdentifier": "profile",
        "DestOutputProfile": "icc",
    },
}

REGISTRIES = {b"Adobe", b"Identity", b"UCS", b"Japan1", b"GB1", b"CNS1", b"Korea1", b"KR"}
PROFILES = {b"sRGB", b"sRGB IEC61966-2.1", b"Custom", b"FOGRA39", b"FOGRA51"}
