"""Grows PDFs: content streams from a grammar, with the secret at any place in them."""

from hypothesis import strategies as st

from tests.hostile.raw import basis, flate, stream, write
from tests.vectors import SECRET

KEPT = ("Overleg", "nota", "besluit", "maandag", "vergadering", "1,50", "(art. 5)", "Noordzee")
_FONTS = {
    b"F1": b"/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    b"F2": b"/Subtype /Type1 /BaseFont /Courier",
    b"F3": b"/Subtype /Type1 /BaseFont /Times-BoldItalic /Encoding /MacRomanEncoding",
    b"F4": b"/Subtype /TrueType /BaseFont /Arial /Encoding << /BaseEncoding /WinAnsiEncoding "
    b"/Differences [97 /a] >>",
}

_small = st.floats(-3, 3, width=32)
_place = st.floats(-50, 620, width=32)


def _number(value: float) -> bytes:
    return f"{value:.4f}".rstrip("0").rstrip(".").encode() or b"0"


numbers = st.one_of(
    _place.map(_number),
    st.integers(-3, 700).map(lambda n: b"%d" % n),
    st.sampled_from([b".5", b"-.5", b"+3", b"007", b"1.", b"--5", b"1e3", b"99999999999", b"0"]),
)
words = st.one_of(st.sampled_from(KEPT), st.just(SECRET), st.just(SECRET))
sentences = st.lists(words, min_size=1, max_size=5).map(" ".join)


def _literal(text: str) -> bytes:
    plain = text.encode("latin-1")
    return b"(" + plain.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def _octal(text: str) -> bytes:
    return b"(" + b"".join(rb"\%03o" % byte for byte in text.encode("latin-1")) + b")"


def _hexadecimal(text: str) -> bytes:
    return b"<" + text.encode("latin-1").hex(" ").encode() + b">"


def strings(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """A text, written in any of the ways in which PDF writes strings."""
    return st.builds(
        lambda write_it, text: write_it(text),
        st.sampled_from([_literal, _literal, _octal, _hexadecimal]),
        texts,
    )


@st.composite
def pieces(draw: st.DrawFn) -> bytes:
    """An array for TJ: a sentence cut up at any place, with kerning between."""
    text = draw(sentences)
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4)))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    kerning = st.integers(-300, 120).map(lambda n: b"%d" % n)
    written = [draw(strings(st.just(part))) + draw(kerning) for part in parts if part]
    return b"[" + b" ".join(written) + b"] TJ"


@st.composite
def letters_apart(draw: st.DrawFn) -> bytes:
    """A word letter by letter, each with a move of its own."""
    word, step = draw(words), draw(st.integers(4, 12))
    return b" ".join(b"%d 0 Td %s Tj" % (step, _literal(letter)) for letter in word)


