"""Whose a telephone number is: an office's, or somebody's own; by what stands around it."""

import re

from woo.detect.contacts.dialled import digits_in, is_mobile
from woo.detect.contacts.mailbox_owners import owner_role
from woo.detect.words.grammar import name_before, read_name
from woo.model.finding import Role
from woo.reference.lexicon import is_first_name
from woo.reference.tables import load_table

# Before a number that ends in two zeros, as those of switchboards do, and is somebody's own.
_OWN_LINE = re.compile(
    r"(?:\b(?:mij|mijn|me|ik)\b|(?:priv[eé]|thuis|direct|doorkies|rechtstreeks|persoonlijk)\w*)"
    r"[^.\n]{0,20}$|"
    # In a row of people: *fam. Proefman|Dorpsstraat 11|0577 381900*.
    r"\b(?:fam|dhr|mevr|mw)\.?[ ][^\n]{2,50}[|;\t][ ]?$",
    re.IGNORECASE,
)
# *T 070-… (receptie)* and on the next line *D 070-…*.
_DIRECT_LINE = re.compile(
    r"\n[ \t>|]{0,8}(?:D|M|[Dd]irect|[Dd]oorkies\w{0,8}|[Mm]obiel)[ ]?[.:]?[ ]{1,3}$"
)
_SHARED_LINE = re.compile(
    r"(?:servicedesk|helpdesk|[a-z]*secretariaat|[a-z]{4,}lijn|meldpunt|contactpunt|loket|"
    r"dag en nacht|receptie|balie|informatielijn|switchboard|klantcontactcentrum|klantenservice|"
    r"algemene post|algemeen(?: telefoon)?nummer|(?:service|publieks|informatie)nummer|"
    r"algemene nummer|(?<![a-z])centrale|meldkamer|"
    r"contactcentrum|gemaal|conciërge|inbellen|inbelnummer|\bbel in\b|dial[- ]in|"
    r"gratis bellen met|"
    r"via (?:het|zijn|haar) kantoor|(?:zijn|haar|diens) werkgever|"
    r"per fax (?:verzonden|verstuurd|gestuurd)|\bfax(?:nummer|nr)?\b(?![^\n]{0,20}naar)|"
    r"enquiries|duty officer|commandopost|\b(?:huisartsen|tandarts)?praktijk|"
    r"\b(?:tel\. )?via (?:de )?planning|"
    r"commissie op nummer|brandweer|redactie|(?:pers)?voorlichting|servicepunt|polikliniek|"
    r"storingsdienst|storingen|griffie(?!r)|portier|tolkencentrum|tolkentelefoon|"
    r"kerkelijk bureau|alarmcentrale|\btaxi(?:bedrijf|centrale)|"
    r"abonnementenadministratie|(?:raad|studie|trouw)zaal|zaalwacht|dierenambulance|schoolnummer|"
    r"leveranciers bellen|ondernemersvereniging|"
    r"\bpers(?:desk|lijn|nummer)?(?=[ :(])|piket(?:telefoon|nummer|dienst)?)"
    r"(?:(?!\b(?:mw|dhr|mevr|heer)\b|\b06[- ]?\d)[^.]|\bt(?:st|el)\.){0,30}$",
    re.IGNORECASE,
)
# With nothing between but a sign or *tel.*; farther on it tells little.
_RIGHT_BEFORE = re.compile(
    r"\b(?:inlichtingen|crisisdienst|achterwacht|beveiliging|kantoorn(?:umme)?r|huisartsenpost|"
    r"storings?(?:nr|nummer)|telefax|faxnr\.?|planning)"
    r"[ (:.]{0,3}(?:(?:tel\.?|telefoon|bellen|via|op|naar)[ :.]{1,2})?\(?$|"
    # *via kabinet, 043-…*, *ons nummer is +31 20 …*, *Vragen? Bel 055 …*, *0800-0543 of 088-…*
    r"\b(?:kabinet|office|(?-i:SOC|NOC)),?[ ]$|\bons (?:telefoon)?nummer(?: is)?[ :]{1,2}$|"
    r"\bvragen\?[ ]bel(?:[ ]ons)?(?:[ ]op)?[ ]$|\b0800[ -]\d{3,5}[ ](?:of|en)[ ]$",
    re.IGNORECASE,
)
_AFTER_SHARED = re.compile(
    r"[ ]{0,2}\((?:alg\w*(?![^)\n]{0,12}\d)|lokaal tarief|secretariaat|receptie|balie|gratis|"
    r"optie|keuze|24/7)|"
    r"[ ]?[|\t][ ]?algemeen\b(?![ :]{0,3}[0+(])",
    re.IGNORECASE,
)
# *T 053 480 60 60 | direct 053 …*: the office's, before somebody's own; a meeting's *…,,80917733#*.
_BEFORE_DIRECT = re.compile(
    r"[ ]{0,2}(?:[|/·•,;][ ]?)?(?:D|[Dd]irect|[Dd]oorkies\w{0,8})[ ]?[.:]?[ ]{0,2}(?=[+(0]\d)|"
    r",,\d{4,}#"
)
# *038 - 499 87 12 (direct)*
DIRECT_BEHIND = re.compile(
    r"[ ]{0,2}\((?:direct|rechtstreeks|doorkies|priv[eé]|thuis)", re.IGNORECASE
)
"""What stands behind somebody's own number."""
OTHER_THAN_GENERAL = re.compile(r"\((?:algemeen|centrale|receptie|secretariaat)\)[ ](?:of|en)[ ]$")
"""What stands before the other of two, somebody's: *14 0518 (algemeen) of (0518) 462 190*."""
# *Hylke Santema, medewerker griffie, 0518-462 120*: of who works there.
_WORKER = re.compile(
    r"\b(?:medewerk(?:er|ster)|adviseur|coördinator|secretaresse|assistente?)[ ][\w-]{3,20},[ ]$"
)
# *het secretariaat heeft gebeld naar 0524 …*: whose that is, it does not say.
_CALLED_THERE = re.compile(r"\b(?:gebeld|belde)[ ](?:naar|met|op)[ ]$")
# *Klaske van het bestuurssecretariaat: 0517-…*
_WORKS_THERE = re.compile(r"\b(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+)[ ](?:van|bij)[ ](?:het|de)[ ]$")
_NAME_ABOVE = re.compile(
    r"(?:^|[\n|])[ ]*(?=[A-ZÀ-Þ][^\n|]{3,40}[ ]?[\n|][ \n|]{0,4}[^\n|]{0,20}\Z)"
)
_ONLY_NAME = re.compile(r"[ ]?[\n|]")
# *… of 0570 88 93 77 (Rachid)*
_NAME_BEHIND = re.compile(r"[ ]\((?:bel |vraag naar )?(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+)\)")
_MAILBOX_BEFORE = re.compile(
    r"(?P<address>[\w.+-]{2,40}@[\w.-]{3,40}\.\w{2,7})(?:[ ]?[,|;/·•–-]|[ ]of|[ ]en)?[ ]"
    r"(?:[Tt](?:el(?:efoon)?)?\.?[ :]{1,2}|bel[ ])?$"
)
_LABEL_BEHIND = re.compile(r",?[ ](?:tel(?:efoon)?|bel|mob(?:iel)?)\.?[ :]{0,2}$", re.IGNORECASE)
# *P. Slagter, service, 055-…*
_NAME_AND_TASK = re.compile(r"\b[A-Z]\.[ ](?:[a-z]+[ ]){0,2}[A-ZÀ-Þ][\w'-]+,[ ][a-z]+,[ ]$")
_SOMEBODY = re.compile(
    r"[:,(][ ][A-ZÀ-Þ][a-zà-ÿ]+[ ](?:(?:van|de|den|der|el)[ ]){0,2}[A-ZÀ-Þ][a-zà-ÿ]+"
)
_MAILBOX_BEHIND = re.compile(
    r"[ ]?(?:[,|;/·•–-]|of|en)[ ](?:via |mail(?:en)? naar )?"
    r"(?P<address>[\w.+-]{2,40}@[\w.-]{3,40}\.\w{2,7})"
)


