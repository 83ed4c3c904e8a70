"""What a doctor writes of a patient: a letter under headings such as *Anamnese*, and doses."""

import re
from collections.abc import Iterator

from woo.detect.rare import mentions
from woo.reference.lexicon import is_of_language

_HEADINGS = (
    "voorgeschiedenis|anamnese|hetero-?anamnese|lichamelijk onderzoek|aanvullend onderzoek|lab|"
    "laboratorium|conclusie|differentiaaldiagnose|diagnose|werkdiagnose|medicatie|thuismedicatie|"
    "beleid|behandeling|beloop|intoxicaties|allergie(?:ën)?|reden van (?:opname|komst|verwijzing)|"
    "klachten|bevindingen|ecg|x-thorax|ct(?:-scan)?|mri|vitale (?:parameters|functies)"
)
# The value goes on over lines up to the next heading, an empty line or another label.
_PART = re.compile(
    rf"^[ \t]*(?P<heading>{_HEADINGS})[ \t]*:[ \t]*"
    r"(?P<value>\S[^\n]*(?:(?<!\.)\n(?!\s|[^\n:]{2,30}:)[^\n]+){0,8})",
    re.IGNORECASE | re.MULTILINE,
)
# Headings that no other document has.
_MEDICAL = re.compile(
    r"^[ \t]*(?:voorgeschiedenis|(?:hetero-?)?anamnese|lichamelijk onderzoek|intoxicaties|"
    r"(?:werk|differentiaal)?diagnose|(?:thuis)?medicatie|ecg|x-thorax)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 2
_DRUG_ENDING = re.compile(
    r"(?:pam|olol|pril|sartan|statine|cilline|mycine|prazol|dipine|caine|zine|"
    r"mab|tinib|formine|paracetamol|ibuprofen|morfine|codeïne)$"
)
# *temazepam 10 mg*; but *lood 810 mg/kg* is of the soil.
_DOSE = re.compile(
    r"(?<![\w-])(?P<drug>[a-z]{6,})[ ]\d{1,4}(?:[.,]\d{1,3})?[ ]?(?:mg|mcg|µg)(?![\w/])"
    r"(?:[ ]\d[ ]?(?:dd|x|keer)(?:[ ]\d)?)?"
)


def medical_facts(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a medical letter, and every drug with its dose."""
    if mentions(text, ("anamnese", "diagnose", "medicatie", "voorgeschiedenis")):
        yield from _parts(text)
    if mentions(text, (" mg", "0mg", "5mg", " mcg", " µg")):
        for match in _DOSE.finditer(text):
            if _DRUG_ENDING.search(match["drug"]) or not is_of_language(match["drug"]):
                yield match.span()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Of a document with some headings of its own, the text under each."""
    own = {match.group().strip(" \t:").casefold() for match in _MEDICAL.finditer(text)}
    if len(own) >= _FEWEST:
        for match in _PART.finditer(text):
            yield match.start("value"), match.start("value") + len(match["value"].rstrip(" .\n"))
