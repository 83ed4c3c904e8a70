"""Write runs of text as Markdown with marks. Characters with a meaning get a backslash."""

import re
from dataclasses import dataclass, field

from woo.draft.anchors import anchor_in
from woo.draft.tree import (
    Code,
    Emphasis,
    FootnoteReference,
    Grounds,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Redacted,
    Strong,
    Text,
    codes,
    spoken,
)
from woo.draft.walk import walk_inlines

_SPECIAL = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,32};)")
_LINE_START = re.compile(
    r"^(\s*)(#{1,6}(?=\s|$)|[-+=~](?=\s|$|[-=~]+\s*$)|\d{1,9}(?=[.)](?:\s|$))"
    r"|[a-z](?=[.)](?:\s|$)))"
)
_ENDING = re.compile(r"[\s<>()\\\[\]{}]")
# What somebody typed in Word as a mark stays one: [tekst]{5.1.2e}, or {5.1.2e} on its own.
_BRACES = r"\{\s{0,9}(\d[^{}\n]{0,60})\}"
_TYPED = re.compile(rf"\[([^\[\]{{}}\n]+)\]{_BRACES}|{_BRACES}")
_GROUND = re.compile(r"\d\s{0,9}\.\s{0,9}\d")
_TYPED_MARK = "Een getypt merkteken {…} is gelezen als een lakking. Kijk na of dat de bedoeling is."
_LINK_MARK = "Een deel van een link was gelakt; nu is de hele link gelakt."


@dataclass(slots=True)
class InlineWriter:
    """Writes inlines; ``lost`` says in Dutch what Markdown could not hold.

    ``headings`` are the names of headings by their number, for cross-references.
    """

    lost: list[str] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)

    def line(self, inlines: Inlines) -> str:
        """The text of a paragraph, heading or cell."""
        written = self.inlines(inlines).strip()
        return "\n".join(_start_escaped(line.strip(" \t")) for line in written.split("\n"))

    def inlines(self, inlines: Inlines) -> str:
        """Inlines one after another."""
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:  # noqa: C901, PLR0911 - one line per kind of node
        match inline:
            case Text(text=text):
                return self._text(text)
            case Code(text=text):
                return _code(text)
            case LineBreak():
                return "\\\n"
            case Emphasis(children=children):
                return self._around("*", children)
            case Strong(children=children):
                return self._around("**", children)
            case Link():
                return self._link(inline)
            case Image(untrusted_path=path, alt=alt):
                return f"![{_escaped(alt)}]({_address(path)})"
            case FootnoteReference(number=number):
                return f"[^{number}]"
            case Marked(grounds=grounds, children=children):
                return _marked(self.inlines(children), grounds)
            case Redacted(grounds=grounds):
                return f"\\[{spoken(grounds)}\\]"

    def _text(self, text: str) -> str:
        flat = " ".join(text.split("\n"))
        pieces: list[str] = []
        at = 0
        for match in _TYPED.finditer(flat):
            pieces.append(_escaped(flat[at : match.start()]))
            at = match.end()
            if not _GROUND.search(match[2] or match[3]):  # a set: {1, 2, 3}
                pieces.append(_escaped(match[0]).replace("{", "\\{"))
                continue
            self.lost.append(_TYPED_MARK)
            inner = f"[{_escaped(match[1])}]" if match[1] else ""
            pieces.append(f"{inner}{{{match[2] or match[3]}}}")
        return "".join(pieces) + _escaped(flat[at:])

    def _around(self, sign: str, children: Inlines) -> str:
        return _wrapped(self.inlines(children), sign, sign)

    def _link(self, link: Link) -> str:
        """A mark inside a link can only stand right behind bold, italic or an image."""
        marks = [one for one in walk_inlines(link.children) if isinstance(one, Marked)]
        if not marks:
            return f"[{self.inlines(link.children)}]({self._target(link.url)})"
        if all(_is_attachable(one) for one in marks):
            return f"[{self._with_attached(link.children)}]({self._target(link.url)})"
        self.lost.append(_LINK_MARK)
        grounds = tuple(dict.fromkeys(g for mark in marks for g in mark.grounds))
        bare = Link(link.url, _without_marks(link.children))
        return _marked(self._link(bare), grounds)

    def _target(self, url: str) -> str:
        number = anchor_in(url)
        return _address(url if number is None else f"#{self.headings.get(number, '')}")

    def _with_attached(self, inlines: Inlines) -> str:
        return "".join(
            f"{self._inline(_held(one))}{{{codes(one.grounds)}}}"
            if isinstance(one, Marked)
            else self._inline(one)
            for one in inlines
        )


def _is_attachable(mark: Marked) -> bool:
    return _held(mark) is not mark


def _held(mark: Marked) -> Inline:
    """The bold, italic or picture that a mark goes for; the mark itself when it is another."""
    match mark.children:
        case (Strong() | Emphasis() | Image() as held,):
            return held
    return mark


def _without_marks(inlines: Inlines) -> Inlines:
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Marked(children=children):
                result += _without_marks(children)
            case Strong(children=children):
                result.append(Strong(_without_marks(children)))
            case Emphasis(children=children):
                result.append(Emphasis(_without_marks(children)))
            case _:
                result.append(inline)
    return tuple(result)


def _marked(written: str, grounds: Grounds) -> str:
    return _wrapped(written, "[", f"]{{{codes(grounds)}}}")


def _wrapped(written: str, before: str, after: str) -> str:
    """White space goes outside: a sign next to a space is no sign."""
    bare = written.strip()
    if not bare:
        return written
    start, end = written[: len(written) - len(written.lstrip())], written[len(written.rstrip()) :]
    return f"{start}{before}{bare}{after}{end}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _start_escaped(line: str) -> str:
    match = _LINE_START.match(line)
    if match is None:
        return line
    at = match.end() if match[2].isalnum() else match.end(1)
    return f"{line[:at]}\\{line[at:]}"


def _code(text: str) -> str:
    flat = " ".join(text.split("\n"))
    longest = max((len(one) for one in re.findall(r"`+", flat)), default=0)
    sign = "`" * (longest + 1)
    padded = f" {flat} " if flat[:1] in "` " or flat[-1:] in "` " else flat
    return f"{sign}{padded}{sign}" if flat.strip() else flat


def _address(url: str) -> str:
    """An address in which no character ends the link."""
    return _ENDING.sub(
        lambda m: f"\\{m[0]}" if m[0] in "()" else "".join(f"%{b:02X}" for b in m[0].encode()), url
    )
