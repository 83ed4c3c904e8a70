"""Jinja2 for the pages: everything escaped, an unknown name is an error."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from woo.reference.grounds import all_grounds
from woo.reference.labels import category_label, judgement_label, kind_label, role_label
from woo.text.dates import long_date


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("woo.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        category=category_label,
        judgement=judgement_label,
        kind=kind_label,
        long_date=long_date,
        number=_number,
        role=role_label,
    )
    environment.globals["grounds"] = all_grounds()
    return environment


def _number(value: float) -> str:
    """A coordinate for SVG: two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def page(name: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    """The page made from ``templates/NAME.html``."""
    return HTMLResponse(_environment().get_template(f"{name}.html").render(values), status_code)


def refusal(status: int, title: str, message: str, advice: str = "") -> HTMLResponse:
    """A page that says what went wrong and what to do, also for somebody who may not come in."""
    return page("refusal", status, title=title, message=message, advice=advice)
