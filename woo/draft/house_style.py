"""The look of an organisation: its logo, from ``_base/huisstijl.toml`` of its templates."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from woo.draft.kinds import BASE
from woo.draft.pictures import Picture, read_picture
from woo.errors import InputError

STYLE_FILE = "huisstijl.toml"
_Millimetres = Annotated[float, Field(ge=0, le=210)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    logo: str = ""
    logo_height: _Millimetres = 44.0
    logo_left: _Millimetres = 98.5
    logo_has_name: bool = False


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The logo, None for the neutral bar, with its place on the page in millimetres."""

    logo: Picture | None
    logo_height: float
    logo_left: float
    logo_has_name: bool


def load_house_style(folders: Sequence[Path]) -> HouseStyle:
    """The style of the first folder that has one. Raises InputError when it is wrong."""
    path = next((one for folder in folders if (one := folder / BASE / STYLE_FILE).is_file()), None)
    written = _read(path) if path else _Written()
    logo = _logo(written.logo, path.parent) if path and written.logo else None
    return HouseStyle(logo, written.logo_height, written.logo_left, written.logo_has_name)


def _read(path: Path) -> _Written:
    try:
        return _Written(**tomllib.loads(path.read_text("utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        place = error.errors()[0]["loc"][0] if isinstance(error, ValidationError) else "de TOML"
        raise InputError(f"Het bestand {STYLE_FILE} klopt niet.", f"Controleer {place}.") from None


def _logo(name: str, folder: Path) -> Picture:
    try:
        return read_picture(name, folder, "logo")
    except InputError:
        advice = f"Zet een png of jpg naast {STYLE_FILE}."
        raise InputError("Het logo is er niet of is niet te lezen.", advice) from None
