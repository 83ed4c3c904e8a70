"""Whose address it is: that of an office, or of somebody's home."""

import re
from functools import cache

from woo.model.finding import Role
from woo.reference.tables import load_table

_OFFICE = re.compile(
    r"(?:\b(?:[Bb]ezoek|[Kk]antoor|[Vv]estigings)adres\b[^\n]{0,6}|"
    r"(?:[Ww]aterschap|Hoogheemraadschap|Gemeente|Provincie|Provinsje|Ministerie|Inspectie|Rechtbank|Gerechtshof|"
    r"Agentschap|Rijksdienst|"
    r"GGD|GGZ|UMC|MC|[A-Za-z]*[Zz]iekenhuis|Raad van Bestuur|[Oo]mbudsman|Douane|"
    r"Belastingdienst|Openbaar Ministerie|Arrondissementsparket|Hogeschool|"
    r"Veiligheidsregio|Omgevingsdienst|Universiteit|[Ss]tadhuis|[Gg]emeentehuis|[Ss]tadskantoor|[Rr]aadhuis|"
    r"[Pp]rovinciehuis|Rijkswaterstaat)\b[^\n]{0,40}\n?[^\n]{0,8})$",
)
# A firm or a practice right before its address, also with *t.a.v.* on a line between.
_FIRM = re.compile(
    r"(?:(?<![\w.])[BN]\.?V\.?|\b(?:[Aa]dvocaten|[Nn]otarissen|[Aa]ccountants|[Aa]rchitecten|"
    r"[Hh]uisartsen|[Tt]andartsen|[Kk]antoor)|"
    r"\b(?:[Aa]dvocatenkantoor|[Nn]otariskantoor|[Aa]ccountantskantoor|Architectenbureau|"
    r"Adviesbureau|Ingenieursbureau|Stichting|Vereniging|Huisartsenpraktijk|Coöperatie)"
    r"[ ][^\n,;]{2,40})[ ]?[,.|:–-]?[ ]?\n?(?:t\.a\.v\.[^\n]{2,50}\n)?$|"
    # On a line between, who signs for it.
    r"(?<![\w.])[BN]\.?V\.?[ ]?\n(?:(?:mr|drs|ir|dr)\.[ ])?[A-Z][^\n\d:]{2,45}\n$"
)
# *De Sociale Verzekeringsbank, gevestigd te Amstelveen aan*: in a contract or a register.
_SEAT = re.compile(
    r"(?:\w+bank|(?<![\w.])[BN]\.?V\.?|\b(?:Stichting|Vereniging|Coöperatie|Gemeente|Provincie|"
    r"Waterschap|Staat der Nederlanden|Ministerie|Universiteit|Hogeschool)\b[^\n,;]{0,60}),?[ ]"
    r"(?:statutair[ ])?gevestigd(?:[ ]en[ ]kantoorhoudende?)?[ ](?:te[ ][A-ZÀ-Þ][\w-]+[ ])?"
    r"(?:aan[ ](?:de[ ]|het[ ])?)?$"
)
# *Provincie Limburg*, *T.a.v. gedeputeerde Mackus*, and below them the address.
_OFFICE_FOR = re.compile(
    r"(?:^|\n)[ \t]*(?:Aan:? )?(?:(?:het|de) )?(?:[Ww]aterschap|Hoogheemraadschap|Gemeente|"
    r"Provincie|Ministerie|Rechtbank|Gerechtshof|College|Raad|Centrale Raad|Autoriteit|"
    r"Nationale [Oo]mbudsman|Commissie|GGD|Veiligheidsregio|Omgevingsdienst)\b[^\n,;]{0,60}\n"
    r"(?:[Tt]\.a\.v\.[^\n]{2,50}\n)?[ \t]*$"
)
# A building where nobody lives, and its name, right before the address.
_BUILDING = re.compile(
    r"(?:loket|balie|zalencentrum|vergadercentrum|[a-z]*zaal|sport(?:hal|park|zaal|centrum)|zwembad|café|"
    r"restaurant|hotel|theater|schouwburg|museum|bibliotheek|kerk|moskee|[a-z]*school|\bobs|college|"
    r"lyceum|universiteit|hogeschool|ziekenhuis|kliniek|apotheek|huisarts(?:enpraktijk|enpost)?|"
    r"(?:zieken|dorps|buurt|wijk|gemeente|verzorgings|verpleeg|club|kerk)huis|gemeentewerf|scheepswerf|"
    r"milieustraat|depot|kazerne|station|stadskantoor|[a-z]*kantoor|[a-z]*fabriek|rechtbank|ministerie|"
    r"douane|politiebureau|reclassering|stichting|vereniging|coöperatie|ggd|ggz|vestiging|"
    r"inrichting,? gelegen|afleveradres|verzendadres|laboratorium|archief|evenementenhal)"
    r"(?:[ ][\w'’&.-]+){0,4}[ ]?(?:[,;:(|–-]|aan de|te)[ ]?\|?[ ]?$",
    re.IGNORECASE,
)
# *Buitensingel 66 Arnhem, zaal Rembrandt*
_ROOM = re.compile(r"(?:[ ]\n?[A-ZÀ-Þ][\w-]+)?,[ ](?:vergader)?(?:zaal|ruimte)[ ]")
# Of a card (RFC 6350): *ADR;TYPE=WORK:;;Zernikelaan 6;Groningen*.
_WORK = re.compile(r"\bADR;[^:\n]*TYPE=WORK[^:\n]*:[^\n]*$", re.IGNORECASE)
# *p/a Zuideinde 14*: where somebody of a foundation lives.
_CARE_OF = re.compile(r"\bp/a[ ]$")
_HOME = re.compile(
    r"\bwoon|\bp/a\b|bewoner|perceel|woning|eigenaar|t\.a\.v\.|ter attentie|\bheer\b|mevrouw|"
    r"\bmw\b|\bdhr\b|\bvan de\b|wonende",
    re.IGNORECASE,
)


def address_role(address: str, before: str, after: str) -> Role:
    """FUNCTIONAL for a building of the government and for a post office box.

    An office's name on the line itself or the one above, or *bezoekadres*, shows the first; so
    does a firm or a building right before it, or a meeting room behind it.
    """
    plain = " ".join(address.replace("|", " ").split()).casefold()
    known = "postbus" in plain or visiting_address().search(plain)
    if _CARE_OF.search(before) and not known:
        return Role.UNKNOWN
    if _ROOM.match(after) or _WORK.search(before) or _OFFICE_FOR.search(before):
        return Role.FUNCTIONAL
    office = _OFFICE.search(before) or _BUILDING.search(before)
    if _FIRM.search(before) or _SEAT.search(before) or (office and not _HOME.search(before)):
        return Role.FUNCTIONAL
    return Role.FUNCTIONAL if known else Role.UNKNOWN


@cache
def visiting_address() -> re.Pattern[str]:
    """Any of the known ones, in lower case, as whole words."""
    known = load_table("offices")["visiting_addresses"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(place.casefold()) for place in known)})\b")
