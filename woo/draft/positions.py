"""Teach markdown-it to say where each inline begins: the offset in its text, in ``token.map``.

Markdown-it notes lines for blocks and nothing for what stands inside them. The map of an inline
token is unused there, so it carries the offset.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]


def note_positions(markdown: "MarkdownIt") -> None:
    """Wrap every inline rule. Call it when all rules are in place."""
    ruler = markdown.inline.ruler
    names = markdown.get_active_rules()["inline"]
    for name, rule in zip(names, ruler.getRules(""), strict=True):
        ruler.at(name, _placed(rule))
    if "fragments_join" in markdown.get_active_rules()["inline2"]:
        markdown.inline.ruler2.at("fragments_join", _join)


def _placed(rule: "Rule") -> "Rule":
    def run(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own form
        if silent:
            return rule(state, True)  # noqa: FBT003 - likewise
        if "_waiting" not in vars(state):
            _watch(state)
        at, known = state.pos, len(state.tokens)
        if not state.pending:
            vars(state)["_waiting"] = at
        done = rule(state, False)  # noqa: FBT003 - likewise
        for token in state.tokens[known:]:
            token.map = token.map or [at, at]
        return done

    return run


def _watch(state: "StateInline") -> None:
    """Text waits to be written until something else comes: note where it began to wait."""
    push = state.pushPending

    def push_pending() -> "Token":
        token = push()
        at = vars(state)["_waiting"]
        token.map = [at, at]
        return token

    vars(state)["_waiting"] = 0
    state.pushPending = push_pending  # type: ignore[method-assign]


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
