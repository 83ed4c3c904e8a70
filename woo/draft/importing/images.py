"""Pictures out of a Word file, as files to lie beside the source."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path

from woo.draft.pictures import MOST_BYTES, MOST_PIXELS, is_safe_path

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_NAME = re.compile(r"^[\w. -]{1,80}$")


@dataclass(slots=True)
class Images:
    """Pictures by the name that the source will use; ``near`` may hold the same ones already."""

    files: dict[str, bytes] = field(default_factory=dict)
    near: Path | None = None
    _known: dict[str, str] = field(default_factory=dict)

    def take(self, content: bytes, wanted: str) -> str | None:
        """The name under which a picture is kept; None when it cannot be read."""
        made = _readable(content)
        if made is None:
            return None
        encoded, suffix = made
        print_of = sha256(encoded).hexdigest()
        if print_of not in self._known:
            self._known[print_of] = self._named(encoded, wanted, suffix)
        return self._known[print_of]

    def _named(self, encoded: bytes, wanted: str, suffix: str) -> str:
        """The wanted name when it is free, or holds the same picture; else one that is free."""
        taken = set(self.files)
        if _may_keep(wanted, suffix) and wanted not in taken:
            if self._is_there(wanted, encoded):
                return wanted
            if self._is_free(wanted):
                self.files[wanted] = encoded
                return wanted
        name = next(
            name
            for number in count(1)
            if (name := f"afbeelding-{number}{suffix}") not in taken and self._is_free(name)
        )
        self.files[name] = encoded
        return name

    def _is_free(self, name: str) -> bool:
        return self.near is None or not (self.near / name).exists()

    def _is_there(self, name: str, encoded: bytes) -> bool:
        """Whether the folder holds this picture already, pixel for pixel."""
        path = self.near / name if self.near else None
        if path is None or not path.is_file() or path.stat().st_size > MOST_BYTES:
            return False
        return _pixels(path.read_bytes()) == _pixels(encoded)


def _may_keep(name: str, suffix: str) -> bool:
    """A plain file name of the right kind."""
    endings = (".jpg", ".jpeg") if suffix == ".jpg" else (suffix,)
    return bool(_NAME.match(name)) and is_safe_path(name) and name.lower().endswith(endings)


def _readable(content: bytes) -> tuple[bytes, str] | None:
    """PNG and JPEG as they are; other kinds as PNG."""
    from PIL import Image as Pillow

    if len(content) > MOST_BYTES:
        return None
    try:
        with Pillow.open(BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            if opened.format in ("PNG", "JPEG"):
                opened.verify()
                return content, ".png" if opened.format == "PNG" else ".jpg"
            out = BytesIO()
            opened.convert("RGBA").save(out, "PNG")
            return out.getvalue(), ".png"
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError):
        return None


def _pixels(content: bytes) -> bytes | None:
    """The pixels as they lie in a picture that woo writes; None when it cannot be read."""
    from PIL import Image as Pillow

    from woo.draft.pictures import clean_picture
    from woo.errors import InputError

    try:
        with Pillow.open(BytesIO(clean_picture(content))) as opened:
            return opened.convert("RGBA").tobytes() if opened.format == "PNG" else content
    except (OSError, InputError):
        return None
