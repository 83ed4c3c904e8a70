"""What detection finds in marked passages (``training.marked``), against their marks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from training.marked import Mark, Passage
from woo.detect.one_document import find_in
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role
from woo.model.policy import Policy
from woo.review.decide import decide
from woo.review.policy_file import load_policy

GOLDEN = Path(__file__).parent / "passages"
BLIND = Path(__file__).parent / "blind"
# Titles may be inside or outside a mark.
_NO_MATTER = re.compile(
    r"\b(?:de )?(?:heer|mevrouw|meneer|mevr|mw|dhr|drs|mr|ir|ing|dr|prof|professor|familie|en)\b"
    r"\.?",
    re.IGNORECASE,
)


@cache
def goes(category: Category, role: Role) -> bool:
    """Does the default policy redact this?"""
    return _policy().rule_for(category, role).redact


@cache
def _policy() -> Policy:
    """The default one."""
    return load_policy(None)


def find_all(text: str) -> tuple[Finding, ...]:
    """What the whole chain of detection finds in one document.

    Who stays by the policy for a function beside the name (SG, DG) is an office holder here.
    """
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    findings, people = find_in(document)
    decisions = decide(findings, people, _policy(), text)
    return tuple(
        replace(one, role=Role.OFFICE_HOLDER)
        if goes(one.category, one.role) and not decision.redact
        else one
        for one, decision in zip(findings, decisions, strict=True)
    )


def going(text: str) -> list[str]:
    """What goes by the default policy, in order."""
    return [one.text for one in find_all(text) if goes(one.category, one.role)]


def uncovered(text: str, mark: Mark, findings: Sequence[Finding], *, going: bool) -> bool:
    """True when a letter or digit that matters lies outside every finding of the category."""
    matters = set(range(mark.start, mark.end))
    for skipped in _NO_MATTER.finditer(text, mark.start, mark.end):
        matters -= set(range(*skipped.span()))
    matters = {i for i in matters if text[i].isalnum()}
    for one in findings:
        # In what goes, another category covers as well; in what stays, anything that goes harms.
        if goes(one.category, one.role) == going:
            matters -= set(range(one.start, one.end))
    return bool(matters)


def problems(passage: Passage) -> set[str]:
    """What differs from the marks: ``leak:…`` for what should go, ``over:…`` for what goes."""
    findings = find_all(passage.text)
    text = passage.text
    result = {
        f"leak:{text[m.start : m.end]}"
        for m in passage.marks
        if goes(m.category, m.role) and uncovered(text, m, findings, going=True)
    }
    marked = [m for m in passage.marks if goes(m.category, m.role)]
    for one in findings:
        if goes(one.category, one.role) and not any(mark.touches(one) for mark in marked):
            result.add(f"over:{one.text}")
    return result


def roles(text: str) -> dict[str, Role]:
    """In what quality each person in a text is named, by the name as it stands there."""
    return {f.text: f.role for f in find_all(text) if f.category is Category.PERSON}
