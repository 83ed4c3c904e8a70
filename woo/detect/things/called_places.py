"""What a text itself calls a place or a thing: *de gemeente Merwelanden*, *zorggroep Solis*."""

import re
from collections.abc import Iterator, Sequence

from woo.detect.agreement import MODEL
from woo.detect.words.grammar import is_titled
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_surname, key

# With the postcode: *8131 AB Hasselvoort*.
_POSTED = re.compile(
    r"\b\d{4}[ ]?[A-Z]{2}[ ]{1,2}(?P<name>[A-ZÀ-Þ][a-zà-ÿ'’-]{3,30})(?=[\s,;|.)]|$)"
)
_CALLED = re.compile(
    r"\b(?:[Gg]emeente|GEMEENTE|[Pp]rovincie|[Ww]aterschap|[Hh]oogheemraadschap|[Vv]eiligheidsregio|"
    r"[Oo]mgevingsdienst|[Rr]egio|GGD|[Pp]older|[Ww]ijk|[Dd]orp|[Bb]uurtschap|[Ee]iland|[Bb]uurt|"
    r"[Ss]tadsdeel|[Ii]ndustrieterrein|[Bb]edrijventerrein|[Ss]tation|[Vv]liegbasis|[Nn]atuurgebied|"
    r"[Rr]ivier|[Mm]eer|[Ll]andgoed|[Ww]ind(?:molen)?park|[Zz]onnepark|[Nn]atuurpark)"
    r"[ ](?P<name>(?:(?:De|Het|Den)[ ])?"
    r"(?P<word>[A-ZÀ-Þ][\w'’-]{2,30}(?:[ -][A-ZÀ-Þ][\w'’-]{2,30})?))"
)


# What seldom has the name of its owner, as a shop has: *zorggroep Solis*, *molen De Wachter*.
_THING = re.compile(
    r"\b(?:(?:basis|middelbare )?school|(?:buurt|avond|brede |dorps|vrije)school|obs|cbs|"
    r"rkbs|scholengemeenschap|lyceum|"
    r"kinderdagverblijf|kinderopvang|peuterspeelzaal|verpleeghuis|verzorgingshuis|"
    r"woonzorgcentrum|zorgcentrum|zorggroep|zorginstelling|ggz-instelling|ziekenhuis|hotel|camping|"
    r"vakantiepark|sporthal|zwembad|theater|bibliotheek|buurthuis|inloophuis|"
    r"(?:wijk|buurt|revalidatie|behandel|activiteiten|jongeren|gezondheids)centrum|dorpshuis|winkelcentrum|park|landgoed|kasteel|klooster|kerk|moskee|molen|jachthaven|"
    r"parkeergarage|windpark|zonnepark|tankstation|(?:binnenvaart|vracht|zeil)?schip|veerpont|"
    r"sleepboot|storm|orkaan|hond|paard|pony|applicatie|(?:zaak)?systeem|tunnel|brug|sluis|"
    r"gemaal|azc|opvanglocatie|"
    r"(?:korfbal|voetbal|tennis|hockey|gymnastiek|muziek|toneel|zwem|ijs|sport|volkstuin)vereniging|"
    r"woningcorporatie|woningbouwvereniging|zorgboerderij)"
    r"[ ]['’\"“‘]?(?P<name>(?:(?:De|Het|Den|['’]t)[ ])?(?P<word>[A-ZÀ-Þ][\w'’-]{2,30}))"
    r"(?![ ]?(?:[A-ZÀ-Þ]|(?:van|de)[ ][A-ZÀ-Þ]))"
)
_BODY = re.compile(
    r"(?:Gemeente|Provincie|Waterschap|Hoogheemraadschap|Veiligheidsregio|Omgevingsdienst|Ministerie|"
    r"Rechtbank|Politie|Stichting|Vereniging)[ ](?:van[ ])?[A-ZÀ-Þ][\w'’ -]{2,40}"
)


def called_places(text: str) -> Iterator[str]:
    """The names of places as the text calls them, as often as it does; also without *De*."""
    yield from (match["name"] for match in _POSTED.finditer(text))
    for match in _CALLED.finditer(text):
        yield from {*match.group("name", "word")}


def without_places(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what only model or lists take for somebody and the text calls a place or a thing.

    And a body by its whole name, whatever follows it: *Waterschap Weerbroek (gemachtigde: …)*.
    """
    places = {key(name) for match in _CALLED.finditer(text) for name in match.group("name", "word")}
    things = {key(name) for match in _THING.finditer(text) for name in match.group("name", "word")}
    if things:
        things -= {key(word) for one in findings for word in _of_somebody(text, one)}
    named = places | things
    return [one for one in findings if not (_is_body(one) or _is_place(one, named))]


def _of_somebody(text: str, one: Finding) -> list[str]:
    """The words of a whole name, and of one behind a title: these are no thing's alone."""
    if one.category is not Category.PERSON or one.role is Role.EPONYM:
        return []
    words = one.text.split()
    whole = len(words) > 1 and (words[0][-1] == "." or is_first_name(words[0]))
    return [one.text, *words] if whole or is_titled(text, one.start) else []


def _is_body(one: Finding) -> bool:
    return one.category is Category.PERSON and _BODY.fullmatch(one.text) is not None


def _is_place(one: Finding, places: set[str]) -> bool:
    """A name on the lists stays somebody's: *de gemeente Bergen* and mevrouw Bergen."""
    return (
        one.category is Category.PERSON
        and one.detector in {MODEL, "names"}
        and one.role is Role.UNKNOWN
        and key(one.text) in places
        and not any(is_first_name(word) or is_surname(word) for word in one.text.split())
    )
