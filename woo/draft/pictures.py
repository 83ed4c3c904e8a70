"""Pictures in a text: only from the folder of the source, and only their pixels.

A photograph carries the name of its maker and the place where it was taken; both stay behind
because the pixels are written to a new file.
"""

from dataclasses import field, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from woo.draft import vector_pictures
from woo.draft.draft import Draft
from woo.draft.faults import faults
from woo.draft.tree import Image
from woo.draft.walk import walk_blocks
from woo.errors import InputError
from woo.model.draft import Problem
from woo.model.values import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image as PilImage

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
SUFFIXES = (".png", ".jpg", ".jpeg", vector_pictures.SUFFIX)

_POINTS_PER_PIXEL = 72 / 144
# The text column of a letter is 132 mm wide and 231 mm high.
_WIDEST_POINTS = 370.0
_TALLEST_POINTS = 600.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A clean picture. ``name`` is neutral; ``width_points`` is how wide it is printed.

    ``height_share`` is its height as a part of its width.
    """

    name: str
    content: bytes = field(repr=False)
    width_points: float
    height_share: float = 1.0

    @property
    def data_url(self) -> str:
        """The picture inside an HTML file."""
        from base64 import b64encode

        kind = "png" if self.name.endswith(".png") else "jpeg"
        return f"data:image/{kind};base64,{b64encode(self.content).decode()}"


def read_pictures(draft: Draft, folder: Path) -> dict[str, Picture]:
    """Every picture that the draft shows, by the path the author wrote.

    Raises InputError for a picture that is not in the folder or cannot be read.
    """
    blocks = [draft.blocks, draft.annex, *draft.footnotes.values()]
    images = [one for part in blocks for one in walk_blocks(part) if isinstance(one, Image)]
    pictures: dict[str, Picture] = {}
    for image in images:
        if image.untrusted_path not in pictures:
            name = f"afbeelding-{len(pictures) + 1}"
            try:
                pictures[image.untrusted_path] = read_picture(image.untrusted_path, folder, name)
            except InputError as error:
                message = f"{error.message} {error.advice}"
                raise faults([Problem(image.line, image.column, message)]) from None
    return pictures


def is_safe_path(untrusted_path: str) -> bool:
    """A relative path with forward slashes that does not climb up, to a kind of picture we read."""
    path = PurePosixPath(untrusted_path)
    plain = not path.is_absolute() and ".." not in path.parts
    return plain and not set(untrusted_path) & set("\\:\0%") and path.suffix.lower() in SUFFIXES


def read_picture(untrusted_path: str, folder: Path, name: str) -> Picture:
    """A clean copy of a picture in a folder, under a neutral name. Raises InputError."""
    if not is_safe_path(untrusted_path):
        raise InputError("Deze afbeelding mag niet.", "Zet een png, jpg of svg bij de brontekst.")
    try:
        path = (folder / untrusted_path).resolve()
    except (OSError, RuntimeError):  # a link to itself
        raise _not_there() from None
    if not path.is_relative_to(folder.resolve()):
        raise InputError(
            "De afbeelding staat ergens anders.", "Zet het bestand zelf naast de brontekst."
        )
    if not path.is_file():
        raise _not_there()
    if path.stat().st_size > MOST_BYTES:
        raise InputError("De afbeelding is te groot.", "Maak haar kleiner dan 20 MB.")
    if path.suffix.lower() == vector_pictures.SUFFIX:
        return replace(_drawing(path.read_bytes()), name=f"{name}.png")
    return _clean(path.read_bytes(), name)


def _not_there() -> InputError:
    return InputError("De afbeelding is er niet.", "Zet het bestand naast de brontekst.")


@lru_cache(maxsize=8)
def _drawing(untrusted_bytes: bytes) -> Picture:
    """The pixels of a drawing, printed as wide as it says; kept as ``_pixels`` is."""
    content, width = vector_pictures.drawn(untrusted_bytes, _WIDEST_POINTS, _TALLEST_POINTS)
    made = _pixels(content)
    in_height = _TALLEST_POINTS / made.height_share
    return replace(made, width_points=min(_WIDEST_POINTS, width, in_height))


def _clean(untrusted_bytes: bytes, name: str) -> Picture:
    made = _pixels(untrusted_bytes)
    return replace(made, name=f"{name}{made.name}")


@lru_cache(maxsize=8)
def _pixels(untrusted_bytes: bytes) -> Picture:
    """The picture, named by its suffix alone; kept, for a document is laid out more than once."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    try:
        with Pillow.open(BytesIO(untrusted_bytes), formats=["PNG", "JPEG"]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise InputError("De afbeelding is te groot.", "Maak haar kleiner.")
            is_photo = opened.format == "JPEG"
            picture = ImageOps.exif_transpose(opened).convert("RGB" if is_photo else "RGBA")
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError):
        raise InputError("De afbeelding is niet te lezen.", "Sla haar opnieuw op.") from None
    suffix = ".jpg" if is_photo else ".png"
    share = picture.height / picture.width
    return Picture(suffix, _encode(picture, is_photo=is_photo), _width_points(picture), share)


def clean_picture(untrusted_bytes: bytes) -> bytes:
    """The pixels of a picture in a new file. Raises InputError when it cannot be read."""
    return _clean(untrusted_bytes, "afbeelding").content


def _width_points(picture: "PilImage") -> float:
    """As wide as its pixels ask, unless it would not fit on a page."""
    in_height = _TALLEST_POINTS * picture.width / picture.height
    return min(_WIDEST_POINTS, picture.width * _POINTS_PER_PIXEL, in_height)


def _encode(picture: "PilImage", *, is_photo: bool) -> bytes:
    """The pixels alone: a new picture takes no notes, profile or thumbnail along."""
    from PIL import Image as Pillow

    bare = Pillow.new(picture.mode, picture.size)
    bare.paste(picture)
    out = BytesIO()
    if is_photo:
        bare.save(out, "JPEG", quality=90)
    else:
        bare.save(out, "PNG")
    return out.getvalue()
