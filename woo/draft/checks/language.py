"""Hints for a text at level B1: long and passive sentences, nouns for verbs, hard words."""

import re
from collections.abc import Iterator

from woo.draft.checks.kamerstuk_references import find_references
from woo.draft.checks.runs import Run, whole_run
from woo.draft.checks.sentences import Sentence, prose, sentences
from woo.draft.reading.source import Source
from woo.draft.walk import leaves
from woo.model.draft import Problem, Severity
from woo.reference.plain_dutch import plain_dutch

_WORDEN = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_WEAK_PARTICIPLE = re.compile(
    r"(?:(?:aan|af|bij|door|goed|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg)?ge|be|ver|ont|her)"
    r"\w{2,}[dt]"
)
_NOUNS = re.compile(
    r"\bhet\s+(?P<verb>\w{3,}en)\s+van\b|\b(?:de|een)\s+(?P<deed>\w{3,}ing)\s+van\b", re.IGNORECASE
)
_NO_VERBS = frozenset(("teken", "leven", "eten", "wapen"))
_MOST_NOUNS = 1
_CAPITALS = re.compile(
    r"(?<![\w.@/#:-])(?<!\d\d\d\d )(?P<short>[A-Z][A-Za-z]{1,5})(?![\w@/]|[.]\w|-\d)"
)
# A word in capitals beside another one is no abbreviation: TER BESLUITVORMING; nor is the bank in
# an IBAN.
_IN_CAPITALS = re.compile(r"\b[A-Z]{2,}\s$|\b[A-Z]{2}\d{2}\s?$")
_CAPITALS_FOLLOW = re.compile(r"\s[A-Z]{2,}\b")
_ROMAN = re.compile(r"[IVXLC]+")


def check_language(source: Source) -> Iterator[Problem]:
    """Everything here is a hint: a reader decides what is clear."""
    parts = (source.blocks, *source.footnotes.values())
    runs = [whole_run(leaf) for part in parts for leaf in leaves(part)]
    texts = [whole_run(leaf) for leaf in prose(source.blocks)]
    for run in texts:
        for sentence in sentences(run):
            yield from _check_length(sentence)
            yield from _check_passive(sentence)
            yield from _check_nouns(sentence)
        yield from _check_words(run)
    yield from _check_capitals(texts, runs)


def _hint(run: Run, offset: int, message: str) -> Problem:
    return Problem(*run.at(offset), message, Severity.HINT)


def _check_length(sentence: Sentence) -> Iterator[Problem]:
    count, most = len(sentence.words()), plain_dutch().longest_sentence
    if count > most:
        start = sentence.start + len(sentence.text) - len(sentence.text.lstrip())
        message = f"Deze zin heeft {count} woorden. Maak er twee van: {most} is al lang."
        yield _hint(sentence.run, start, message)


def _check_passive(sentence: Sentence) -> Iterator[Problem]:
    for start, clause in sentence.clauses():
        match = _WORDEN.search(clause)
        if match and any(_is_participle(word) for word in _WORD.findall(clause)):
            message = "Deze zin is lijdend (worden). Schrijf wie wat doet."
            yield _hint(sentence.run, start + match.start(), message)
            return


def _is_participle(written: str) -> bool:
    word, lists = written.lower(), plain_dutch()
    if word in lists.no_participles or word.endswith("heid"):
        return False
    return word in lists.strong_participles or bool(_WEAK_PARTICIPLE.fullmatch(word))


def _check_nouns(sentence: Sentence) -> Iterator[Problem]:
    found = [one for one in _NOUNS.finditer(sentence.text) if _is_deed(one)]
    if len(found) > _MOST_NOUNS:
        message = (
            "Deze zin heeft veel naamwoorden. Maak er werkwoorden van: "
            "'om de brief te versturen', niet 'het versturen van de brief'."
        )
        yield _hint(sentence.run, sentence.start + found[0].start(), message)


def _is_deed(match: re.Match[str]) -> bool:
    if match["verb"]:
        return match["verb"].lower() not in _NO_VERBS
    return not match["deed"].lower().endswith(plain_dutch().things)


def _check_words(run: Run) -> Iterator[Problem]:
    lists = plain_dutch()
    for match in lists.jargon.finditer(run.text):
        written = " ".join(match[0].lower().split())
        message = f"Schrijf gewoner. In plaats van '{written}': {lists.instead[written]}."
        yield _hint(run, match.start(), message)


def _check_capitals(texts: list[Run], everywhere: list[Run]) -> Iterator[Problem]:
    """The first time that an abbreviation is used which the text explains nowhere."""
    seen: set[str] = set()
    whole = "\n".join(run.text for run in everywhere)
    for run in texts:
        taken = [(one.start, one.end) for one in find_references(run.text)]
        for match in _CAPITALS.finditer(run.text):
            short = match["short"]
            if short in seen or any(a <= match.start() < b for a, b in taken):
                continue
            before = run.text[max(0, match.start() - 20) : match.start()]
            if _IN_CAPITALS.search(before) or _CAPITALS_FOLLOW.match(run.text, match.end()):
                continue
            if not _needs_words(short):
                continue
            seen.add(short)
            if not _is_explained(short, whole):
                message = (
                    f"Schrijf bij '{short}' de eerste keer ook de hele naam: Hele Naam ({short})."
                )
                yield _hint(run, match.start(), message)


def _needs_words(short: str) -> bool:
    capitals = sum(one.isupper() for one in short)
    return (
        capitals > 1
        and capitals * 2 >= len(short)
        and short not in plain_dutch().known_capitals
        and not _ROMAN.fullmatch(short)
    )


def _is_explained(short: str, text: str) -> bool:
    name = re.escape(short)
    return bool(
        re.search(rf"\(\s*(?:de\s+|het\s+|hierna:?\s+)?['\"“‘]?{name}\b|\b{name}\s+\(", text)
    )
