"""Take a written name apart, and write it in every way it may occur."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from woo.detect.words.grammar import INITIALS, PARTICLES, TITLES, skip_titles
from woo.detect.words.mended import mended
from woo.reference.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_not_name,
    is_of_language,
    is_place,
    is_surname,
    key,
)
from woo.text.folding import fold

_INITIALS = re.compile(f"(?:{INITIALS}|[A-Z]{{1,4}}(?=[ ]|$))[ ]?")
_PARTICLES = re.compile(f"(?:{PARTICLES}[ ])+")
_REVERSED = re.compile(r"^(?P<surname>[^,()]+),\s*(?P<given>[^()]*?)\s*(?:\((?P<call>[^()]+)\))?$")
_ENDS_IN_PARTICLES = re.compile(
    f"(?:^|(?<=\\s)|(?<=\\.))(?P<particles>{PARTICLES}(?:[ ]{PARTICLES})*)$"
)
# *Dijkgraaf, W. (Wilma) - DGWB*: where somebody works, as an address book writes it; behind a call
# name or initials in whatever words, *Ypma, H. (Hidde) - Commissie Zwanendieptunnel*.
_UNIT = re.compile(
    r"(?<=[\w.)])[ ][-–][ ][A-Z]{2,}[A-Za-z]{0,8}(?:[/&-][A-Za-z]{2,10})?(?:[ ][\w&/-]{2,20}){0,3}$"
)
# *Wes DTH*, as one calls a contact; *Ruud BOS* has a surname.
_UNIT_BARE = re.compile(r"(?<=[a-zà-ÿ])[ ](?P<unit>[A-Z]{2,5})$")
_UNIT_BEHIND_LISTED = re.compile(
    rf"(?P<name>[^,()]{{2,50}},[^,()]{{0,40}}\([^()]{{2,30}}\)|"
    rf"[^,()]{{2,50}},[ ](?:{TITLES}[ ]?){{0,3}}{INITIALS}(?:[ ]{PARTICLES}){{0,2}})[ ][-–][ ].+$"
)
# *H.J. Roelvink (vz)*, *Bakker (CDA)*, *Hoekzema (namens staatssecretaris Nobel)*
_BEHIND = re.compile(
    r"(?<=[a-zà-ÿ])[ ]\((?:namens [^()]{3,60}|vz|voorz\.?|voorzitter|[A-Z]{2,6}|"
    r"[A-Z][a-z]?[A-Z]\w*)\)$"
)
# *Klinkhamer-de Wit*
_DOUBLE = re.compile(rf"\w-{PARTICLES}$")
_LOCAL_BREAK = re.compile(r"[._]+")
_SHORTEST = 3
_SHORTEST_GENITIVE = 6
_SHORTEST_LOG_IN = 6
_SHORTEST_HALF = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """The parts of one written name; each may be empty."""

    first: str = field(default="", repr=False)
    initials: str = field(default="", repr=False)
    particles: str = field(default="", repr=False)
    surname: str = field(default="", repr=False)

    @property
    def full_surname(self) -> str:
        """The surname with its tussenvoegsels."""
        return f"{self.particles} {self.surname}".strip()

    @property
    def is_whole(self) -> bool:
        """True for a surname with a first name or initials."""
        return bool(self.surname and (self.first or self.initials))

    @property
    def surname_key(self) -> str:
        """The surname without accents, case and tussenvoegsels."""
        return key_of(self.surname)

    @property
    def first_key(self) -> str:
        """The first name without accents and case."""
        return key_of(self.first)

    @property
    def initial_letters(self) -> str:
        """The initials as letters; of a first name its first letter."""
        letters = key_of(self.initials)
        return letters or self.first_key[:1]


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """A name without accents, case and tussenvoegsels."""
    return fold(key(name)).text


# *Vries, de, Jarno*, as the police write it.
_PARTED = re.compile(rf"(?P<surname>[^,]+),[ ](?P<particles>{PARTICLES}),[ ](?P<given>.+)")


@lru_cache(maxsize=1 << 15)
def parse_name(written: str) -> NameParts:
    """Take ``Vries, J.P. de (Jan)`` or ``drs. J.P. de Vries`` apart."""
    plain = " ".join(mended(written).text.split())
    plain = plain[skip_titles(plain, 0) :]
    while " " in plain and plain[0].islower() and is_not_name(plain.partition(" ")[0]):
        plain = plain.partition(" ")[2]  # *wethouder Prins*
    plain = _PARTED.sub(r"\g<particles> \g<surname>, \g<given>", plain)
    plain = _BEHIND.sub("", without_unit(plain))
    backwards = _REVERSED.match(plain)
    return _parse_reversed(backwards) if backwards else _parse_forward(plain)


def without_unit(written: str) -> str:
    """A name as an address book writes it, without where somebody works."""
    plain = _UNIT.sub("", _UNIT_BEHIND_LISTED.sub(r"\g<name>", written))
    bare = _UNIT_BARE.search(plain)
    return plain[: bare.start()] if bare and not is_surname(bare["unit"]) else plain


def _parse_reversed(match: re.Match[str]) -> NameParts:
    given, call = match["given"].strip(), match["call"] or ""
    given = given[skip_titles(given, 0) :]
    tail = _ENDS_IN_PARTICLES.search(given)
    particles = tail["particles"] if tail else ""
    given = given[: tail.start()].strip() if tail else given
    surname = match["surname"].strip()
    leading = _PARTICLES.match(surname)
    if leading and not particles:
        particles, surname = leading.group().strip(), surname[leading.end() :]
    initials = _INITIALS.fullmatch(given)
    # After a first name the brackets hold a unit: Bakker, Teun (PAW).
    call = call if initials and is_call_name(call) else ""
    first = call or ("" if initials else given.split(" ")[0])
    return NameParts(
        first=first, initials=given if initials else "", particles=particles, surname=surname
    )


def is_call_name(word: str) -> bool:
    """True for ``Jan`` in ``Vries, J.P. de (Jan)``, not for a unit."""
    return bool(word) and not is_not_name(word) and (is_first_name(word) or not word.isupper())


def _parse_forward(plain: str) -> NameParts:
    initials = None if plain.isupper() and "." not in plain else _INITIALS.match(plain)
    rest = plain[initials.end() :].strip() if initials and initials.end() < len(plain) else plain
    written_initials = initials.group().strip() if initials and rest != plain else ""
    given: list[str] = []
    while rest:
        particles = _PARTICLES.match(rest + " ") if " " in rest else None
        if particles and particles.end() <= len(rest):
            return NameParts(
                first=" ".join(given[:1]),
                initials=written_initials,
                particles=particles.group().strip(),
                surname=rest[particles.end() :],
            )
        word, _, following = rest.partition(" ")
        if _DOUBLE.search(word) and following:
            break
        middle = _INITIALS.fullmatch(word) if given and following else None
        if not middle and not following:
            break
        if not middle and given and is_surname(word) and not is_first_name(word):
            break
        if written_initials and not given and not is_first_name(word):
            break
        if not middle:
            given.append(word)
        rest = following.strip()
    return _last_word(given, written_initials, rest)


def _last_word(given: list[str], initials: str, rest: str) -> NameParts:
    """One word left: a surname after a first name or initials, else what the lists say it is."""
    if given or initials:
        return NameParts(first=" ".join(given[:1]), initials=initials, surname=rest)
    if is_first_name(rest):
        return NameParts(first=rest)
    return NameParts(surname=rest)


def parse_local_part(local: str) -> NameParts | None:
    """The name in ``fenna.postmus`` or ``j.p.de.vries``; None when it holds no clear name."""
    pieces = [piece for piece in _LOCAL_BREAK.split(re.sub(r"\d+$", "", local)) if piece]
    if len(pieces) < 2 or not all(piece.replace("-", "").isalpha() for piece in pieces):
        return None
    *given, surname = pieces
    particles = [p for p in given if re.fullmatch(PARTICLES, p) and len(p) > 1]
    given = [p for p in given if p not in particles]
    if len(surname) < _SHORTEST or not given:
        return None
    first = given[0].title() if len(given[0]) > 2 else ""
    # In j.v.wessem the v may be *van*: only the first letter is sure to be an initial.
    initials = "" if first else f"{given[0][0].upper()}."
    return NameParts(
        first=first, initials=initials, particles=" ".join(particles), surname=surname.title()
    )


def variants(parts: NameParts, given: set[str], initials: set[str]) -> set[str]:
    """Every way to write somebody with this surname, these first names and these initials."""
    written: set[str] = set()
    surnames = {parts.full_surname, parts.surname} - {""}
    for surname in surnames:
        # *Selam G.*: what is left of it, *S. G.*, would be found in SG and in every *s.g.*.
        is_initial = len(fold(surname).text) < 2
        for name in given if is_initial else given | initials:
            written |= {f"{name} {surname}", f"{surname} {name}"}
            if parts.particles:
                written.add(f"{parts.surname} {name} {parts.particles}")
    if parts.surname and not _is_workplace(parts):
        named = bool(given or initials)
        if _stands_for_somebody(parts.surname, parts.particles, named=named):
            written |= _of_somebody(parts.surname)
        if parts.particles:
            written.add(parts.full_surname)
    for name in given:
        if len(name) >= 2 and not is_frequent(name):
            written |= _with_genitive(name) | set(_diminutives(name))
    written |= set(_log_ins(parts, given | initials))
    return {variant for variant in written if len(fold(variant).text) >= 2}


def first_half(surname: str) -> str:
    """*Klinkhamer* of *Klinkhamer-de Wit*, as she is called too; no word or place."""
    half, hyphen, _ = surname.partition("-")
    telling = len(half) >= _SHORTEST_HALF and not (is_ambiguous(half) or is_place(half))
    return half if hyphen and telling and not is_first_name(half) else ""


def _log_ins(parts: NameParts, given: set[str]) -> Iterator[str]:
    """``mdogru``, ``chenml``, ``bdgraaf``, ``graafbd``: log-ins that are no word or name."""
    family = fold(parts.surname).text
    particles = [fold(piece).text for piece in parts.particles.split()]
    short, whole = "".join(piece[:1] for piece in particles), "".join(particles)
    for name in given:
        letters = "".join(fold(piece).text[:1] for piece in re.split("[ .-]", name))
        first = letters[:1]
        forms = {f"{first}{family}", f"{letters}{family}", f"{family}{letters}"}
        if particles:
            forms |= {f"{first}{short}{family}", f"{first}{whole}{family}"}
            forms.add(f"{family}{letters}{short}")
        for made in sorted(forms):
            known = is_of_language(made) or is_surname(made) or is_first_name(made)
            if len(made) >= _SHORTEST_LOG_IN and made.isalpha() and not known:
                yield made


def _stands_for_somebody(surname: str, particles: str, *, named: bool) -> bool:
    """May the surname be searched for without more? Not *Berg* of *Van den Berg*.

    A place only where somebody is ``named`` so, by a first name or initials: *Arnoud Pijnacker*.
    """
    if (is_place(surname) and (particles or not named)) or len(fold(surname).text) < _SHORTEST:
        return False
    return not (particles and is_ambiguous(surname))


def _is_workplace(parts: NameParts) -> bool:
    """*Tonnie De Spil*, in a chat: where she works. As a surname it had a small letter there."""
    with_capital = bool(parts.first) and parts.particles in {"De", "Het"}
    return with_capital and is_of_language(parts.surname) and not is_surname(parts.surname)


def _of_somebody(surname: str) -> set[str]:
    """*Wormgoors* of Wormgoor, when that is no other name and no word."""
    genitive = f"{surname}s"
    other = is_surname(genitive) or is_of_language(genitive)
    glued = len(surname) >= _SHORTEST_GENITIVE and _glues_s(surname) and not other
    return {surname, genitive} if glued else {surname}


def _with_genitive(name: str) -> set[str]:
    """``Mariekes`` of Marieke."""
    return {name, f"{name}s"} if len(name) >= 4 and _glues_s(name) else {name}


def _diminutives(name: str) -> Iterator[str]:
    """``Roosje`` of Roos, ``Jantje`` of Jan."""
    if name.isalpha() and len(name) >= _SHORTEST:
        yield from (f"{name}je", f"{name}tje")


def _glues_s(name: str) -> bool:
    """Does Dutch make the genitive with an s? Not after a sound of s."""
    return name[-1] not in "szxSZX'"
