"""Who wrote what stood in a newspaper, as a list of cuttings names them: their names stay."""

import re
from collections.abc import Iterator

from woo.detect.words.grammar import Name, read_name
from woo.detect.words.name_lists import names_in_row, never

_PAPER = (
    r"(?:(?:[Dd]e |[Hh]et )?(?:Volkskrant|Telegraaf|Gelderlander|Limburger|Stentor|Parool|"
    r"Groene Amsterdammer|Correspondent|Financieele Dagblad)|NRC(?: Handelsblad)?|AD|FD|Trouw|"
    r"Tubantia|PZC|BN DeStem|Follow the Money|FTM|N[Uu]\.nl|Elsevier(?: Weekblad)?|RTL Nieuws|"
    r"Leeuwarder Courant|Friesch Dagblad|Dagblad van het Noorden|Noordhollands Dagblad|"
    r"Brabants Dagblad|Eindhovens Dagblad|Binnenlands Bestuur|Vrij Nederland|Omroep [A-Z][a-z]+|"
    r"Nieuwsuur|EenVandaag|Reformatorisch Dagblad|Nederlands Dagblad)"
)
# *De Rivierbode*, *Westlandse Post*
_LOCAL_PAPER = (
    r"(?:[Dd]e |[Hh]et )?(?:[A-ZÀ-Þ][a-zà-ÿ]+[ ])?[A-ZÀ-Þ]?[a-zà-ÿ]*"
    r"(?:[Bb]ode|[Pp]ost|[Cc]ourant|[Kk]rant|[Dd]agblad|[Ww]eekblad|[Oo]chtendblad|[Jj]ournaal)"
)
_GENRE = (
    r"(?:[Cc]olumn|[Oo]pinie(?:stuk)?|[Cc]ommentaar|[Aa]nalyse|[Rr]eportage|[Ll]ongread|[Ee]ssay|"
    r"[Rr]ecensie|[Aa]chtergrond)"
)
_AT = rf"\b{_PAPER}[ ]?[–:|-][ ]"
# *FD – Column Mathijs Bouman*, *NRC: 'De dijk' – essay van J. Bos*, *(de Volkskrant, Rik Kuiper)*.
_COLUMN = re.compile(
    rf"{_AT}{_GENRE}[ ](?:van[ ]|door[ ])?(?=[A-ZÀ-Þ])|"
    rf"{_AT}[^\n]{{3,200}}?\b{_GENRE}[ ](?:van|door)[ ](?=[A-ZÀ-Þ])|"
    rf"\({_PAPER},[ ](?=[A-ZÀ-Þ])|"
    # *(Dagblad van het Noorden, 11 februari 2023, door Jurgen Tiekema)*
    rf"\((?:{_PAPER}|{_LOCAL_PAPER}),[ ]\d{{1,2}}[ ][a-z]{{3,9}}(?:[ ]\d{{4}})?,[ ]"
    r"(?:door[ ])?(?=[A-ZÀ-Þ])"
)
# *NRC: Marike Stellinga over de arbeidsmarkt*, *Brabants Dagblad: verslaggever Karin Kamp liep mee*
_WRITER = re.compile(
    rf"{_AT}(?P<writes>(?:[Vv]erslaggever|[Cc]olumnist|[Rr]edacteur|[Cc]orrespondent)[ ])?"
    rf"(?!{_GENRE}[ ])(?=[A-ZÀ-Þ])"
)
# *Trouw – Boer stopt ermee. Door Roos Wagtendonk.*, *PZC: "Er zit PFAS in", door Onno Havermans*.
_ARTICLE = re.compile(
    rf"^[ \t•*-]{{0,4}}{_PAPER}[ ]?[–:|-][ ][^\n]{{10,400}}?"
    r"(?:[.!?'’\"”][ ]Door|['’\"”],[ ]door)[ ](?=[A-ZÀ-Þ])",
    re.MULTILINE,
)

# *Door Gijsje van Oord*, and below it *ZEEVENDAM – Wethouder …*, where the article begins.
_DATED = re.compile(
    r"^[ \t]{0,8}(?:Door|Tekst|DOOR|TEKST)[ ]?:?[ ](?=[A-ZÀ-Þ][^\n]{3,60}\n{1,2}"
    r"(?:[^\n]{1,80}\n{1,2})?[ \t]{0,8}[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,30}[ ]?(?:[–—]|-[ ])[ ]?[A-ZÀ-Þ])",
    re.MULTILINE,
)
# *Door Simon Lohuis – foto: Babette Kuiper*, and *Foto's Thijmen Aker* below who wrote it.
_WITH_PHOTO = re.compile(
    r"^[ \t]{0,8}(?:Door|Tekst|DOOR|TEKST)[ ]?:?[ ](?=[A-ZÀ-Þ][^\n]{3,40}[ ,]{1,2}[–—-]?[ ]?"
    r"[Ff]oto(?:'s|’s|grafie)?[ ]?:?[ ][A-ZÀ-Þ])|"
    r"(?<=[a-zà-ÿ])(?:,|[ ][–—-])[ ][Ff]oto(?:'s|’s|grafie)?[ ]?:[ ](?=[A-ZÀ-Þ])|"
    r"^[ \t]{0,8}[Ff]oto(?:'s|’s|grafie)[ ]?:?[ ](?=[A-ZÀ-Þ][a-zà-ÿ-]+[ ][^\n]{2,30}$)",
    re.MULTILINE,
)
# *Van onze verslaggever Maikel Berendsen*
_BYLINE = re.compile(
    r"^[ \t]{0,8}(?:[Vv]an onze (?:verslaggever|verslaggeefster|correspondent|redacteur)|"
    r"VAN ONZE VERSLAGGEVER)[ \n](?=[A-ZÀ-Þ])",
    re.MULTILINE,
)
# *1) Financieel Journaal, 14 mei 2024, Thomas Rietdijk en Chaima Ouali*, below questions.
_FOOTNOTE = re.compile(
    r"^[ \t]{0,4}(?:\[?\d{1,2}[\])]?|[¹²³⁴-⁹])[ ]?(?:[Dd]e |[Hh]et )?[A-ZÀ-Þ][\w'’.& -]{1,40},[ ]"
    r"(?:['‘\"“][^\n]{5,200}['’\"”],[ ])?"
    r"\d{1,2}(?:[ ][a-z]{3,9}[ ]|[-/]\d{1,2}[-/])\d{2,4},[ ](?=[A-ZÀ-Þ])",
    re.MULTILINE,
)


def in_papers(text: str) -> Iterator[Name]:
    """The writers of columns and articles. Who calls for a newspaper is none (``no_office``)."""
    for pattern in (_COLUMN, _ARTICLE, _BYLINE, _DATED, _WITH_PHOTO):
        for match in pattern.finditer(text):
            if name := read_name(text, match.end()):
                yield name
    for match in _FOOTNOTE.finditer(text):
        yield from names_in_row(text, match.end(), never)
    for match in _WRITER.finditer(text):
        name = read_name(text, match.end())
        if name and name.is_sure and (match["writes"] or text.startswith(" over ", name.end)):
            yield name
