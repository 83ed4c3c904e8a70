"""Authors of what is published, by the way in which it is cited: their names stay."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from woo.detect.spans import finding, line_start, listed, person
from woo.detect.things.bylines import in_papers
from woo.detect.things.professors import cited_professors
from woo.detect.words.grammar import CAPITALISED, INITIALS, PARTICLES, Name, is_titled, read_name
from woo.detect.words.name_lists import names_before, names_in_row, never
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_ordinary, is_surname, well_known
from woo.text.matcher import Match, Matcher

AUTHORS = "authors"  # the detector of who is cited
WELL_KNOWN = "well_known"  # the detector of who is in a list of authors, artists and the like
_OTHERS = r"(?:[ ]?,?[ ]?(?:e\.a\.|et al\.?|c\.s\.|\(red\.\)|\(eds?\.\)))?"
_YEAR = r"(?:18|19|20)\d\d[a-z]?"
# Bakker en Hulst (2019), Bakker e.a. (2019, p. 12), (Bakker 2019), Bakker, J. (2019); but not
# *(Van Hasselt, 2017, golfweekend)*, which is a case.
_CITED = re.compile(
    rf"{_OTHERS}(?:[ \n]\({_YEAR}(?:[,:;][^()\n]{{0,30}})?\)|,?[ ]{_YEAR}"
    r"(?=[),:;]|\.[ ])(?!,[ ](?!p\.|pp|pag|blz|par|hfst|hoofdstuk|noot|art|bijlage|tabel)[a-z]{4}))"
)
# J. Bakker, 'De nota', Den Haag 2019: the title stands between quotes behind the name.
_TITLED = re.compile(
    rf"{_OTHERS},[ ]['‘’\"“„](?=[A-ZÀ-Þ0-9])[^'’\"”\n]{{8,160}}['’\"”](?=.{{0,120}}?{_YEAR})",
    re.DOTALL,
)
_HEARD = re.compile(
    r"\b(?:[Gg]etuige|[Vv]erdachte|[Aa]angever|[Aa]angeefster|[Vv]erbalisant|[Bb]etrokkene|[Mm]elder|"
    r"[Ss]lachtoffer)[ ](?:[A-ZÀ-Þ]|$)|"
    # *Tweede ouder: overleden (R.T. Veldhuis, 2017)*
    r"\b(?:[Oo]verleden|[Gg]escheiden)[ ]\((?:[A-ZÀ-Þ]|$)"
)
# The book is what its writer is known by: *het proefschrift van Jan de Boer*.
_WRITTEN_BY = re.compile(
    r"\b(?:boek(?:en|je)?|roman|proefschrift|dissertatie|biografie|monografie|handboek|oratie|"
    r"artikel|column|essay|opiniestuk|recensie|preadvies|dicht(?:bundel|regels?)|gedicht(?:en)?|"
    r"bundel|toneelstuk|standaardwerk|klassieke studie|symfonie|opera|compositie|"
    r"schilderij(?:en)?|ets(?:en)?|litho|gravure|sculptuur)"
    r"[ \n](?:van|door)[ \n]|"
    r"\bgeschreven[ ]door[ ](?:prof\.[ ]|dr\.[ ]){1,2}|"
    r"\b(?:onderzoek|studie|werk|theorie)[ \n]van[ \n](?:hoogleraar|professor|prof\.|lector)[ \n]"
)
_INSTITUTES = (
    "WODC|RIVM|SCP|WRR|CPB|PBL|TNO|CBS|Nivel|Pharos|Movisie|Trimbos-instituut|Rathenau Instituut|"
    "Verwey-Jonker Instituut|Clingendael|Deltares|KNMI|Regioplan|Significant|"
    "Mulier Instituut|WUR|Universiteit [A-Z][a-z]+"
)
# A footnote: *12 Zie C.J. Bakker en G. de Hulst, De grenzen van het recht, Deventer 2019*.
_PUBLISHED = re.compile(
    rf"{_OTHERS},[ \n][A-ZÀ-Þ‘'“\"][^;\n.]{{10,120}}?[,(. ][^;\n]{{0,60}}?"
    r"(?:\b(?:diss|oratie|preadvies|Kluwer|Boom|Sdu|uitgeverij|druk|dr\.|NJB|NJ|AB|RegelMaat|"
    rf"Ars Aequi|{_INSTITUTES})\b[^\n;]{{0,40}}?)(?:{_YEAR}|p\.[ ]?\d)"
)
# The same with a publisher: *J. Bakker, De grenzen van het recht, Deventer: Kluwer 2019*.
_PRINTED = re.compile(
    rf"{_OTHERS},[ \n][A-ZÀ-Þ][^;:]{{8,120}}?,[ \n][A-ZÀ-Þ][\w-]+(?:[ ][A-ZÀ-Þ][\w-]+)?:[ ]"
    rf"[A-ZÀ-Þ][\w&' -]{{1,40}}?,?[ ]{_YEAR}"
)
# *R. Palmer en P. Neaverson, Industrial Archaeology (London 1998)*
_IN_PLACE_AND_YEAR = re.compile(
    rf"{_OTHERS},[ \n][A-ZÀ-Þ][^;:()\n]{{5,90}}?[ \n]{{1,2}}"
    rf"\([A-ZÀ-Þ][\w-]+(?:[ ][A-ZÀ-Þ][\w-]+)?[ ]{_YEAR}\)"
)
# *onderzocht door A. Friele en R. Batenburg (Nivel, 2022)*: where and when it came out.
_BY_ORGANISATION = re.compile(rf"[ \n]\((?:{_INSTITUTES}),?[ ]{_YEAR}\)")
# *Prof. dr. Marije Lankhorst (Radboud Universiteit) wijst erop dat*: a scholar who is cited.
_OF_UNIVERSITY = re.compile(
    r"[ \n]\([^()\n]{0,40}(?:[Uu]niversiteit|[Uu]niversity|[Hh]ogeschool|"
    r"UvA\b|\bVU\b|\bTU\b|\bRUG\b|\bEUR\b|UMC)[^()\n]{0,40}\)"
    r"(?=[ \n](?:stelt|schrijft|concludeert|betoogt|pleit|wijst erop|waarschuwt|laat zien|noemt|"
    r"becijfert|onderzocht|toont aan)\b)"
)
_DEGREES = re.compile(r"(?:(?:[Pp]rof|dr|mr|ir|drs)\.[ ]){1,3}$")
_OF_WORK = re.compile(
    r"onderzo[ec]|rapport|studie|analyse|evaluatie|artikel|publicatie|verkenning", re.IGNORECASE
)
# *Zoals de Clingendael-onderzoekers Zandee en Stoetman schrijven*
_SCHOLARS = re.compile(
    r"(?:-onderzoekers?|\b(?:wetenschappers|hoogleraren|economen|criminologen|"
    r"bestuurskundigen|historici|auteurs))[ ](?=[A-ZÀ-Þ]|van |de )"
)
_WRITE = re.compile(
    r"[ \n](?:schrijven|schrijft|stellen|stelt|concluderen|concludeert|betogen|betoogt|pleiten|"
    r"laten zien|laat zien|wijzen erop|wijst erop|waarschuwen|noemen)\b"
)
# *Bron: J. Schilt, De garens*
_SOURCE = re.compile(r"\b[Bb]ron(?:nen)?[ ]?:[ ](?=(?:[A-Z]\.[ ]?)+[A-ZÀ-Þv])")
_ITS_TITLE = re.compile(
    rf"{_OTHERS},[ \n](?:De|Het|Een|Over|Van|Naar|Op)[ ][^;:()\n]{{5,90}}?[,.(]"
)
_FOOTNOTE = re.compile(r"(?:^|\n)[ \t]{0,4}(?:\[?\d{1,3}[\].)]?)?[ \t]{0,3}(?:(?:Zie|Vgl\.)[ ])?$")
_BEGINS = re.compile(r"(?:^|[\n;(•*–]|[Zz]ie|[Vv]gl\.|[Bb]ron(?:nen)?:|\d)[ \t]{0,4}$")
# *de noot van Bakker bij ABRvS 28 juni 2023*, *de annotatie van Bakker onder het arrest*.
_ANNOTATED = re.compile(r"\b(?:[Nn]oot|[Aa]nnotatie)[ ]van[ ](?=[A-ZÀ-Þ]|van |de |den )")
_BEHIND_NOTE = re.compile(r"[ ](?:bij|onder)[ ](?:[A-Z]{2}|het arrest|de uitspraak|Rb)")
# A list of literature: *Aarden, T. & Bos, M.C. (2019). Titel*.
_ONE = (
    f"(?:{PARTICLES}[ ]){{0,2}}{CAPITALISED}(?:[ ]{CAPITALISED})?,[ ]{INITIALS}(?:[ ]{PARTICLES})?"
)
_REVERSED = re.compile(_ONE)
_WRITERS = (
    rf"^[ \t•*-]{{0,6}}(?:\[?\d{{1,3}}[\].)]?[ \t]{{1,3}})?"
    rf"(?P<authors>{_ONE}(?:(?:,|;|,?[ ](?:&|en|and))[ ](?:{_ONE}|{INITIALS}[ ]{CAPITALISED}))"
    rf"{{0,9}}){_OTHERS}"
)
_LITERATURE = re.compile(rf"{_WRITERS}[ \n]\(?{_YEAR}", re.MULTILINE)
# Of a list without it: *1. Bakker, P., Zienswijze op het plan, Assen 2021* is who objects.
_HEADING = re.compile(
    r"^[ \t#\d.]{0,8}(?:Literatuur(?:lijst)?|Bibliografie|Geraadpleegde (?:literatuur|bronnen)|"
    r"References|Referenties)[ \t]*:?[ \t]*$",
    re.MULTILINE,
)
# *Aarden, T. van, De grenzen van het recht, Deventer 2019*
_LITERATURE_BY_TITLE = re.compile(
    rf"{_WRITERS},[ ][A-ZÀ-Þ'‘][^\n]{{8,120}}?[,.(][ ]?"
    rf"(?:[A-Z][\w’'-]+(?:[ /][\w’'-]+){{0,3}}[ :]{{1,2}}){{1,2}}\(?{_YEAR}\b",
    re.MULTILINE,
)
_OF_CULTURE = re.compile(
    # Not of a *Schilderswijk*.
    r"(?!\w*(?:wijk|buurt|straat|laan|plein|kwartier)\b)(?:"
    r"schilder|schrijver|schrijfster|dichter|gedicht|roman|\bboek(?:en)?\b|museum|kunst|eeuw\b|"
    r"eeuws|muziek|componi(?:st(?:e|en)?\b|e)|symfon|filoso|beeldhouw|standbeeld|\bdoek\b|citaat|"
    r"geschiedenis|historisch|"
    r"tentoonstelling|pedago|gebaseerd op|straatna|vernoemd|denker|wijsgeer|natuurkund|"
    r"architect|toneel|literat|"
    # Who writes as a scholar or for a newspaper, or is known from stage, sport or church.
    r"hoogle(?:raar|raren)|\bprof(?:\.|essor)|\blector\b|bestuurskund|"
    r"rechtsgeleerd|criminolo(?:og|ge)|sociolo(?:og|ge)|wetenschapper|proefschrift|promoveerde|"
    r"\bessay|\bWRR\b|columni|publicist|\bauteurs?\b|\bdenkt(?:ank|ankers)|journalist|"
    r"cabaret|acteur|actrice|regisseur|presentator|schaats|wielren|olympi|"
    r"wereldkampioen|verzetsstr|bisschop|heilige|prentenboek|\bcolumn|\bcitee?r|\(red\.\)|"
    r"\bnoot van\b|Volkskrant|\bNRC\b|De Correspondent|Nobelprijs|"
    r"\b1[4-8]\d\d\b(?![ ]?[A-Z]{2}\b))",
    re.IGNORECASE,
)
_NEAR = 120
# What makes somebody else of a name: a second surname, an initial before its own.
_OWN_SURNAME = re.compile(r"-[ ]?[A-ZÀ-Þ][a-zà-ÿ]{2}")
_OWN_INITIAL = re.compile(r"\b[A-Z]\.[ ]?$")
# What stands before a surname alone, when it is not alone.
_GIVEN = re.compile(r"(?:(?:[A-Z]\.[ ]?)+|(?P<first>[A-ZÀ-Þ][\w'’-]+)[ ])(?:(?:van|de|von)[ ])?$")
_GIVEN_REACH = 30


def detect_authors(document: Document) -> Iterator[Finding]:
    """Everybody who is cited with a year or a title, by a work, or known from history."""
    text = document.text
    for pattern in (_CITED, _TITLED, _PUBLISHED):
        for match in pattern.finditer(text):
            for name in names_before(text, match.start()):
                if not (_was_born(text, name, match) or _is_heard(text, name)):
                    yield person(text, name, AUTHORS, 0.9, Role.AUTHOR)
    for match in _PRINTED.finditer(text):
        names = list(names_before(text, match.start()))
        if names and _FOOTNOTE.search(text, max(0, names[-1].start - 20), names[-1].start):
            yield from (person(text, name, AUTHORS, 0.9, Role.AUTHOR) for name in names)
    by_title = _LITERATURE_BY_TITLE.finditer(text) if _HEADING.search(text) else ()
    for line in (*_LITERATURE.finditer(text), *by_title):
        for one in _REVERSED.finditer(text, line.start("authors"), line.end("authors")):
            yield finding(text, one.span(), Category.PERSON, AUTHORS, 0.95, Role.AUTHOR)
    famous = (one for one in _well_known().find(text) if _is_the_famous(text, one))
    yield from listed(text, famous, WELL_KNOWN, 0.9, Role.AUTHOR)
    yield from _of_universities(text)
    cited = (_behind_work, _in_sources, _scholars, _with_place_and_year)
    others = (*cited, in_papers, cited_professors)
    for name in (one for found_in in others for one in found_in(text)):
        yield person(text, name, AUTHORS, 0.9, Role.AUTHOR)


def _of_universities(text: str) -> Iterator[Finding]:
    for match in _OF_UNIVERSITY.finditer(text):
        for name in names_before(text, match.start()):
            degrees = _DEGREES.search(text, max(0, name.start - 20), name.start)
            span = (degrees.start() if degrees else name.start, name.end)
            yield finding(text, span, Category.PERSON, AUTHORS, 0.95, Role.AUTHOR)


def _is_heard(text: str, name: Name) -> bool:
    """*Getuige P. Hofstra, “Ik zag …” (Assen 2021)*: who is heard wrote nothing."""
    return _HEARD.search(text, max(0, name.start - 20), name.end) is not None


def _was_born(text: str, name: Name, cited: re.Match[str]) -> bool:
    """*vermist: Lambert Hoeijmakers, 1944*: outside brackets nobody is cited by a first name.

    Nor inside them by nothing else: *Kinderen: Jayden (2010)*.
    """
    if cited.re is _CITED and is_titled(text, name.start):
        return True  # *de heer Rademaker (2013), die beweerde*
    first, *others = name.words
    if not (others or name.initials or name.particles) and is_first_name(first):
        return not is_surname(first)
    return (
        cited.re is _CITED
        and "(" not in cited.group()
        and len(name.words) > 1
        and is_first_name(name.words[0])
        and "(" not in text[line_start(text, name.start) : name.start]
    )


def _scholars(text: str) -> Iterator[Name]:
    """Who writes as a scholar, or for whom it came out: *(Nivel, 2022)*."""
    for match in _SCHOLARS.finditer(text):
        names = list(names_in_row(text, match.end(), never))
        if names and _WRITE.match(text, names[-1].end):
            yield from names
    for match in _BY_ORGANISATION.finditer(text):
        if _OF_WORK.search(text, max(0, match.start() - _NEAR), match.start()):
            yield from names_before(text, match.start())


def _with_place_and_year(text: str) -> Iterator[Name]:
    """Not of *Mail van A. Bakker, Klacht over geluid (Assen 2020)*: there he wrote no book."""
    for match in _IN_PLACE_AND_YEAR.finditer(text):
        names = list(names_before(text, match.start()))
        if names and _BEGINS.search(text, max(0, names[-1].start - 20), names[-1].start):
            yield from (name for name in names if text.startswith(".", name.start + 1))


def _in_sources(text: str) -> Iterator[Name]:
    """The writers of what is named as a source, with its title."""
    for source in _SOURCE.finditer(text):
        writers = list(names_in_row(text, source.end(), never))
        if writers and _ITS_TITLE.match(text, writers[-1].end):
            yield from writers


def _behind_work(text: str) -> Iterator[Name]:
    """The writers behind *de roman van* or *de noot van*."""
    for match in _WRITTEN_BY.finditer(text):
        yield from (one for one in names_in_row(text, match.end(), never) if one.is_known)
    for match in _ANNOTATED.finditer(text):
        writer = read_name(text, match.end())
        if writer and _BEHIND_NOTE.match(text, writer.end):
            yield writer


@cache
def _well_known() -> Matcher:
    return Matcher(well_known())


def _is_the_famous(text: str, found: Match) -> bool:
    """*Pieter Post* may be an official: then the words around must speak of works or the past.

    *Mevrouw Chopin* and *P. Chopin* are somebody else, and so is *Helga van Leur-Oosterwijk*; of
    *D.G.J. Bonsel* the last two initials are not all. *Piet-Hein* is a first name.
    """
    if _is_part_of_name(text, found) or "," in text[found.start : found.end]:
        return False  # *Oulad Ali, B.* is not *Ali B*
    if " " not in found.term and _is_named_otherwise(text, found):
        return False
    if not _is_carried_by_others(found.term):
        return True
    around = (
        *_OF_CULTURE.finditer(text, max(0, found.start - _NEAR), found.start),
        *_OF_CULTURE.finditer(text, found.end, found.end + _NEAR),
    )
    # Not in the name itself, nor where it stands again: *Klaas Schilder*.
    return any(not (one[0].istitle() and one[0] in found.term) for one in around)


def _is_part_of_name(text: str, found: Match) -> bool:
    return (
        _OWN_SURNAME.match(text, found.end) is not None
        or _OWN_INITIAL.search(text, max(0, found.start - 3), found.start) is not None
        or ("-" in text[found.start : found.end] and "-" not in found.term)
    )


def _is_named_otherwise(text: str, found: Match) -> bool:
    before = text[max(0, found.start - _GIVEN_REACH) : found.start]
    given = _GIVEN.search(before)
    named = given and (given["first"] is None or is_first_name(given["first"]))
    return bool(named) or is_titled(text, found.start)


@lru_cache(maxsize=4096)
def _is_carried_by_others(name: str) -> bool:
    """Whether every word of a name is in the lists of names, or a word.

    Asked of who is found alone: to ask it of the whole list takes longer than to read it.
    """
    return " " in name and all(map(_is_common, re.split("[ -]", name)))


def _is_common(word: str) -> bool:
    return is_first_name(word) or is_surname(word) or is_ordinary(word) or "." in word
