"""Names that are words, behind a title: *mevrouw Ter Haar*, *de heer De Koning*, *mw. Vrijdag*.

The lists hold such words back everywhere else; behind a title they are somebody's name.
"""

import re
from collections.abc import Iterator

from woo.detect.offices.parties import party_in_brackets
from woo.detect.spans import finding
from woo.detect.things.employers import ends_as_organisation
from woo.detect.words.grammar import PARTICLES, read_name
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name, is_of_language, is_ordinary, is_surname

_TITLED = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Dd]e heer|[Dd]hr\.?|[Mm]w\.?|[Mm]evr\.?|[Ff]am\.?|"
    r"[Ff]amilie|[Jj]uffrouw|(?:[Gg]eachte|[Bb]este|[Ww]aarde|[Dd]ag|[Dd]en)[ ]heer)"
    rf"[ ](?P<name>(?:{PARTICLES}[ ]){{0,3}}(?!{PARTICLES}[ ,.])"
    r"[A-ZÀ-Þ][a-zà-ÿ]{1,20})(?![\w-])"
)
_BY_ARTICLE = re.compile(
    r"\b(?:[Dd]e|[Dd]ie|[Ee]en|[Dd]eze)[ ](?:mevrouw|meneer|mijnheer|juffrouw)[ ]\Z"
)
# *mr. Van der Bij*: behind a degree only with a tussenvoegsel.
_WITH_DEGREE = re.compile(
    rf"\b(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof)\.[ ](?P<name>(?:{PARTICLES}[ ]){{1,3}}"
    rf"(?!{PARTICLES}[ ,.])[A-ZÀ-Þ][a-zà-ÿ]{{1,20}})(?![\w-])"
)
# *dokter ramlakan*, as somebody types who uses no capitals: what is no word of the language.
_IN_SMALL = re.compile(
    r"\b(?:dokter|zuster|broeder|juf|meester|meneer|mevrouw|mevr\.?|mw\.?|dhr\.?)[ ]"
    r"(?P<name>[a-zà-ÿ]{5,15})(?![\w-])"
)
# *teamleider "Ben"*: how somebody is called.
_CALLED = re.compile(
    r"\b(?:teamleider|contactpersoon|chauffeur|wijkagent|agent|collega|medewerk(?:er|ster)|"
    r"coördinator|beller|melder|informant|tolk|bijgenaamd|alias)[ ][\"“‘'„]"
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,14})[\"”’']"
)
# *collega Ben*, *ervaringsdeskundige Roos*: a first name that is a word, which the lists hold back.
_BEHIND_ROLE = re.compile(
    r"\b(?:[Tt]eamleider|[Cc]ontactpersoon|[Cc]hauffeur|(?:[Ww]ijk)?[Aa]gent|[Cc]ollega(?:'s)?|"
    r"[Mm]edewerk(?:er|ster)|[Cc]oördinator|[Bb]eller|[Mm]elder|[Tt]olk|[Mm]onteur|[Cc]onciërge|"
    r"[Bb]uur(?:man|vrouw|meisje|jongen)|[Ee]chtgeno(?:ot|te)|[Pp]artner|[Bb]roer(?:tje)?|[Zz]us(?:je)?|"
    r"[Zz]oon(?:tje)?|[Dd]ochter(?:tje)?|[Oo]om|[Tt]ante|[Oo]pa|[Oo]ma|[Nn]eef|[Nn]icht(?:je)?|"
    r"[Mm]oeder|[Vv]ader|[Vv]riend(?:in)?|[Ll]eerling|[Pp]rojectleider|[Bb]eleidsmedewerker|"
    r"[Ww]oordvoerder|[Ss]ecretaresse|[Aa]ssistente?|[Ss]tagiaire?|[Bb]eveiliger|"
    r"[Vv]rijwillig(?:er|ster)|[Ee]rvaringsdeskundige|[Mm]antelzorger|[Hh]uismeester|"
    r"[Bb]egeleid(?:er|ster)|[Cc]oach|[Jj]urist)[ ]"
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,14})(?![\w-]|[ ][A-ZÀ-Þ])"
)
# *mevrouw de Voorzitter*, *meneer de Burgemeester*: whoever it is, not by name.
_ARTICLES = frozenset(["", "de", "De"])
_OFFICE = re.compile(
    r"(?:vice|plv|oud)?-?(?:voorzitster|voorzitter|president|minister|staatssecretaris|burgemeester|"
    r"wethouder|gedeputeerde|commissaris|dijkgraaf|griffier|rechter|officier|advocaat|notaris|directeur|"
    r"directrice|secretaris|dokter|doctor|professor|rector|ambassadeur|deken|dominee|pastoor|"
    r"kamerlid|raadslid|raadsheer|statenlid|generaal|kolonel|majoor|kapitein|inspecteur|landdrost|"
    r"nationale|verzoek(?:er|ster)|aanvra(?:ger|agster)|asiel|graaf|"
    r"gravin|baron|barones|jonkheer|prins|prinses|koningin)$",
    re.IGNORECASE,
)


def detect_titled(document: Document) -> Iterator[Finding]:
    """What stands behind a title and no other rule reads as a name."""
    text = document.text
    for match in (*_TITLED.finditer(text), *_WITH_DEGREE.finditer(text)):
        start, end = match.span("name")
        particles, _, word = match["name"].rpartition(" ")
        if read_name(text, start) or party_in_brackets(text, end) or ends_as_organisation(word):
            continue
        if _is_member(text, match["name"]):
            continue
        # *De mevrouw van Vluchtelingenwerk*, by where she works.
        if (
            particles == "van"
            and _BY_ARTICLE.search(text, max(0, start - 20), start)
            and not is_surname(word)
        ):
            continue
        # *geen familie van het Kamerlid*; but *mevrouw Van der Graaf* is called so.
        of_office = particles in _ARTICLES or particles == "van het"
        if not (of_office and _OFFICE.match(word)):
            yield finding(text, (start, end), Category.PERSON, "titled", 0.88)
    for span in _by_role(text):
        yield finding(text, span, Category.PERSON, "titled", 0.85)
    for match in _IN_SMALL.finditer(text):
        if not (is_of_language(match["name"]) or is_ordinary(match["name"])):
            yield finding(text, match.span("name"), Category.PERSON, "titled", 0.8)


def _by_role(text: str) -> Iterator[tuple[int, int]]:
    """First names behind what somebody does or is, in quotes or a word of the language too."""
    yield from (match.span("name") for match in _CALLED.finditer(text))
    for match in _BEHIND_ROLE.finditer(text):
        if is_first_name(match["name"]) and is_ordinary(match["name"]):
            yield match.span("name")


def _is_member(text: str, name: str) -> bool:
    """*De heer Ter Haar*, who is *Ter Haar (SGP)* elsewhere in the text."""
    elsewhere = re.finditer(rf"(?<![\w-]){re.escape(name)}(?=[ ]\()", text, re.IGNORECASE)
    return any(
        one.group().rpartition(" ")[2][0].isupper() and party_in_brackets(text, one.end())
        for one in elsewhere
    )
