"""References from an answer to a question that is not there: ``zie het antwoord op vraag 9``.

A hint and no error: the words may be about other questions than those of this document.
"""

import re
from collections.abc import Iterator

from woo.draft.checks.pair_answers import not_there
from woo.draft.checks.runs import whole_run
from woo.draft.checks.sentences import Sentence, prose, sentences
from woo.draft.kinds import Kind, KindPairs
from woo.draft.pairs import part_of, question_title, with_words
from woo.draft.reading.source import Source
from woo.draft.tree import Block, FootnoteReference, Heading, Inlines, plain
from woo.draft.walk import SECTION_LEVEL, leaves, section_headings, walk_inlines
from woo.model.draft import Problem, Severity
from woo.text.enumeration import NUMBERS, read_numbers

# With a word before it that no verb follows: "wij vragen 20 gemeenten" is no reference.
_REFERENCE = (
    r"\b(?:(?:zie|zie\s+ook|op|van|bij|in|onder|de)\s+(?:{question}|{question_plural})"
    r"|zie\s+(?:ook\s+)?(?:het\s+|mijn\s+)?(?:{answer}|{answer_plural}))"
    rf"\s+(?P<numbers>{NUMBERS})(?!\w|[.,]\d|\s*%)"
)
# A sentence with one of these is about other questions, or about a paper that is not this one.
_OTHERS = re.compile(
    r"\b(?:van|door)\s+(?:het\s+lid|de\s+leden|de\s+(?:\w+-?)?fracties?|de\s+(?:\w+\s+)?commissie)\b"
    r"|\b(?:eerdere|vorige|aanhangsel|handelingen|kamerstuk(?:ken)?|enqu[eê]te|vragenlijst)\b"
    r"|\b\d{4}Z\d{5}\b",
    re.IGNORECASE,
)
# "vraag 9 van 3 mei 2026", "vraag 9 uit de brief van mevrouw Bedacht".
_ELSEWHERE = re.compile(r"\s+(?:van|uit)\b(?!\s+(?:deze|dit|mijn)\b)", re.IGNORECASE)


def check_question_references(source: Source, kind: Kind) -> Iterator[Problem]:
    """A hint at each reference past the last question. What is asked is not looked at.

    A number that the questions skip is told where they skip it.
    """
    pairs = kind.pairs
    last = max(_asked(source, pairs), default=0) if pairs else 0
    if pairs is None or not last:
        return
    pattern = re.compile(with_words(_REFERENCE, pairs), re.IGNORECASE)
    for leaf in prose(tuple(_ours(source, pairs))):
        if _cites_others(leaf, source):
            continue
        for sentence in sentences(whole_run(leaf)):
            yield from _check(sentence, pattern, last, pairs)


def _asked(source: Source, pairs: KindPairs) -> Iterator[int]:
    """The numbers of the questions."""
    for heading in section_headings(source.blocks):
        part = part_of(plain(heading.children), pairs)
        if part is not None and part.is_question:
            yield from (one.number for one in part.numbers)


def _ours(source: Source, pairs: KindPairs) -> Iterator[Block]:
    """The blocks that we wrote: the letter and the answers."""
    is_question = False
    for block in source.blocks:
        if isinstance(block, Heading) and block.level == SECTION_LEVEL:
            part = part_of(plain(block.children), pairs)
            is_question = part is not None and part.is_question
        if not is_question:
            yield block


def _cites_others(leaf: Inlines, source: Source) -> bool:
    """Whether a footnote says that the text is about something else."""
    notes = (one.number for one in walk_inlines(leaf) if isinstance(one, FootnoteReference))
    return any(
        _OTHERS.search(plain(line))
        for number in notes
        for line in leaves(source.footnotes.get(number, ()))
    )


def _check(
    sentence: Sentence, pattern: re.Pattern[str], last: int, pairs: KindPairs
) -> Iterator[Problem]:
    if _OTHERS.search(sentence.text):
        return
    for match in pattern.finditer(sentence.text):
        unknown = [one for one in read_numbers(match["numbers"]) if one.number > last]
        if not unknown or _ELSEWHERE.match(sentence.text, match.end()):
            continue
        place = sentence.run.at(sentence.start + match.start("numbers") + unknown[0].offset)
        message = (
            f"{not_there([one.number for one in unknown], pairs)} De laatste is "
            f"{question_title(last, pairs).lower()}. Bedoelt u andere vragen? "
            "Zeg dan van wie, of van welke datum."
        )
        yield Problem(*place, message, Severity.HINT)
