"""How a Dutch name is written: titles, initials, tussenvoegsels, capitalised words.

``read_name`` walks over words from a given place, so its time is linear whatever the text.
"""

import re
from dataclasses import dataclass, field, replace

from woo.reference.lexicon import (
    is_first_name,
    is_not_name,
    is_of_language,
    is_surname,
)

_UPPER = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f"
_APOSTROPHE = "'’‘´`"

CAPITALISED = (
    f"[{_UPPER}](?:[{LETTER}]|[{_APOSTROPHE}](?=[{LETTER}]{{2}})|"
    f"[-\u2010\u2011](?=[{LETTER}])){{0,60}}"
)
_INITIAL = f"(?:Th|Ch|Chr|Ph|Tj|Sj|Hj|IJ|Ij|Fr|Joh|Jac|Kl|St|Yv|[{_UPPER}])\\."
INITIALS = f"{_INITIAL}(?: ?-?{_INITIAL}){{0,7}}"
_ARTICLE = f"(?:[Dd]en|[Dd]er|[Dd]e|[Hh]et|[{_APOSTROPHE}][tT]|[{_APOSTROPHE}]n)"
_JOINING = "(?:[Vv]an|[Vv]on|[Oo]p|[Ii]n|[Uu]it|[Aa]an|[Bb]ij|[Oo]nder|[Oo]ver|[Vv]oor|[Tt]ot)"
PARTICLES = (
    f"(?:{_JOINING}[ \\n]{_ARTICLE}|[Vv]an[ \\n][Tt]e[rn]?|[Vv]\\. ?[Dd]\\.|[Vv]\\.[Dd]|[Vv]/[Dd]|"
    f"[Vv]d|[Vv]\\."
    f"|[Dd]e[ \\n]l[ao]s?|[Vv]an|[Vv]on|{_ARTICLE}|[{_APOSTROPHE}][sS]|[Tt]e[nr]?|[Tt]hoe|[Ee]l|"
    f"[Aa]l|[Bb]en|[Bb]in"
    f"|[Aa][iï]t|[Oo]uld|[Dd]a|[Dd]as|[Dd]os|[Dd]o|[Dd]el|[Dd]ella|[Dd]i|[Dd]u|[Dd]es|[Ll]a|[Ll]e"
    f"|[Zz]u[mr]?|[Aa]bu|[Ii]bn|VAN[ ](?:DE[NR]?|HET|[{_APOSTROPHE}]T)|VAN|DE[NR]?|TE[NR]?|EL|AL|"
    f"BEN)"
)
# *Anker R. van der*, *Anker, R. van der*: as a directory has it; *Anker B.V.* is a firm.
IN_DIRECTORY_ORDER = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+,?[ ](?!(?:[BN]\.V|V\.O\.F|U\.A)\.)(?:[A-Z]\.){1,4}"
    rf"(?:[ ](?:{PARTICLES}))*"
)
# The words of which they are made, in small letters.
PARTICLE_WORDS = frozenset(
    ["van", "de", "den", "der", "het", "ten", "ter", "te", "el", "la", "v", "d", "vd"]
)
# How a log-in or an address joins them to the surname.
JOINED_PARTICLE = "(?:van(?:de[nr]?)?|vdr?|de[nr]?|te[nr]?|el|al)"
TITLES = (
    r"(?:(?:[Dd]e )?[Hh]eer|HEER|[Mm]evrouw|MEVROUW|[Mm]eneer|[Mm]ijnheer|[Mm]ejuffrouw|[Dd]hr|"
    r"[Mm]evr|[Mm]w|MW|"
    r"[Dd]rs|[Mm]r|[Ii]r|[Ii]ng|[Dd]r|[Pp]rof|[Pp]rofessor|[Dd]octor|[Ff]amilie|[Ff]am|[Mm]rs|"
    r"[Mm]s|"
    r"[Jj]hr|[Jj]onkheer|[Jj]onkvrouw|[Dd]s|[Bb]ac|[Mm]ajoor|[Kk]olonel|[Kk]apitein|"
    r"[Ll]uitenant|[Ss]ergeant|[Aa]djudant|(?:[Ll]t\. ?)?[Kk]ol(?=\.)|[Ll]t\. Col(?=\.)|"
    r"[Mm]aj(?=\.)|[Kk]apt?(?=\.)|[Ee]lnt|[Tt]lnt|[Ll]kol|[Ss]gt|[Ss]mi|[Aa]ooi|[Kk]tz|[Kk]ltz|"
    r"[Ll]tz\d?|Hptm(?=\.)|Frau|Herrn?|Madame|Monsieur|Mme)(?:\.|\b)"
)
# What a street name ends in. ``hof`` and ``park`` need no house number elsewhere, here they do.
STREET_ENDING = (
    "straat|straatje|laan|allee|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|boulevard|"
    "burgwal|str\\.?|pad|markt|hof|baan|oever|brink|poort|kamp|meent|donk|wal|hoek|erf|park|haven|"
    r"w\.|ln\.|pl\.|gr\.|stw\."
)
_BEHIND_TITLE = re.compile(
    r"\b(?:heer|meneer|mevrouw|dhr\.?|hr\.?|mw\.?|mevr\.?|familie|fam\.?)[ ]$", re.IGNORECASE
)
_TITLE_REACH = 12
_SPACE = re.compile(r"[ \t\u00a0]{1,3}")
# Haverslag - de Roo
_SPACED_HYPHEN = re.compile(f"[ ][-\u2013][ ](?={PARTICLES}[ ][{_UPPER}])")
_LINE_BREAK = re.compile(r"[ \t\u00a0]?\n[ \t\u00a0]{0,8}")
_TITLE = re.compile(f"{TITLES}[ \\t\u00a0]{{0,2}}")
_NAME_PIECE = re.compile(
    f"(?P<initials>{INITIALS}(?![{LETTER}]{{1,3}}\\.[{LETTER}]))"
    f"|(?P<particles>{PARTICLES}(?=[ \\t\u00a0\\n]))"
    f"|(?P<particle_glued>[Dd][{_APOSTROPHE}](?=[{_UPPER}]))"
    f"|(?P<word>{CAPITALISED})(?![{LETTER}\\d_@])"
)
_NAME_BEGINS = re.compile(
    f"(?<![\\w]){CAPITALISED}|(?<![\\w.]){INITIALS}|(?:[Vv]an|[Dd]e|[Tt]e[rn]|[Ee]l)(?= )"
)
# *Van* above a name: the label of a field, no tussenvoegsel.
_LABEL_LINE = re.compile(
    r"(?:^|\n)[ \t\u00a0>|*]{0,8}(?:[Vv]an|[Aa]an|VAN|AAN)[ \t\u00a0*]{0,3}(?=\n)"
)
_MOST_WORDS = 4
_NAME_REACH = 60
_LONGEST_INITIALS = 40


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. ``start`` comes after titles; ``words`` are the capitalised words."""

    start: int
    end: int
    initials: str = field(repr=False)
    particles: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)

    @property
    def is_sure(self) -> bool:
        """True when the form alone says it is a person's name."""
        if self.initials or (self.particles and len(self.words) > 1):
            return True
        return len(self.words) > 1 and (is_first_name(self.words[0]) or is_surname(self.words[-1]))

    @property
    def is_wordy(self) -> bool:
        """True when it is nothing but words of the language: ``Levering Zwerfkeien``."""
        return not (self.initials or self.particles) and not any(
            is_first_name(word) or is_surname(word) or not is_of_language(word)
            for word in self.words
        )

    @property
    def is_known(self) -> bool:
        """True when the form or the lists say so."""
        return self.is_sure or any(is_first_name(w) or is_surname(w) for w in self.words)


