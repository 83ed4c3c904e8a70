"""Make an editable source of the besluit from what the dossier knows."""

import json
import re
from pathlib import Path

from woo.draft.complete import load_reasons
from woo.draft.kinds import template_folders
from woo.model.besluit import BesluitFacts
from woo.model.record import Judgement
from woo.reference.labels import judgement_label
from woo.text.dates import long_date
from woo.text.enumeration import join_dutch

_TEMPLATE = "woo-besluit/from_dossier.md.j2"

# What Markdown, or the marks of the author, would read as more than text: anywhere in a line, at
# its beginning (a list, a line), and in a field.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|^&])")
_LINE_START = re.compile(r"^(\d*)([-+=.)~])")
_FIELD = re.compile(r"([\\{}\[\]])")


def besluit_source(facts: BesluitFacts, templates: Path | None = None) -> str:
    """Markdown with front matter, ready for ``woo draft check`` and for a person to finish."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folders = template_folders(templates)
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - not HTML: the filters below escape for Markdown and YAML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"yaml": yaml_string, "md": markdown_text, "date": long_date}
    return environment.get_template(_TEMPLATE).render(
        facts=facts,
        judgements=[(judgement_label(one), n) for one, n in facts.counts.items() if n],
        has_already_public=bool(facts.counts.get(Judgement.ALREADY_PUBLIC)),
        outcome=_outcome(facts),
        marks=[(ground, count) for ground, count in sorted(facts.marks) if count],
        reasons=load_reasons(folders),
    )


def yaml_string(value: str) -> str:
    """A quoted YAML string on one line: JSON strings are YAML strings."""
    return json.dumps(_FIELD.sub(r"\\\1", _one_line(value)), ensure_ascii=False)


def markdown_text(value: str) -> str:
    """Text in which no character has a meaning for Markdown."""
    escaped = _MARKDOWN.sub(r"\\\1", _one_line(value))
    return _LINE_START.sub(r"\1\\\2", escaped)


def _one_line(value: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _outcome(facts: BesluitFacts) -> str:
    """What the besluit comes to, in a sentence."""
    counts = facts.counts
    whole = counts.get(Judgement.PUBLIC, 0)
    partly = counts.get(Judgement.PARTLY_PUBLIC, 0)
    none = counts.get(Judgement.NOT_PUBLIC, 0)
    parts = [
        f"{_documents(whole)} helemaal openbaar" if whole else "",
        f"{_documents(partly)} deels openbaar" if partly else "",
        f"{_documents(none)} niet openbaar" if none else "",
    ]
    named = [part for part in parts if part]
    if not named:
        return "Er zijn geen documenten die ik openbaar kan maken."
    return f"Ik maak {join_dutch(named)}."


def _documents(count: int) -> str:
    return f"{count} document" if count == 1 else f"{count} documenten"
