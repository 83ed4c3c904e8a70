"""The parts of a known person's name, each as one folded word."""

from dataclasses import dataclass, field

from woo.detect.words.name_parts import parse_name
from woo.model.person import Person
from woo.reference.lexicon import is_first_name
from woo.text.folding import fold


@dataclass(frozen=True, slots=True)
class KnownParts:
    """First names, initials and surnames of a person, folded; ``exact`` are all single words."""

    person: Person
    firsts: frozenset[str] = field(repr=False)
    initials: frozenset[str] = field(repr=False)
    surnames: frozenset[str] = field(repr=False)
    exact: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, person: Person) -> "KnownParts":
        """A surname of two words (*Mispelblom Beyer*) counts as each of them."""
        parts = parse_name(person.name)
        words = [variant for variant in person.variants if " " not in variant]
        surnames = {fold(word).text for word in parts.surname.split()} | {parts.surname_key}
        firsts = {parts.first_key, *(fold(w).text for w in words if is_first_name(w))} - surnames
        letters = fold(parts.initials).text
        initials = {letters, letters[:1], letters[-1:], *(name[:1] for name in firsts)}
        named = {fold(piece).text for variant in person.variants for piece in variant.split()}
        return cls(
            person,
            frozenset(firsts - {""}),
            frozenset(initials - {""}),
            frozenset(surnames - {""}),
            frozenset({*named, *surnames, *firsts} - {""}),
        )