def is_titled(text: str, start: int) -> bool:
    """Whether *de heer* or *mevrouw* stands before ``start``: nobody gives a thing a title."""
    return _BEHIND_TITLE.search(text, max(0, start - _TITLE_REACH), start) is not None


def skip_titles(text: str, start: int) -> int:
    """The place after ``de heer``, ``mr. drs.`` and the like."""
    for _ in range(4):
        match = _TITLE.match(text, start)
        if match is None:
            break
        start = match.end()
    return start


def read_name(text: str, start: int, *, wrapped: bool = False) -> Name | None:
    """The name that begins at ``start`` (titles are passed over), or None.

    With ``wrapped`` a name may go on in the next line after initials, a tussenvoegsel, or a first
    name followed by a known surname.
    """
    position = begin = skip_titles(text, start)
    end = begin
    initials, particles = "", ""
    words: list[str] = []
    pending = ""
    while len(words) < _MOST_WORDS:
        piece = _NAME_PIECE.match(text, position)
        if piece is None:
            break
        if piece["initials"]:
            if words and not particles and len(words) > 1:
                break
            initials += piece["initials"]
            if len(initials) > _LONGEST_INITIALS:
                break
        elif piece["word"]:
            if is_no_name_word(text, piece) and not (words and len(piece["word"]) == 1):
                break
            words.append(piece["word"])
            particles, pending = (pending or particles), ""
            end = piece.end()
        else:
            pending = f"{pending} {piece.group()}".strip()
            if len(pending) > 20 or (piece.start() == begin and _is_label(text, piece)):
                break
        position = _next_piece(text, piece, words, pending or initials, wrapped=wrapped)
        if position < 0:
            break
    return Name(begin, end, initials, particles, tuple(words)) if words else None


