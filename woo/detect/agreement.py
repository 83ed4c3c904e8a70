"""What rules and model make of the same name, before their findings are merged.

The rules know an office or the name of a motion by the words around it, and a sender by the layout;
the model judges by what it has read. So a role that a rule gives counts, else the model's. A weak
rule, such as a single first name, counts only where the model sees a name too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from woo.detect.contacts.whose_contact import with_owners
from woo.detect.offices.office_lines import is_below_office_of_another
from woo.detect.prose.plain_names import is_plainly_somebody
from woo.detect.things.eponyms import WORKS_AT
from woo.detect.things.firms import THINGS
from woo.detect.things.not_cited import is_not_cited
from woo.detect.words.grammar import is_titled
from woo.detect.words.name_parts import parse_name
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name

MODEL = "model"
# A finding by the lists with a lower score needs the model's agreement.
_WEAK, _PLAIN = 0.86, 0.8
_LISTS = frozenset({"names", "headers"})
# Behind *mevrouw* stands somebody, not the giver of a name to a thing.
_CERTAIN = 0.9
_LONGEST = 200
# *Mies Bakker, wethouder Post*, *met Hofman en wethouder Post*: the office is that of who follows.
_OFFICE_OF_NEXT = re.compile(
    r"(?:,[ ]\n?|[ ]en[ ])(?:burgemeester|wethouder|raadslid|gedeputeerde|minister|"
    r"staatssecretaris|Kamerlid|statenlid)[ ](?:van[ ](?:de[nr]?[ ])?|de[nr]?[ ])?[A-ZÀ-Þ][a-zà-ÿ]"
)
# *wethouder Post* names an office holder again.
_OFFICE_BEFORE = re.compile(
    r"\b(?:commissaris|voorzitter|minister|staatssecretaris|gouverneur|prins|prinses|koning|"
    r"koningin|burgemeester|wethouder|gedeputeerde|lid)[ ]$"
)
# *de casus-Bolhuis* and *de notitie-Molenaar* are of somebody: a motion, law or committee is not.
_OF_A_CASE = re.compile(
    r"(?:casus|dossier|geval|notitie|mail|klacht|bezwaar|verklaring)-", re.IGNORECASE
)
# *burgemeester Storm van Wessemerdal*: the rule knows where the name ends.
_OF_PLACE = re.compile(r"[ ]van[ ][A-ZÀ-Þ]\S*")
_ROW = re.compile(r",?[ ]?\n?(?:(?:en|and|&)[ ])?(?:(?:prof|dr|mr|ir|drs|ing)\.[ ]){0,3}")
# Of so few words the network takes whoever is named beside *minister* or *wethouder* for the holder
# of that office, where nothing else speaks of public life: it was trained on longer texts.
_FEW_WORDS = 30
_PUBLIC_LIFE = re.compile(
    r"fractie|\bmotie|amendement|debat|(?:raads|staten|kamer|commissie)l(?:id|eden)|voorzitter|"
    r"\bde leden|\bhet lid\b|coalitie|\((?:[A-Z]{2,4}\d*|PvdA|GroenLinks|PvdD|Volt)\)|"
    r"\b(?:oud-)?(?:weth|ged|wh|min|stas)\.|president|excellentie|gemeenteraad|vergadering|"
    r"ministerraad|bewinds|kabinet|formateur|heemra|dijkgraaf|college|"
    r"\bstas\b|\bwh\b|gedeputeerd|portefeuille|rechter|\bmrs?\.|ambassadeur|commissaris|ombudsman",
    re.IGNORECASE,
)
_IN_SENTENCE = re.compile(r",?[ ][a-zà-ÿ]+[ ][^\n|;\t]*[.!?](?:\s|$)")
# Who greets, sends or is greeted, or gives a file its name: that he holds an office is not for the
# model alone to say.
_WRITERS = frozenset({"letters", "headers", "contacts", "fields", "file_names"})


def agreed(findings: Sequence[Finding], text: str) -> list[Finding]:
    """The findings in a text with the roles on which rules and model agree; no weak ones alone."""
    in_order = sorted(with_owners(findings, MODEL, text), key=attrgetter("start"))
    seen = [f for f in in_order if f.detector == MODEL]
    by_model = [f for f in seen if f.category is Category.PERSON]
    others = [f for f in in_order if f.detector != MODEL]
    # Nobody's own, the rules say: the telephone number of an office, say.
    general = [f for f in others if f.role is Role.FUNCTIONAL]
    # Of which kind a number is, its form and check digits tell better than the model.
    known = {(f.start, f.end) for f in others if f.category is not Category.PERSON}
    others += [
        f
        for f in seen
        if f.category is not Category.PERSON
        and (f.start, f.end) not in known
        and not _touching(general, f)
    ]
    people = sorted((f for f in others if f.category is Category.PERSON), key=attrgetter("start"))
    settled = _of_a_row([_by_rules(one, _touching(people, one), text) for one in by_model], text)
    settled = list(_partners(settled, text))
    if len(text.split()) < _FEW_WORDS and not _PUBLIC_LIFE.search(text):
        settled = [_not_by_model_alone(one, text) for one in settled]
    settled = [_somebody_after_all(one, text) for one in settled]
    return _cited_again([*_by_model(others, settled, text), *settled], text)


def _not_by_model_alone(one: Finding, text: str) -> Finding:
    """In a sentence; a row of a table tells more."""
    alone = one.detector == MODEL and one.role is Role.OFFICE_HOLDER
    in_sentence = alone and _IN_SENTENCE.match(text, one.end) is not None
    return replace(one, role=Role.UNKNOWN) if in_sentence else one


def _somebody_after_all(one: Finding, text: str) -> Finding:
    """*De brief van Karel Bakker is binnen.*: the model alone makes no ship of him."""
    somebody = _is_thing_by_model(one) and is_plainly_somebody(text, one)
    return replace(one, role=Role.UNKNOWN) if somebody else one


def _is_thing_by_model(one: Finding) -> bool:
    return one.detector == MODEL and one.role is Role.EPONYM


def _partners(settled: Sequence[Finding], text: str) -> Iterator[Finding]:
    """*Buys & Van Dam*: the sign between two such names makes a firm, whoever is called so."""
    joined = {
        place
        for one, two in pairwise(settled)
        if text[one.end : two.start] == " & " and _are_partners(one, two)
        for place in (one.start, two.start)
    }
    for one in settled:
        in_firm = one.start in joined
        yield replace(one, role=Role.EPONYM, detector=THINGS) if in_firm else one


def _are_partners(one: Finding, two: Finding) -> bool:
    """Both a thing's, or one of them and neither a first name: *Ten Dam & Smit*.

    *Piet Schouten & Karel Dijkstra* are two people.
    """
    if all(parse_name(f.text).first for f in (one, two)):
        return False
    things = [f for f in (one, two) if f.role is Role.EPONYM]
    first_names = any(is_first_name(f.text.partition(" ")[0]) for f in (one, two))
    surely = all(f.score >= _CERTAIN for f in things)
    return len(things) > first_names and surely


def _cited_again(findings: list[Finding], text: str) -> list[Finding]:
    """Who is cited with a year is the same author where only the surname returns.

    Not when the text names somebody else with that surname, nor behind *de heer*.
    """
    cited = _not_in_longer(f for f in findings if f.role is Role.AUTHOR and f.detector != MODEL)
    if not cited:
        return findings
    authors, places = {_surname(f) for f in cited}, {f.start for f in cited}
    people = [f for f in findings if f.category is Category.PERSON and f.start not in places]
    authors -= {
        _surname(f) for f in people if f.role is not Role.UNKNOWN or parse_name(f.text).is_whole
    }
    return [
        replace(f, role=Role.AUTHOR)
        if f.role is Role.UNKNOWN
        and f.category is Category.PERSON
        and _surname(f) in authors
        and not is_titled(text, f.start)
        else f
        for f in findings
    ]


def _not_in_longer(findings: Iterable[Finding]) -> list[Finding]:
    """Without the *Boudewijn* of *Boudewijn de Groot*."""
    ends: dict[int, int] = {}
    every = list(findings)
    for one in every:
        ends[one.start] = max(one.end, ends.get(one.start, 0))
    return [one for one in every if one.end == ends[one.start]]


def _surname(one: Finding) -> str:
    parts = parse_name(one.text)
    return parts.surname_key or parts.first_key


def _touching(findings: Sequence[Finding], one: Finding) -> list[Finding]:
    """Those of ``findings``, in order of their start, that overlap ``one``."""
    first = bisect_left(findings, one.start - _LONGEST, key=attrgetter("start"))
    last = bisect_left(findings, one.end, key=attrgetter("start"))
    return [other for other in findings[first:last] if other.end > one.start]


def _of_a_row(settled: Sequence[Finding], text: str) -> list[Finding]:
    """Of people named in one row, *A, B en C*, the model alone lets none stay where others go."""
    rows: list[list[Finding]] = []
    for one in settled:
        if rows and _ROW.fullmatch(text[rows[-1][-1].end : one.start]):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in (_without_model_roles(row) if _may_all_go(row) else row)]


def _without_model_roles(row: Sequence[Finding]) -> list[Finding]:
    return [replace(one, role=Role.UNKNOWN) if one.detector == MODEL else one for one in row]


def _may_all_go(row: Sequence[Finding]) -> bool:
    """Whether most of a row goes, or one of a pair by their whole names.

    *Rick van Ommen en Bas Luijten staan achter in de zaal*: both hold an office, or neither does.
    """
    going = sum(f.role is Role.UNKNOWN for f in row)
    is_pair = len(row) == 2 and all(map(_is_by_first_name, row))
    return 2 * going > len(row) or (is_pair and going == 1)


def _is_by_first_name(one: Finding) -> bool:
    parts = parse_name(one.text)
    return one.role in {Role.UNKNOWN, Role.OFFICE_HOLDER} and bool(parts.first and parts.surname)


def _by_rules(one: Finding, rules: Sequence[Finding], text: str) -> Finding:
    """A finding of the model with the role that the rules know, and then as theirs."""
    same = [rule for rule in rules if _same_name(one, rule)]
    known = [rule for rule in same if rule.role is not Role.UNKNOWN]
    if not known:
        writes = not _signs(one) and any(rule.detector in _WRITERS for rule in same)
        next_one = (
            one.role is Role.OFFICE_HOLDER
            and _OFFICE_OF_NEXT.match(text, one.end)
            and not _OFFICE_BEFORE.search(text, max(0, one.start - 20), one.start)
        )
        a_case = one.role is Role.EPONYM and _OF_A_CASE.match(one.text)
        no_author = one.role is Role.AUTHOR and is_not_cited(text, one)
        of_above = one.role is Role.OFFICE_HOLDER and is_below_office_of_another(text, one.start)
        somebody = writes or next_one or a_case or no_author or of_above
        return replace(one, role=Role.UNKNOWN) if somebody else one
    best = max(known, key=attrgetter("score"))
    if one.start == best.start and _OF_PLACE.fullmatch(one.text, len(best.text)):
        return best
    return replace(one, role=best.role, detector=best.detector)


def _signs(one: Finding) -> bool:
    """*Hoogachtend, R. Dieleman*, by the model; a first name may be anybody's under a letter."""
    return one.role is Role.SIGNATORY and not parse_name(one.text).first


