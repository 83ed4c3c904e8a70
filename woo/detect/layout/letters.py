"""Names in the salutation and under the closing of letters and e-mails."""

import re
from collections.abc import Iterator

from woo.detect.spans import finding, person
from woo.detect.words.grammar import Name, read_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_ordinary, is_place
from woo.text.lines import lines

_GREETING = re.compile(
    r"^[ \t>*|]{0,12}(?:\[?\d{1,2}:\d{2}\]?[ ])?(?:zeer |weledel\w* |hoog\w* )?"
    r"(?:beste|geachte|lieve|waarde|hallo|hoi|ha|hi|hey|hé|dag|dear|hello|"
    r"goede?(?:morgen|middag|navond|n?avond)|good (?:morning|afternoon)|bonjour|dank(?:jewel| je "
    r"wel)?|bedankt|thanks)"
    r"(?:[ ](?:heer/mevrouw|heer of mevrouw|mevrouw/heer|collega|mede-?\w+|dames? en heren?))?[ ]",
    re.IGNORECASE | re.MULTILINE,
)
_AND = re.compile(r"[ ]{0,2}(?:,[ ]?|/[ ]?|&[ ]?|[ ]en[ ]|[ ]and[ ]|,?[ ]?\n?(?:en|EN|and)[ ])")
_GREETING_END = re.compile(r"[ ]?(?:[,!.:;\n(–-]|$|[ ]?en [a-z])")
CLOSING = re.compile(
    r"^[ \t>*|]{0,12}(?:(?:alvast |nogmaals |veel |warme |dank en |dank, )?"
    r"(?:met )?(?:de |een )?(?:vriendelijke|hartelijke|hartelĳke|collegiale|zonnige|beste|warme|"
    r"lieve|veel|fijne)?[ ]?"
    r"(?:groet(?:en|jes)?|grt?n?\.?)|mvg|m\.v\.g\.?|vr\.? ?gr\.?|hoogachtend|met "
    r"(?:verschuldigde )?hoogachting|"
    r"(?:kind|best|warm|warmest)(?: regards| wishes)|regards|yours (?:sincerely|faithfully|truly)|"
    r"sincerely(?: yours)?|"
    r"with kind regards|cheers|(?:veel )?liefs|(?:dikke )?(?:kus(?:jes|sen)?|knuffels?)|"
    r"namens deze|i\.o\.|met dank|dank alvast)[ ]?[,.!:;]?[ ]?",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"[ ]{0,3}(?:$|[,|(/•–-]|(?:LLM|MSc|MA|BA|BSc|MPA|PhD|RA|MBA|EMIA|RE)\b|namens|en [A-Z]|\+ "
    r"?\d|[MT][: ])"
)
_LINES_BELOW = 9
_WORD_AND_COMMA = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]+),[ ]?\n")
_NOBODY = frozenset({"Allen", "Beste", "Lezer", "Leden"})
# *Geachte Ombudsman,*: by what somebody is, not by a name.
_ADDRESSED = frozenset(
    {
        *("Ombudsman", "Kinderombudsman", "Notaris", "Edelachtbare", "Hoogheid", "Majesteit"),
        *("Excellentie", "Werkgroep", "Deelnemer", "Indiener", "Vrienden", "Professor", "Dames"),
        *("Huurder", "Student", "Abonnee", "Verkoper", "Eigenaar", "Collega"),
        *("Confrère", "Confrater", "Consoeur", "Amice"),
    }
)
# *Nijverdal, 18 december 2024*: where and when.
_DATE = re.compile(r",[ ](?:d\.?d\.?[ ])?\d{1,2}(?:[ ][a-z]{3,9}\.?[ ]|[-./]\d{1,2}[-./])\d{2}")
# *Loubna, zie onder, help!*
_SPOKEN_TO = re.compile(
    r"^[ \t>]{0,8}(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,20})?),[ ]"
    r"(?=(?:zie|kun|kan|wil|heb|ben|zou|graag|hierbij|bijgaand|dank|weet|moet|check|ter|hoe|wat|"
    r"wanneer|waar|volgens|even|hier|dit|is|zijn|als|ik|we|wij|jij|je|nog|net|bel|mail|stuur|"
    r"prima|akkoord|eens|klopt|help|mag|doe|laat|met|in|op|zoals|n\.a\.v\.|nav)[ ,?!])",
    re.MULTILINE,
)


def detect_letters(document: Document) -> Iterator[Finding]:
    """Who is greeted and who signs."""
    text = document.text
    for match in _SPOKEN_TO.finditer(text):
        if is_first_name(match["name"]) and not (
            is_ordinary(match["name"]) or is_place(match["name"])
        ):
            yield finding(text, match.span("name"), Category.PERSON, "letters", 0.87)
    for greeting in _GREETING.finditer(text):
        yield from _greeted(text, greeting.end())
    yield from _signers(text)


def _greeted(text: str, position: int) -> Iterator[Finding]:
    """One or more names after *Beste*; after a comma only a known first name counts."""
    first = True
    for _ in range(8):
        name = read_name(text, position) or (_unlikely_name(text, position) if first else None)
        if name is None or text[name.start : name.end] in _ADDRESSED:
            return
        if first and not (_GREETING_END.match(text, name.end) or name.is_known):
            return
        if not first and not is_first_name(name.words[0]):
            return
        yield person(text, name, "letters", 0.95 if first else 0.85)
        first = False
        joined = _AND.match(text, name.end)
        if joined is None:
            return
        position = joined.end()


def _unlikely_name(text: str, position: int) -> Name | None:
    """*Beste Wil,*: a first name that is a word as well, and here can be nothing else."""
    word = _WORD_AND_COMMA.match(text, position)
    if word is None or not is_first_name(word[1]) or word[1] in _NOBODY:
        return None
    return Name(position, word.end(1), initials="", particles="", words=(word[1],))


def _only_word(text: str, start: int, end: int) -> Name | None:
    """*Wil* alone on the line below *gr*."""
    word = text[start:end].rstrip(" .")
    if not (word.isalpha() and word.istitle() and is_first_name(word)) or word in _NOBODY:
        return None
    return Name(start, start + len(word), initials="", particles="", words=(word,))


def _signers(text: str) -> Iterator[Finding]:
    """The first line that is a name, below or on the line of a closing."""
    below, role = 0, Role.UNKNOWN
    for start, line in lines(text):
        closing = CLOSING.match(line)
        if closing:
            below = _LINES_BELOW
            role = Role.SIGNATORY if "namens deze" in line.casefold() else Role.UNKNOWN
            rest = start + closing.end()
        elif below:
            rest, below = start, below - bool(line.strip(" >|*\t"))
        else:
            continue
        names = tuple(_names_filling_line(text, rest, start + len(line)))
        if names and (not closing or line[closing.end() :].strip()):
            yield from (person(text, name, "letters", 0.9, role) for name in names)
            below = 0


def _names_filling_line(text: str, start: int, end: int) -> Iterator[Name]:
    """The names of a line that holds names only (and perhaps a degree or a place in brackets)."""
    while start < end and text[start] in " \t>|*_":
        start += 1
    for _ in range(3):
        name = read_name(text, start) or _only_word(text, start, end)
        if name is None or name.end > end:
            return
        rest = text[name.end : end]
        if not _AFTER_NAME.match(rest) or _DATE.match(rest):
            return
        yield name
        joined = re.match(r"[ ](?:en|&|and)[ ]", rest)
        if joined is None:
            return
        start = name.end + joined.end()