def phone_role(text: str, match: re.Match[str]) -> Role:
    """FUNCTIONAL for that of an office; a mobile number is always somebody's."""
    digits = digits_in(match.group())
    if any(digits.endswith(known) for known in load_table("offices")["general_numbers"]):
        return Role.FUNCTIONAL
    before = text[max(0, match.start() - 60) : match.start()]
    behind = _NAME_BEHIND.match(text, match.end())
    if behind and is_first_name(behind["first"]):
        return Role.UNKNOWN
    own = DIRECT_BEHIND.match(text, match.end()) or OTHER_THAN_GENERAL.search(before)
    if own or _WORKER.search(before):
        return Role.UNKNOWN
    shared = (
        _is_of_office(before)
        or _AFTER_SHARED.match(text, match.end()) is not None
        or _BEFORE_DIRECT.match(text, match.end()) is not None
        or (digits.endswith("00") and not _is_own(before))
        or _is_beside_general_mailbox(before, text[match.end() : match.end() + 80])
    )
    return Role.FUNCTIONAL if shared and not is_mobile(match.group()) else Role.UNKNOWN


def is_shared(before: str) -> bool:
    """Whether the words before a number say that an office answers: *receptie: 070-…*."""
    return (_RIGHT_BEFORE.search(before) or _SHARED_LINE.search(before)) is not None


def _is_own(before: str) -> bool:
    """*mijn nummer is 070-…00*, *bij Gonny Rouwenhorst, 038-…00*."""
    name = name_before(before, len(before) - 2) if before.endswith(", ") else None
    named = name is not None and name.is_sure and is_first_name(name.words[0])
    return named or _OWN_LINE.search(before) is not None


def _is_of_office(before: str) -> bool:
    """*secretariaat: 070-…*, but not *secretariaat: Petra de Jong, 070-…*.

    Nor *Petra de Jong*, and *secretariaat* on the next line or in the next cell.
    """
    shared = _SHARED_LINE.search(before)
    if _DIRECT_LINE.search(before):
        return False
    if _RIGHT_BEFORE.search(before):
        return True
    if shared is None or _SOMEBODY.search(shared.group()) or _CALLED_THERE.search(before):
        return False
    works = _WORKS_THERE.search(before, 0, shared.start())
    if works and is_first_name(works["first"]):
        return False
    above = _NAME_ABOVE.search(before, 0, shared.start())
    name = read_name(before, above.end()) if above else None
    return not (name and name.is_sure and _ONLY_NAME.match(before, name.end))


def _is_beside_general_mailbox(before: str, after: str) -> bool:
    """*griffie@lindervoorde.nl | 0544-37 12 30*: the number of the same office."""
    mailbox = _MAILBOX_BEFORE.search(before) or _MAILBOX_BEHIND.match(after)
    if mailbox is None or owner_role(mailbox["address"]) is not Role.FUNCTIONAL:
        return False
    # *Ankie Manders, 0492-38 92 63, evenementen@…*
    name = name_before(before, len(_LABEL_BEHIND.sub("", before).rstrip(" ,(:")))
    if name and name.is_sure and (name.initials or is_first_name(name.words[0])):
        return False
    return _NAME_AND_TASK.search(before) is None