shown = st.one_of(
    strings(sentences).map(lambda text: text + b" Tj"),
    strings(sentences).map(lambda text: text + b" Tj"),
    strings(sentences).map(lambda text: text + b" '"),
    strings(sentences).map(lambda text: b"1 0.5 " + text + b' "'),
    pieces(),
    pieces(),
    letters_apart(),
)
matrices = st.one_of(
    st.builds(lambda x, y: b"1 0 0 1 %s %s" % (x, y), _place.map(_number), _place.map(_number)),
    st.builds(
        lambda turn, x, y: b"%s %s %s" % (turn, x, y),
        st.sampled_from([b"0 1 -1 0", b"-1 0 0 -1", b"1 0 0 -1", b"1 0.3 0 1", b"2 0 0 0.5"]),
        _place.map(_number),
        _place.map(_number),
    ),
    st.lists(_small.map(_number), min_size=4, max_size=4).map(
        lambda four: b" ".join(four) + b" 200 300"
    ),
)
states = st.one_of(
    st.builds(lambda n: b"%d Tr" % n, st.integers(0, 8)),
    st.builds(lambda n: n + b" Tc", _small.map(_number)),
    st.builds(lambda n: n + b" Tw", _small.map(_number)),
    st.builds(lambda n: b"%d Tz" % n, st.integers(10, 300)),
    st.builds(lambda n: b"%d TL" % n, st.integers(-5, 40)),
    st.builds(lambda n: b"%d Ts" % n, st.integers(-9, 9)),
    st.builds(lambda m: m + b" Tm", matrices),
    st.builds(lambda x, y: b"%s %s Td" % (x, y), numbers, numbers),
    st.builds(lambda x, y: b"%s %s TD" % (x, y), numbers, numbers),
    st.just(b"T*"),
    st.builds(
        lambda font, size: b"/%s %d Tf" % (font, size),
        st.sampled_from([*_FONTS, b"F9"]),
        st.integers(-12, 40),
    ),
)
text_objects = st.builds(
    lambda font, size, at, body: b"BT /%s %d Tf %s Tm %s ET" % (font, size, at, b" ".join(body)),
    st.sampled_from(list(_FONTS)),
    st.integers(6, 24),
    matrices,
    st.lists(st.one_of(shown, shown, states), min_size=1, max_size=5),
)
drawings = st.sampled_from(
    [
        b"10 10 100 50 re f",
        b"0.5 g",
        b"1 1 1 rg",
        b"0 0 m 400 600 l S",
        b"20 20 300 400 re W n",
        b"/X1 Do",
        b"/X2 Do",
        b"/X9 Do",
        b"BI /W 4 /H 4 /BPC 8 /CS /G ID 0123456789abcdef EI",
        b"BI /W 2 /H 2 /BPC 8 /CS /RGB /F /AHx ID 00ff00ff00ff00ff00ff00ff> EI",
    ]
)
broken = st.one_of(
    st.sampled_from(
        [b"Q", b"q", b"ET", b"BT", b"EMC", b"]", b"[", b">>", b"BX foo EX", b"Tf", b"ID"]
    ),
    st.just(b"%% opmerking over %s\n" % SECRET.encode()),
    strings(sentences).map(lambda text: text + b" 1 2 Tf"),
    strings(sentences).map(lambda text: text + b" onzin"),
    strings(sentences).map(lambda text: b"[" + text + b" 3 Tj"),
    st.binary(max_size=12).map(lambda raw: bytes(byte for byte in raw if byte not in b"(<%[")),
)
marks = st.one_of(
    st.just(b"/P << /MCID 0 >> BDC"),
    st.just(b"/Artifact BMC"),
    strings(sentences).map(lambda text: b"/Span << /ActualText %s >> BDC" % text),
    strings(sentences).map(lambda text: b"/P << /Alt %s /Lang (nl) >> BDC" % text),
)


def _nested(inner: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    several = st.lists(inner, min_size=1, max_size=3).map(b"\n".join)
    return st.one_of(
        several.map(lambda body: b"q\n" + body + b"\nQ"),
        st.builds(lambda at, body: b"q " + at + b" cm\n" + body + b"\nQ", matrices, several),
        st.builds(lambda mark, body: mark + b"\n" + body + b"\nEMC", marks, several),
    )


blocks = st.recursive(
    st.one_of(text_objects, text_objects, text_objects, drawings, broken), _nested, max_leaves=6
)
contents = st.lists(blocks, min_size=1, max_size=5).map(b"\n".join)
pages = st.sampled_from(
    [b"", b"", b"", b"/Rotate 90", b"/Rotate 180", b"/CropBox [50 50 350 550]", b"/UserUnit 2"]
)
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 400 600] "


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A whole PDF: one page, two forms, four fonts, and sometimes a second page."""
    fonts = b" ".join(b"/%s %d 0 R" % (name, 20 + n) for n, name in enumerate(_FONTS))
    resources = b"/Font << %s >> /XObject << /X1 30 0 R /X2 31 0 R >>" % fonts
    pack = draw(st.sampled_from([stream, flate]))
    objects = basis(b"", draw(pages))
    objects[3] = objects[3].replace(b"/Font << /F1 5 0 R >>", resources)
    objects[4] = pack(draw(contents))
    for n, kind in enumerate(_FONTS.values()):
        objects[20 + n] = b"<< /Type /Font " + kind + b" >>"
    inside = b"/Resources << %s >>" % resources
    objects[30] = pack(draw(contents), _FORM + draw(st.sampled_from([inside, b""])))
    objects[31] = pack(draw(contents), _FORM + inside + b"/Matrix [0 1 -1 0 400 0]")
    if draw(st.booleans()):
        objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
        objects[6] = objects[3].replace(b"/Contents 4 0 R", b"/Contents [4 0 R 7 0 R]")
        objects[7] = pack(draw(contents))
    return write(objects)
