"""The report of ``woo pdf verify --html``: one file with everything in it, for people.

It holds no text of the PDFs, nothing from outside and no script, so it can be sent and printed.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from woo.model.leak import Leak, Severity
from woo.verify.groups import Group, grouped
from woo.verify.spots import SpotPicture

_MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Checked:
    """One file with what was found in it."""

    name: str
    leaks: tuple[Leak, ...]
    pictures: tuple[SpotPicture, ...] = field(default=(), repr=False)

    @property
    def groups(self) -> tuple[Group, ...]:
        """What was found, page by page."""
        return grouped(self.leaks)

    @property
    def is_leaking(self) -> bool:
        """True when the file must not be released."""
        return any(leak.severity is Severity.LEAK for leak in self.leaks)

    @property
    def summary(self) -> str:
        """In a few words, for the overview."""
        bad = sum(leak.severity is Severity.LEAK for leak in self.leaks)
        rest = len(self.leaks) - bad
        parts = [_count(bad, "lek", "lekken")] if bad else []
        parts += [_count(rest, "aandachtspunt", "aandachtspunten")] if rest else []
        return " en ".join(parts) or "niets gevonden"

    def pictures_of(self, group: Group) -> list[SpotPicture]:
        """The pictures that belong to a group."""
        return [
            one for one in self.pictures if (one.page, one.rule) == (group.page, group.rule.code)
        ]


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def html_report(checked: Sequence[Checked], made_on: str) -> str:
    """The report as HTML. ``made_on`` is the date as it may be read."""
    style = files("woo.verify").joinpath("templates", "report.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    template = _environment().get_template("report.html")
    page: str = template.render(
        checked=checked,
        made_on=made_on,
        leaking=[one for one in checked if one.is_leaking],
        style=style,
        style_digest=digest,
        most_places=_MOST_PLACES,
    )
    return page


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("woo.verify"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data_uri"] = _data_uri
    return environment


def _data_uri(picture: SpotPicture) -> str:
    return "data:image/png;base64," + b64encode(picture.png).decode("ascii")
