"""Short ways to make findings, decisions and documents."""

from woo.model.decision import Decision, Origin
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role
from woo.reference.grounds import ground

E_GROUND = ground("5.1.2e")


def document(text: str) -> Document:
    return Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))


def finding(
    text: str,
    word: str,
    category: Category = Category.PERSON,
    role: Role = Role.UNKNOWN,
    person: str | None = None,
) -> Finding:
    start = text.index(word)
    return Finding(
        category=category,
        start=start,
        end=start + len(word),
        text=word,
        detector="test",
        score=0.9,
        role=role,
        person=person,
    )


def decision(
    text: str, word: str, *, redact: bool = True, person: str | None = None, nth: int = 1
) -> Decision:
    start = -1
    for _ in range(nth):
        start = text.index(word, start + 1)
    return Decision(
        category=Category.PERSON,
        start=start,
        end=start + len(word),
        text=word,
        redact=redact,
        grounds=(E_GROUND,) if redact else (),
        origin=Origin.POLICY,
        person=person,
    )
