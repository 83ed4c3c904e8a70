"""Teach markdown-it to say where each inline begins: the offset in its text, in ``token.map``.

Markdown-it notes lines for blocks and nothing for what stands inside them. The map of an inline
token is unused there, so it carries the offset.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

# Characters; a page holds some 3,000.
MOST_IN_PARAGRAPH = 50_000
# The key in ``env`` under which the lines of longer texts are listed, from 0.
TOO_LONG = "too_long"
# What any inline rule of ours acts on.
_SPECIAL = re.compile(r"[\n\[\]&*_\\`<]")


def note_positions(markdown: "MarkdownIt") -> None:
    """Watch the first inline rule, which is tried at every place. Call it after adding rules."""
    active = markdown.get_active_rules()
    ruler = markdown.inline.ruler
    ruler.at(active["inline"][0], _watching(ruler.getRules("")[0]))
    if "fragments_join" in active["inline2"]:
        markdown.inline.ruler2.at("fragments_join", _join)
    markdown.core.ruler.at("inline", _inline)


def _inline(state: "StateCore") -> None:
    """The inline text of every block; bare words, such as in most cells, need no parser.

    A text that is too long to read quickly is left out: the line goes into ``env``.
    """
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        if len(token.content) > MOST_IN_PARAGRAPH:
            state.env.setdefault(TOO_LONG, []).append(token.map[0] if token.map else 0)
            token.children = []
        elif _SPECIAL.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children = [Token("text", "", 0, content=token.content, map=[0, 0])]


def _watching(rule: "Rule") -> "Rule":
    def run(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own form
        if not silent:
            watch = vars(state).get("_watch") or _Watch(state)
            watch.here = state.pos
            if not state.pending:
                watch.waiting = state.pos
        return rule(state, silent)

    return run


class _Watch:
    """Where the parser is, and where the text began that waits to be written."""

    def __init__(self, state: "StateInline") -> None:
        self.here = self.waiting = 0
        run_start, run_length = -1, 0
        vars(state)["_watch"] = self
        push, push_pending = state.push, state.pushPending

        def placed_push(ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> "Token":
            nonlocal run_start, run_length
            # Nested text moves the place before the token that closes; only where it opens counts.
            here = self.here
            token = push(ttype, tag, nesting)
            # A run of stars is read at once, and each star is a text that may be all that is left.
            run_start, run_length = here, run_length + 1 if here == run_start else 0
            offset = here + run_length if ttype == "text" else here
            token.map = [offset, offset]
            return token

        def placed_pending() -> "Token":
            token = push_pending()
            token.map = [self.waiting, self.waiting]
            return token

        state.push = placed_push  # type: ignore[method-assign]
        state.pushPending = placed_pending  # type: ignore[method-assign]


def _join(state: "StateInline") -> None:
    """Texts that are joined begin where the first of them begins; emphasis leaves empty ones."""
    from markdown_it.rules_inline import fragments_join

    start: list[int] | None = None
    for token in state.tokens:
        if token.type != "text":
            start = None
        elif start is None and token.content:
            start = token.map
        else:
            token.map = start or token.map
    fragments_join(state)
