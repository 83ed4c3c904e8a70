"""Names of known people with one typing error, or misread by a scan: ``Oldekmap``, ``0ldekamp``.

Known names and their deletions of one letter are in a table (as in SymSpell), so that a word costs
a handful of look-ups however many people there are. What stands there must be no word of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from woo.detect.dossier.occurrences import Owner, Place, is_name_here
from woo.detect.spans import finding
from woo.detect.words.grammar import PARTICLES
from woo.detect.words.known_parts import KnownParts
from woo.detect.words.typing_errors import deletions, is_slip, skeleton
from woo.model.finding import Category, Finding
from woo.model.person import Person
from woo.reference.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_not_name,
    is_ordinary,
    is_place,
    is_surname,
    key,
)
from woo.text.folding import fold
from woo.text.matcher import Match

_SHORTEST: Final = 6
_SHORTEST_ALONE: Final = 7
_LETTER: Final = "[^\\W_]"
_REST: Final = f"(?:{_LETTER}|[-'’](?={_LETTER}{{2}})){{{_SHORTEST - 2},40}}(?![\\w@])"
# The capital first and only then what may not stand before it: that is many times as fast.
_CAPITALISED = re.compile(f"[A-Z0-9À-ÖØ-ÞĀ-Ɏ](?<![\\w@./-].){_REST}")
_ANY = re.compile(f"(?<![\\w@./-]){_LETTER}{_REST}")
_PARTICLE = f"(?:{PARTICLES}[ ])*"
# What may stand between the parts of one name: ``Fenna van``, ``Oldekamp, ``, ``J.P.``.
_WORD_BEFORE = re.compile(f"({_LETTER}[\\w'’-]*)(?:\\.?[ ]|,[ ]|\\.){_PARTICLE}$")
_WORD_AFTER = re.compile(f"(?:[ ]|,[ ]){_PARTICLE}({_LETTER}[\\w'’-]*)")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Tt]e|[Uu]it|[Nn]abij|[Gg]emeente) $")
# A scan reads an l as I; *McDonald* is somebody.
_CAMEL = re.compile(r"(?!Ma?c[A-Z]|(?:De|Van|Ter|Ten)[A-Z]).*[a-z][A-HJ-Z]")
_NEXT = re.compile(f"[ ]{_PARTICLE}(?=[a-z])")
_REACH: Final = 50
_MOST_KNOWN: Final = 1 << 17  # some 15 MB
_BESIDE, _ALONE = 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Misspelt:
    """The names of everybody in a dossier, by what one slip may make of them."""

    near: Mapping[str, tuple[str, ...]] = field(repr=False)
    by_skeleton: Mapping[str, tuple[str, ...]] = field(repr=False)
    owners: Mapping[str, tuple[KnownParts, ...]] = field(repr=False)
    exact: frozenset[str] = field(repr=False)
    known: dict[str, tuple[str, ...]] = field(repr=False)  # of words seen before

    @classmethod
    def of(cls, going: Sequence[Person], others: Sequence[Person]) -> "Misspelt":
        """Slips in the names of ``going``; ``others`` have names that are no slip of one."""
        owners: dict[str, list[KnownParts]] = defaultdict(list)
        exact = {word for person in others for word in KnownParts.of(person).exact}
        for parts in map(KnownParts.of, going):
            exact |= parts.exact
            for name in parts.firsts | parts.surnames:
                if len(name) >= _SHORTEST:
                    owners[name].append(parts)
        near: dict[str, set[str]] = defaultdict(set)
        skeletons: dict[str, set[str]] = defaultdict(set)
        for name in owners:
            skeletons[skeleton(name)].add(name)
            for form in (name, *deletions(name)):
                near[form].add(name)
        return cls(
            {form: tuple(sorted(names)) for form, names in near.items()},
            {form: tuple(sorted(names)) for form, names in skeletons.items()},
            {name: tuple(those) for name, those in owners.items()},
            frozenset(exact),
            {},
        )

    def find(self, place: Place, matches: Sequence[Match]) -> Iterator[Finding]:
        """Capitalised words, and words in lower case beside a name that ``matches`` found."""
        if not self.owners:
            return
        text = place.text
        spans = {match.span() for match in self._written(text)}
        spans |= set(_beside_matches(text, matches))
        for start, end in sorted(spans):
            names = self._names(text[start:end])
            if names:
                yield from self._finding(place, (start, end), names)

    def _written(self, text: str) -> Iterator[re.Match[str]]:
        """The capitalised words that may be a slip; each different word is looked up once."""
        slips = {word for word in set(_CAPITALISED.findall(text)) if self._names(word)}
        if slips:
            yield from (m for m in _CAPITALISED.finditer(text) if m.group() in slips)

    def _names(self, written: str) -> tuple[str, ...]:
        """The known names of which a word may be a slip."""
        if written not in self.known:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            self.known[written] = self._look_up(written)
        return self.known[written]

    def _look_up(self, written: str) -> tuple[str, ...]:
        word = fold(written).text
        # *GroenLinks* is no slip of *Groenlinde*: a capital inside makes a name of its own.
        if word in self.exact or _CAMEL.match(written):
            return ()
        near = {name for name in self._nearby(word) if is_slip(word, name)}
        near.update(self.by_skeleton.get(skeleton(word), ()))
        return tuple(sorted(near)) if near and not _is_word(written) else ()

    def _nearby(self, word: str) -> set[str]:
        """The known names that are the same when at most one letter is left out of each."""
        near = set(self.near.get(word, ()))
        for shorter in deletions(word):
            if shorter in self.near:
                near.update(self.near[shorter])
        return near

    def _finding(
        self, place: Place, span: tuple[int, int], names: Sequence[str]
    ) -> Iterator[Finding]:
        owners = [(name, parts) for name in names for parts in self.owners[name]]
        beside = [
            (parts.person, reach)
            for name, parts in owners
            if (reach := _with_other_part(place.text, span, name, parts))
        ]
        if beside:
            first = min(span[0], *(start for _, (start, _) in beside))
            last = max(span[1], *(end for _, (_, end) in beside))
            yield _found(place, (first, last), [person for person, _ in beside], _BESIDE)
            return
        alone = [
            parts.person
            for name, parts in owners
            if name in parts.surnames and _may_stand_alone(place, span, name, parts.person)
        ]
        if alone:
            yield _found(place, span, alone, _ALONE)


def _is_word(written: str) -> bool:
    """True for a word that means something, and for a name of somebody or something else."""
    return (
        is_ordinary(written)
        or is_ambiguous(written)
        or is_frequent(written)
        or is_place(written)
        or is_not_name(written)
    )


def _found(place: Place, span: tuple[int, int], people: Sequence[Person], score: float) -> Finding:
    """A finding of whoever it may be: of one person when only one is meant, or is here."""
    here = [person for person in people if person.id in place.present] or list(people)
    made = finding(place.text, span, Category.PERSON, "misspelt", score, here[0].role)
    return replace(made, person=here[0].id) if len({p.id for p in here}) == 1 else made


def _may_stand_alone(place: Place, span: tuple[int, int], name: str, person: Person) -> bool:
    """A long surname with its capital, in a text that does not use the word as a word.

    A word that is a name itself (*Jansen* for *Janssen*) needs the person in the same document.
    """
    start, end = span
    word = place.text[start:end]
    if len(name) < _SHORTEST_ALONE or not (word[0].isupper() or word[0].isdigit()):
        return False
    if is_ordinary(name) and not is_surname(name):
        return False
    is_name = is_first_name(word) or is_surname(word)
    if is_name and person.id not in place.present:
        return False
    if key(word) in place.words or _PLACE_BEFORE.search(place.text, max(0, start - 12), start):
        return False
    return word[0].isdigit() or is_name_here(place, Match(start, end, word), Owner(here=True))


def _with_other_part(
    text: str, span: tuple[int, int], name: str, parts: KnownParts
) -> tuple[int, int] | None:
    """The span of the other part of the name, exactly as it should be, right before or after."""
    start, end = span
    others = parts.firsts | parts.initials if name in parts.surnames else frozenset[str]()
    others |= parts.surnames if name in parts.firsts else frozenset()
    first = max(0, start - _REACH)
    before = _WORD_BEFORE.search(text[first:start])
    if before and fold(before[1]).text in others:
        return first + before.start(1), first + before.end(1)
    after = _WORD_AFTER.match(text, end, end + _REACH)
    if after and fold(after[1]).text in others - parts.initials:
        return after.span(1)
    return None


def _beside_matches(text: str, matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """Words in lower case right after or before a name."""
    for match in matches:
        following = _NEXT.match(text, match.end)
        word = _ANY.match(text, following.end()) if following else None
        if word:
            yield word.span()
        if match.start > _SHORTEST and text[match.start - 1] == " ":
            first = text.rfind(" ", max(0, match.start - _REACH), match.start - 1) + 1
            word = _ANY.match(text, first, match.start)
            if first and word and word.end() >= match.start - 2 and word.group()[0].islower():
                yield word.span()
