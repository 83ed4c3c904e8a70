"""The Dutch tokenizer, the shapes of words for the model, and the flags for token patterns."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from woo.detect.words.grammar import CAPITALISED, INITIALS, PARTICLES
from woo.reference.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_in_institution,
    is_in_place,
    is_like_surname,
    is_not_name,
    is_ordinary,
    is_place,
    is_surname,
)
from woo.reference.office_holders import is_holders_surname
from woo.reference.sensitive import SENSITIVE, tells_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.tokens import Doc

_INITIALS = re.compile(INITIALS)
_PARTICLE = re.compile(PARTICLES)
_CAPITAL = re.compile(f"(?:[dDlL]['’])?{CAPITALISED}")
_TITLES = frozenset(
    [
        "heer",
        "mevrouw",
        "meneer",
        "mijnheer",
        "mejuffrouw",
        "dhr",
        "mevr",
        "mw",
        "drs",
        "mr",
        "ir",
        "ing",
        "dr",
        "prof",
        "professor",
        "familie",
        "fam",
        "mrs",
        "ms",
        "jhr",
        *("jonkheer", "jonkvrouw", "majoor", "maj", "kolonel", "kol", "lkol", "kapitein", "kapt"),
        *("luitenant", "elnt", "tlnt", "sergeant", "sgt", "smi", "adjudant", "aooi", "ktz", "kltz"),
        *("lt", "col", "hptm"),
    ]
)
_TOKEN_MATCH = re.compile(rf"(?:{INITIALS}|[vV]\.?[dD]\.?|['’][tTsSnN])$")
# Longer runs without a space are no language; the tokenizer would need quadratic time for them.
# Half a surrogate pair, from a broken file, is no text at all.
_UNREADABLE = re.compile(r"(?<!\S)\S{120,}|[\ud800-\udfff]")
# Characters at a time: what the network makes of them stays in the processor's cache.
_PIECE = 6000
_KEPT = 64  # pieces
# What spaCy works out of each new word and somebody here asks for.
_ATTRIBUTES = ("LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "LANG", "IS_SPACE", "IS_LOWER")


@lru_cache(maxsize=4096)
def _is_capital(word: str) -> bool:
    return _CAPITAL.fullmatch(word) is not None and not (word.isupper() and len(word) < 2)


# A token pattern reads the number of a flag as an attribute of a word: {flags()["first"]: True}.
_CHECKS = {
    "first": lambda word: _is_capital(word) and is_first_name(word) and not is_not_name(word),
    "plain_first": lambda word: (
        _is_capital(word)
        and is_first_name(word)
        and not (is_ambiguous(word) or is_not_name(word) or is_place(word) or is_frequent(word))
        and len(word) > 2
    ),
    "surname": lambda word: _is_capital(word) and is_surname(word) and not is_not_name(word),
    "surname_like": lambda word: (
        _is_capital(word)
        and is_like_surname(word)
        and not is_not_name(word)
        and not is_frequent(word)
    ),
    "capital": lambda word: _is_capital(word) and not is_not_name(word),
    "initials": lambda word: _INITIALS.fullmatch(word) is not None,
    "particle": lambda word: _PARTICLE.fullmatch(word) is not None,
    "joiner": lambda word: (
        word.casefold() in {"op", "in", "uit", "aan", "bij", "onder", "over", "voor", "tot"}
    ),
    "article": lambda word: word.casefold() in {"de", "den", "der", "het", "'t", "’t"},
    # A surname as well as a month or a word that is no name elsewhere: *Mei*, *Koning*.
    "odd_surname": lambda word: (
        _is_capital(word)
        and (
            word.casefold() in {"mei", "maart", "juni", "augustus"}
            or (is_surname(word) and is_not_name(word))
        )
    ),
    "bare_initials": lambda word: (
        1 < len(word) < 4 and word.isalpha() and word.isupper() and not is_not_name(word)
    ),
    "title": lambda word: word.rstrip(".").casefold() in _TITLES,
}


# What the lists know of a word, as one letter each; ``model`` learns what to make of it.
_LISTS: dict[str, Callable[[str], bool]] = {
    "f": is_first_name,
    "s": is_surname,
    "l": is_like_surname,
    "a": is_ambiguous,
    "q": is_frequent,
    "p": is_place,
    "w": is_in_place,
    "h": lambda word: (
        is_in_institution(word)
        and not any(f(word) for f in (is_ordinary, is_surname, is_first_name, is_in_place))
    ),
    "n": is_not_name,
    "o": is_ordinary,
    "i": lambda word: _INITIALS.fullmatch(word) is not None,
    "v": lambda word: _PARTICLE.fullmatch(word) is not None,
    "t": lambda word: word.rstrip(".").casefold() in _TITLES,
    "k": lambda word: _is_capital(word) and is_holders_surname(word),
}
# What a word may tell of somebody: *longontsteking*, *taakstraf*, *koosjer*.
_TELLS = dict(zip(SENSITIVE, "zbcrey", strict=True))


def lists_of(word: str) -> str:
    """What the lists know of a word: ``fs`` for *Hendriks*."""
    if not any(map(str.isalpha, word)):
        return ""
    known = "".join(letter for letter, check in _LISTS.items() if check(word))
    return known + "".join(_TELLS[kind] for kind in tells_of(word))


def _prefix(word: str) -> str:
    return word[:3].lower()


@cache
def flags() -> dict[str, int]:
    """The number of each flag in the vocabulary of ``nlp``."""
    vocabulary = nlp().vocab
    return {name: vocabulary.add_flag(check) for name, check in _CHECKS.items()}


def has(token: Any, flag: str) -> bool:
    """True when the word has the flag."""
    return bool(token.check_flag(flags()[flag]))


@cache
def nlp() -> "Language":
    """The Dutch pipeline; hyphenated names and initials stay one token."""
    from spacy.lang.nl import Dutch

    # Made with our own tokenizer: spaCy's would put its abbreviations into the vocabulary first,
    # before the vocabulary knows what we ask of a word.
    return Dutch(create_tokenizer=_tokenizer)


def _tokenizer(pipeline: "Language") -> "Tokenizer":
    """For a pipeline with an empty vocabulary, which learns here what to work out of a word."""
    from spacy.attrs import IDS  # type: ignore[import-not-found]
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    vocabulary: Any = pipeline.vocab
    getters = vocabulary.lex_attr_getters
    for number in getters.keys() - {IDS[name] for name in _ATTRIBUTES}:
        del getters[number]
    getters[IDS["PREFIX"]] = _prefix
    # The only attribute of a word that has room for a string and no other use here.
    getters[IDS["LANG"]] = lists_of
    defaults: Any = pipeline.Defaults
    infixes = [
        r"\.\.+",
        r"…",
        r"[;|]",
        r"(?<=\d),(?=[^\W\d])",
        r"(?<=[^\W\d])[,;:!?()\[\]{}|<>=\"”“/•–—]",
        r"[,;:!?()\[\]{}|<>=\"”“/•–—](?=[^\W\d])",
    ]
    return Tokenizer(
        pipeline.vocab,
        prefix_search=compile_prefix_regex([*defaults.prefixes, r"[•|>*~^–—-]"]).search,
        suffix_search=compile_suffix_regex([*defaults.suffixes, r"(?<=[^\W\d_])\."]).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_TOKEN_MATCH.match,
    )


def docs(text: str) -> Iterator[tuple[int, "Doc"]]:
    """The text in pieces with their offsets; a piece ends at a line break where there is one.

    Not to be changed: who asks for the same text again gets the same.
    """
    cleaned, start = _cleaned(text), 0
    while start < len(cleaned):
        end = _end_of_piece(cleaned, start)
        yield start, _read(cleaned[start:end])
        start = end


@lru_cache(maxsize=2)
def _cleaned(text: str) -> str:
    return _UNREADABLE.sub(lambda run: " " * len(run.group()), text).replace("\f", "\n")


@lru_cache(maxsize=2)
def text_of(doc: "Doc") -> str:
    """The text of a piece: ``doc.text`` puts it together word by word, each time it is asked."""
    text: str = doc.text
    return text


def _end_of_piece(text: str, start: int) -> int:
    """Behind a paragraph, else a line, a sentence, a word: a name is not cut in two."""
    end = start + _PIECE
    if end >= len(text):
        return len(text)
    ends = (text.rfind(mark, start + 1, end) + 1 for mark in ("\n\n", "\n", ". ", " "))
    return next(filter(None, ends), end)


@lru_cache(maxsize=_KEPT)
def _read(piece: str) -> "Doc":
    return nlp().make_doc(piece)
