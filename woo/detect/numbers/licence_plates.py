"""Licence plates: the Dutch forms (sidecodes 1 to 14), and any plate that is called one.

Source: Regeling kentekens en kentekenplaten; from sidecode 4 on the letters are consonants
without C and Q. Without hyphens a plate counts only behind a word such as *kenteken*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from woo.detect.layout.columns import GAP, cells_below
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_L = "[BDFGHJKLMNPRSTVWXZ]"
_D = r"\d"
# Groups of letters (L) and digits (D); two pairs of letters or digits side by side too.
_SIDECODES = (
    "LL DD DD", "DD DD LL", "DD LL DD", "LL DD LL", "LL LL DD", "DD LL LL", "DD LLL D",
    "D LLL DD", "LL DDD L", "L DDD LL", "LLL DD L", "L DD LLL", "D LL DDD", "DDD LL D",
)  # fmt: skip
# Without hyphens *KL1701* is a flight.
_UNLIKE_FLIGHTS = _SIDECODES[2:]


def _form(letter: str, gap: str, codes: Sequence[str] = _SIDECODES) -> str:
    """All of ``codes`` in one alternation; the second gap is the same as the first."""
    return "|".join(
        "".join(gap if c == " " else letter if c == "L" else _D for c in code) for code in codes
    )


# Found by its middle group, which few texts have.
_MIDDLE = re.compile(r"-(?:\d{2,3}|[A-Z]{2,3})-")
# Of trailers: *OL-73-HK*. Those that begin with a W have the forms of other plates.
_TRAILER = rf"O{_L}-\d\d-{_L}{{2}}|O{_L}-{_L}{{2}}-\d\d"
# *1-ABC-234* is Belgian: Dutch plates have no such form.
_HYPHENATED = re.compile(
    rf"(?<![\w/.-])(?:{_form(_L, '-')}|[1-9]-[A-Z]{{3}}-\d{{3}}|{_TRAILER})(?![\w/]|-\w|\.\d)"
)
_GAP = r"[ ]?[-\u2012\u2013. ]?[ ]?"
_LOOSE = re.compile(rf"(?:{_form('[A-Z]', _GAP)})(?![\w]|-\w)", re.IGNORECASE)
# A foreign plate or one half seen: one to four groups with a digit and a letter among them.
_ANY = re.compile(
    r"(?=[A-Z0-9 -]{0,7}\d)(?=[\d -]{0,5}[A-Z])[A-Z\d]{1,4}(?:[ -]{1}[A-Z\d?]{1,5}){1,3}(?!\w)"
)
# As a scan is read, behind a word for it: *K-4l9-TB*, *D B - 4 4 - 7 l*.
_GROUP = r"[A-Za-z\d](?:[ ]?[A-Za-z\d]){0,2}"
_READ = re.compile(
    rf"(?=[^\n]{{0,8}}[\dlO])(?=[\d -]{{0,10}}[A-Za-z]){_GROUP}(?:[ ]?-[ ]?{_GROUP}){{2}}(?![\w-])"
)
_ANY_GLUED = re.compile(r"(?=[A-Z]{0,3}\d)(?=\d{0,4}[A-Z])[A-Z\d]{5,8}(?![\w-])")
# Without hyphens, or in small letters, beside a vehicle: *een grijze Golf, AB 123 C*.
_BARE = re.compile(
    rf"(?<![\w/.-])(?:{_form(_L, '[ ]?', _UNLIKE_FLIGHTS)}|{_form(_L, '[.]')}|"
    rf"{_form(_L, '[ ][-–][ ]')}|(?i:{_form(_L, '-')}|{_TRAILER}))(?![\w/-]|\.\d)"
)
_VEHICLE = re.compile(
    r"\b(?:(?:bestel|vracht|personen|lease|huur|dienst)?(?:auto|bus|busje|wagen)|voertuig|"
    r"parkeer(?:vergunning|ontheffing|kaart)|(?:inrij)?ontheffing|naheffing|"
    r"brommer|scooter|motor(?:fiets)?|aanhanger|trekker|tractor|oplegger|caravan|camper|taxi|"
    r"volkswagen|vw|golf|polo|passat|caddy|transporter|opel|astra|corsa|ford|focus|fiesta|transit|"
    r"renault|clio|m[eé]gane|kangoo|peugeot|citro[eë]n|berlingo|toyota|yaris|kia|picanto|hyundai|"
    r"skoda|škoda|octavia|audi|bmw|mercedes|sprinter|vito|volvo|tesla|fiat|nissan|mazda|suzuki|"
    r"dacia|daf|scania|iveco)\b",
    re.IGNORECASE,
)
# Of another country, where a plate of that country is spoken of: *Engelse plaat LK14 VXD*.
_COUNTRY = (
    r"(?:duitse?|belgische?|franse?|engelse?|britse?|poolse?|roemeense?|bulgaarse?|spaanse?|turkse?|"
    r"italiaanse?|tsjechische?|hongaarse?|litouwse?|oekraïense?|luxemburgse?|deense?|portugese?)"
)
_FOREIGN = re.compile(
    rf"\b{_COUNTRY}[ ](?:(?:plaat|kenteken|nummerplaat|nummer)[ :]{{1,3}}(?P<behind>"
    r"(?-i:[A-Z\d]{1,4}(?:[ -][A-Z\d]{1,6}){0,3}))|"
    r"(?:bestel|vracht|personen)?(?:auto'?s?|bus(?:jes?)?|wagens?)[ ,(:]{1,3}(?P<vehicle>"
    r"(?-i:[A-Z]{1,3}[ -]?\d{2,3}[ -]?[A-Z]{2,3}|[A-Z]{2,3}[ ]?\d{3,5}[A-Z]{0,2})))(?![\w-])|"
    r"(?<![\w-])(?-i:(?P<before>[A-Z]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4}))(?![\w-])"
    rf"(?=[^.\n]{{0,40}}\b{_COUNTRY}[ ](?:plaat|kenteken|nummer))|"
    r"(?<![\w-])(?-i:(?P<coded>(?=[A-Z\d -]{0,4}\d)[A-Z\d]{1,3}[ ][A-Z\d]{2,4}[ ]?[A-Z\d]{0,4}))[ ]"
    r"\((?-i:RO|PL|D|B|BG|E|F|GB|UK|CZ|H|LT|UA|TR|I|L|P)\)",
    re.IGNORECASE,
)
# *two cars: B-LM 4471*: a German plate, where cars are parked.
_GERMAN = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ ]\d{1,4}(?![\w-])")
_PARKED = re.compile(
    r"\b(?:cars?|park(?:ing|ed)?|auto'?s?|parkeren|geparkeerd|busje|camper|platen|kentekens)\b",
    re.I,
)
_BEFORE, _BEHIND = 60, 25
_OF_FOREIGN = ("plaat", "kenteken", "voertuig", "auto", "bus", "wagen", "duits", "belgi", "pools")
_OF_SEVERAL = ("kentekens", "auto's", "autos", "busjes", "wagens", "voertuigen", "platen")
_NEXT = re.compile(
    r"(?:,[ ]?(?:en[ ])?|[ ](?:en|of|and|und)[ ]|[ ]?/[ ]?)"
    r"(?P<plate>(?=[A-Z\d -]{0,6}\d)(?=[\d -]{0,5}[A-Z])"
    r"[A-Z\d]{1,4}(?:[ -][A-Z\d]{1,5}){1,2})(?![\w-])"
)
_CELLS = re.compile(r"[ ]{0,3}[|;,(\t][ ]{0,3}|[ ]{1,3}")
_WORD = (
    r"(?:kenteken(?:s|plaat|nummer|nr)?|nummerplaat|nummerbord|kent\.|"
    r"licen[cs]e plate|registration plate|(?:kfz-)?kennzeichen)(?![\w-])"
)
_CALLED = re.compile(
    rf"(?<![\w]){_WORD}(?:[ ](?:van|op|de|het|mijn|zijn|haar|hun|onze|auto|wagen|bus|"
    rf"brommer|scooter|motor|voertuig|aanhanger|trailer|voor|met|en|is|was|luidt)\b){{0,4}}\]?{GAP}[\"'“‘(]?",
    re.IGNORECASE,
)
_HEADING = re.compile(r"kenteken|nummerplaat")
# In its column: the country's letters and groups of letters and digits.
_CELL = re.compile(r"(?=[A-Z0-9 -]*\d)(?=[\d -]*[A-Z])[A-Z\d]{1,4}(?:[ -][A-Z\d]{1,6}){1,3}")
_ASKED = re.compile(
    r"(?:kenteken|nummerplaat)[^\n?]{0,40}\?[^\S\n]{0,3}\n[^\n]{0,40}?(?=\b[A-Z\d]{1,3}-)", re.I
)
_OTHER = re.compile(
    r"(?:kenmerk|referentie|ref\.?|zaak(?:nummer)?|dossier(?:nummer)?|artikel|versie|order(?:nummer)?|bestek|"
    r"type|model|kamer|lokaal|perceel|sectie|bestelnummer|rekening|"
    r"formulier)[ .:#]{0,3}(?:nr\.? )?$",
    re.IGNORECASE,
)
# ``1-MRT-24`` is a day in March; these letters were never given out.
_MONTH = re.compile(r"MRT|SPT|SD|SS|SA|NSB|TBS|KKK|PVV|GVD", re.IGNORECASE)
# *XX-99-XX*: how plates look.
_EXAMPLE = re.compile(r"[X9-]+")
_UNSEEN = re.compile(r"(?<![\w/-])(?:\d\d-[A-Z]{2,3}|[A-Z]{1,3}-\d{2,3})-[?*_]+(?![\w-])")


def is_no_plate(text: str, start: int, end: int) -> bool:
    """Whether something in the form of a plate is a day, or has a word for a thing before it."""
    before = text[max(0, start - 40) : start]
    if _EXAMPLE.fullmatch(text, start, end):
        return True
    return _OTHER.search(before) is not None or _MONTH.search(text, start, end) is not None


def detect_licence_plate(document: Document) -> Iterator[Finding]:
    """Every plate with hyphens, and every other one that a word or heading calls a plate."""
    text = document.text
    found = list(_by_form_or_word(text))
    yield from found
    if found and mentions(text, _OF_SEVERAL):
        for span in _further(text, {one.end for one in found}):
            yield _found(text, span, 0.8)


def _further(text: str, ends: Iterable[int]) -> Iterator[tuple[int, int]]:
    """*kentekens VND-46-R, WX 8201P en B 88 TRX*: what a list goes on with."""
    for end in ends:
        following = _NEXT.match(text, end)
        while following and not is_no_plate(text, *following.span("plate")):
            yield following.span("plate")
            following = _NEXT.match(text, following.end())


def _by_form_or_word(text: str) -> Iterator[Finding]:
    for match in _with_hyphens(text):
        if not is_no_plate(text, *match.span()):
            yield _found(text, match.span(), 0.9)
    for span in _beside_vehicles(text):
        yield _found(text, span, 0.8)
    for match in _FOREIGN.finditer(text) if mentions(text, _OF_FOREIGN) else ():
        group = match.lastgroup or ""
        if re.search(r"\d", match[group]):
            yield _found(text, match.span(group), 0.85)
    for match in _GERMAN.finditer(text):
        if _PARKED.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield _found(text, match.span(), 0.85)
    if not mentions(
        text, ("kenteken", "nummerplaat", "nummerbord", "kent.", "plate", "kennzeichen")
    ):
        return
    for span in {*_called(text)}:
        yield _found(text, span, 0.95)


def _beside_vehicles(text: str) -> Iterator[tuple[int, int]]:
    """Behind a vehicle on its line, or in the cell before it."""
    for vehicle in _VEHICLE.finditer(text):
        last = min(len(text), vehicle.end() + _BEFORE)
        for match in _BARE.finditer(text, vehicle.end(), last):
            if (
                not is_no_plate(text, *match.span())
                and "\n" not in text[vehicle.end() : match.start()]
            ):
                yield match.span()
        first = max(0, vehicle.start() - _BEHIND)
        for match in _BARE.finditer(text, first, vehicle.start()):
            if not is_no_plate(text, *match.span()) and _CELLS.fullmatch(
                text, match.end(), vehicle.start()
            ):
                yield match.span()


def _called(text: str) -> Iterator[tuple[int, int]]:
    """Behind a word for a plate, in the answer to a question, or in a column."""
    for pattern in (_CALLED, _ASKED):
        for word in pattern.finditer(text):
            plate = _plate(text, word.end())
            if plate:
                yield plate.span()
    for start, end in cells_below(text, _HEADING):
        plate = _plate(text, start)
        if plate and plate.end() <= end:
            yield plate.span()
        elif _CELL.fullmatch(text, start, end):
            yield start, end


def _with_hyphens(text: str) -> Iterator[re.Match[str]]:
    """Every form of a plate around a middle group."""
    for middle in _MIDDLE.finditer(text):
        for back in (1, 2, 3):
            start = middle.start() - back
            match = None
            if start >= 0:
                match = _HYPHENATED.match(text, start) or _UNSEEN.match(text, start)
            if match:
                yield match
                break


def _plate(text: str, position: int) -> re.Match[str] | None:
    return (
        _LOOSE.match(text, position)
        or _READ.match(text, position)
        or _ANY.match(text, position)
        or _ANY_GLUED.match(text, position)
    )


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.LICENCE_PLATE, "licence_plate", score)
