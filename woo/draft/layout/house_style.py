"""The look of an organisation: its logo, from ``_base/huisstijl.toml`` of its templates."""

from collections.abc import Sequence
from pathlib import Path

from woo.draft.kind_data import Data, DataError, explained
from woo.draft.kinds import are_built_in, base_file
from woo.draft.pictures import Picture, read_picture
from woo.errors import InputError
from woo.model.values import dataclass
from woo.text.toml import TomlError, read_table

STYLE_FILE = "huisstijl.toml"
_WIDEST = 210.0  # millimetres, of an A4


class _Written(Data):
    logo: str = ""
    logo_height: float = 44.0
    logo_left: float = 98.5
    logo_has_name: bool = False
    signature_room: float = 16.0

    def check(self) -> None:
        """Raise DataError when something would leave the page."""
        for name in ("logo_height", "logo_left", "signature_room"):
            if not 0 <= getattr(self, name) <= _WIDEST:
                raise DataError(name)


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The logo, None for the neutral bar, with its place on the page; the room to sign in a letter.

    Sizes are millimetres.
    """

    logo: Picture | None
    logo_height: float
    logo_left: float
    logo_has_name: bool
    signature_room: float


def load_house_style(folders: Sequence[Path]) -> HouseStyle:
    """The style of the first folder that has one. Raises InputError when it is wrong."""
    path = base_file(STYLE_FILE, folders)
    written = _read(path, built_in=are_built_in(folders)) if path else _Written()
    logo = _logo(written.logo, path.parent) if path and written.logo else None
    return HouseStyle(
        logo,
        written.logo_height,
        written.logo_left,
        written.logo_has_name,
        written.signature_room,
    )


def _read(path: Path, *, built_in: bool) -> _Written:
    try:
        return _Written.read(read_table(path.read_text("utf-8"), built_in=built_in))
    except (DataError, TomlError, UnicodeDecodeError) as error:
        raise explained(error, STYLE_FILE) from None


def _logo(name: str, folder: Path) -> Picture:
    try:
        return read_picture(name, folder, "logo")
    except InputError:
        advice = f"Zet een png, jpg of svg naast {STYLE_FILE}."
        raise InputError("Het logo is er niet of is niet te lezen.", advice) from None