def _by_model(others: Sequence[Finding], settled: Sequence[Finding], text: str) -> list[Finding]:
    """What the rules found; weak names only where the model sees one too, or they are plain."""
    kept = []
    for one in others:
        if one.category is not Category.PERSON:
            kept.append(one)
            continue
        seen = _touching(settled, one)
        same = next((s for s in seen if _same_name(s, one)), None)
        if same is None:
            if (
                one.detector not in _LISTS
                or one.score >= _WEAK
                or (one.score >= _PLAIN and is_plainly_somebody(text, one))
            ):
                kept.append(one)
            continue
        plainly = _is_thing_by_model(same) and is_plainly_somebody(text, one)
        # *Jean Rummenie, Roos Tammenga* in one cell are not both in office.
        several = len({s.role for s in seen if _lies_in(s, one)}) > 1
        open_ = one.role is Role.UNKNOWN and one.score < _CERTAIN and not (plainly or several)
        kept.append(replace(one, role=same.role, detector=same.detector) if open_ else one)
    return kept


def _same_name(one: Finding, other: Finding) -> bool:
    """Whether one lies in the other: not two names that share a word.

    Nor the firm in *Harrie Jansen van Jansen*, or below *E. ter Haar*.
    """
    before = (
        one.text[: max(0, other.start - one.start)] or other.text[: max(0, one.start - other.start)]
    )
    of_thing = Role.EPONYM in {one.role, other.role}
    if of_thing and (WORKS_AT.search(before) or _is_whole_name(before)):
        return False
    return _lies_in(one, other) or _lies_in(other, one)


def _is_whole_name(before: str) -> bool:
    parts = parse_name(before.strip(" \n,(|–-"))
    return parts.is_whole and (bool(parts.initials) or is_first_name(parts.first))


def _lies_in(one: Finding, other: Finding) -> bool:
    return other.start <= one.start and one.end <= other.end