def _is_label(text: str, piece: re.Match[str]) -> bool:
    """Tell whether the word that a name would begin with is all there is on its line."""
    line = text.rfind("\n", 0, piece.start())
    found = _LABEL_LINE.match(text, max(line, 0))
    return found is not None and found.end() == piece.end()


def name_before(text: str, end: int) -> Name | None:
    """The name that ends at ``end``, with as much before it as belongs to it; or None."""
    window = max(0, end - _NAME_REACH)
    for match in _NAME_BEGINS.finditer(text[window:end]):
        name = read_name(text, window + match.start())
        if name and name.end > end:  # *Buisman van de BBB-fractie*, up to *van*
            name = _moved(read_name(text[window:end], match.start()), window)
        if name is None or name.end != end or is_not_name(name.words[0]):
            continue
        # *de zus van Farid Amrani*: with a first name behind it, *van* is no tussenvoegsel.
        if text[name.start].islower() and len(name.words) > 1 and is_first_name(name.words[0]):
            continue
        return name
    return None


def _moved(name: Name | None, by: int) -> Name | None:
    return name and replace(name, start=name.start + by, end=name.end + by)


def _next_piece(
    text: str, piece: re.Match[str], words: list[str], open_: str, *, wrapped: bool
) -> int:
    """Where the next piece may begin, or -1 when the name ends here."""
    end = piece.end()
    if piece["particle_glued"] or piece["initials"]:
        gap = _SPACE.match(text, end)
        return gap.end() if gap else _over_line(text, end, wrapped=wrapped, surely=True)
    gap = _SPACED_HYPHEN.match(text, end) or _SPACE.match(text, end)
    if gap and text[gap.end() : gap.end() + 1] != "\n":
        return gap.end()
    return _over_line(text, end, wrapped=wrapped, surely=bool(open_) and not words)


def _over_line(text: str, end: int, *, wrapped: bool, surely: bool) -> int:
    """Pass a line break inside a name, when the next line clearly goes on with it."""
    broken = _LINE_BREAK.match(text, end)
    if broken is None:
        return end if surely else -1
    if not wrapped:
        return -1
    following = _NAME_PIECE.match(text, broken.end())
    if following is None or not (following["particles"] or following["word"]):
        return -1
    if following["particles"] and following["particles"][0].isupper() and not surely:
        return -1  # another name, in the next row
    if surely or following["particles"] or is_surname(following["word"]):
        return broken.end()
    return -1


def is_no_name_word(text: str, piece: re.Match[str]) -> bool:
    """True for words of the letter (``Team``) and, in mixed case, abbreviations (``VNG``)."""
    word = piece["word"]
    if is_not_name(word) or len(word) == 1:
        return True
    if len(word) > 1 and word.isupper() and "-" not in word:
        return not (is_first_name(word) or is_surname(word)) and not _line_is_upper(
            text, piece.start()
        )
    return False


def _line_is_upper(text: str, position: int) -> bool:
    """True when the line around ``position`` is written in capitals."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[max(start, position - 200) : min(end if end >= 0 else len(text), position + 200)]
    return len(line) > 8 and line.isupper()
