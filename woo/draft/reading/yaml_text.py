"""Read any YAML that a front matter may hold, and say in Dutch what is wrong with other YAML."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from woo.draft.reading.places import Place
from woo.draft.reading.yaml_nodes import Mark, YamlNode

DEEPEST = 4
_NO_REFERENCES = (
    "Verwijzingen en tags (&, *, !) mogen niet in de kop. Zet tekst die zo begint tussen quotes."
)


class YamlFaultError(Exception):
    """A text that is no YAML, or says what no front matter needs; ``place`` counts from 1."""

    def __init__(self, place: Place, message: str) -> None:
        """``message`` is Dutch and ready to show."""
        super().__init__(message)
        self.place = place


def parse_yaml(text: str) -> YamlNode | None:
    """The node at the top; None when the text says nothing. Raises YamlFaultError."""
    import yaml

    try:
        _refuse(yaml.scan(text, Loader=_loader()))
        node = yaml.compose(text, Loader=_loader())
    except yaml.YAMLError:
        raise _explained(text) from None
    return None if node is None else _taken_over(node)


def _explained(text: str) -> YamlFaultError:
    """Read again with the loader in Python: it says better what is wrong, and where."""
    import yaml

    from woo.draft.reading.yaml_advice import character_problem, yaml_problem

    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return YamlFaultError(*yaml_problem(error, text))
    except yaml.reader.ReaderError as error:
        return YamlFaultError(*character_problem(error, text))
    return YamlFaultError((1, 1), "De kop is geen geldige YAML.")


def _refuse(tokens: "Iterator[Any]") -> None:
    """No anchors, aliases or tags, and not deeper than any form needs."""
    import yaml

    depth = 0
    for token in tokens:
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
            raise _at(token, _NO_REFERENCES)
        if isinstance(token, _starts()):
            depth += 1
        if isinstance(token, _ends()):
            depth -= 1
        if depth > DEEPEST:
            raise _at(token, "De kop is te diep genest.")


def _at(token: Any, message: str) -> YamlFaultError:
    return YamlFaultError((token.start_mark.line + 1, token.start_mark.column + 1), message)


def _taken_over(node: Any) -> YamlNode:
    start = _mark(node.start_mark)
    match node.id:
        case "sequence":
            return YamlNode("sequence", [_taken_over(one) for one in node.value], start, start)
        case "mapping":
            pairs = [(_taken_over(key), _taken_over(one)) for key, one in node.value]
            return YamlNode("mapping", pairs, start, start)
    is_null = node.tag.endswith(":null")
    return YamlNode("scalar", node.value, start, _mark(node.end_mark), node.style or "", is_null)


def _mark(mark: Any) -> Mark:
    return Mark(mark.line, mark.column, mark.index)


@cache
def _loader() -> Any:
    """The loader in C, ten times as fast, where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _starts() -> tuple[type, ...]:
    """The tokens that go one level deeper."""
    import yaml

    return (
        yaml.BlockMappingStartToken,
        yaml.BlockSequenceStartToken,
        yaml.FlowMappingStartToken,
        yaml.FlowSequenceStartToken,
    )


@cache
def _ends() -> tuple[type, ...]:
    """The tokens that come back up."""
    import yaml

    return (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
