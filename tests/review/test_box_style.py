"""The ``[box]`` of a policy: widths, colours, and colours that cannot be read."""

import json
from dataclasses import asdict
from importlib import resources
from pathlib import Path

import pytest

from woo.errors import InputError
from woo.model.boxstyle import BoxStyle, Paint, Width
from woo.review.policy_file import load_policy

DEFAULT = resources.files("woo.reference").joinpath("policy.toml").read_text("utf-8")
START, REST = DEFAULT.split("[box]\n", 1)
RULES = REST[REST.index("# Wie in het openbaar") :]


def policy(tmp_path: Path, box: str) -> BoxStyle:
    path = tmp_path / "policy.toml"
    path.write_text(f"{START}[box]\n{box}\n{RULES}", "utf-8")
    return load_policy(path).box


def test_the_default_is_white_on_black_in_steps() -> None:
    assert load_policy(None).box == BoxStyle(width=Width.STEP, paint=Paint())


def test_a_light_box_with_a_dark_edge_and_a_ground_with_its_own_colours(tmp_path: Path) -> None:
    style = policy(
        tmp_path,
        'width = "cell"\nfill = "#ffffff"\nink = "#000000"\nborder = "#000000"\n'
        '[box.ground."5.1.2e"]\nfill = "#003366"\n',
    )
    assert style.width is Width.CELL
    assert style.paint_for("5.2.1").border == (0, 0, 0)
    assert style.paint_for("5.1.2e") == Paint(fill=(0, 0x33, 0x66))
    assert BoxStyle.from_facts(json.loads(json.dumps(asdict(style)))) == style


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ('fill = "#777777"', "steken te weinig af"),
        ('fill = "#ffffff"\nink = "#000000"', "wit papier"),
        ('ink = "wit"', "geen kleur"),
        ('width = "stap"', "breedte 'stap' bestaat niet"),
        ('[box.ground."9.9.9z"]\nfill = "#000000"', "[box]"),
        ('vulling = "#000000"', "Onbekend veld"),
    ],
)
def test_a_bad_box_is_explained(box: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        policy(tmp_path, box)
    assert said in f"{caught.value.message} {caught.value.advice}"


def test_contrast_is_that_of_wcag() -> None:
    assert Paint().contrast == pytest.approx(21)
    assert Paint(fill=(255, 255, 255), ink=(118, 118, 118)).contrast == pytest.approx(
        4.54, abs=0.01
    )
