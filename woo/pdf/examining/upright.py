"""Opens pages so that their own coordinates hold: the whole media box, and not turned."""

from functools import cached_property
from typing import Any

from woo.pdf.examining.pageboxes import LETTER, Corner, media_boxes


class MediaBoxes:
    """The media boxes by page number, read by qpdf when a page does not say its own."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __getitem__(self, number: int) -> Corner:
        return self._boxes[number - 1]

    @cached_property
    def _boxes(self) -> list[Corner]:
        return media_boxes(self._data)


def open_upright(document: Any, number: int, boxes: MediaBoxes) -> Any:
    """The pypdfium2 page with this number, with its media box as crop box and without rotation."""
    page = document[number - 1]
    media = page.get_mediabox(fallback_ok=False) or boxes[number]
    if _is_empty(media):
        media = LETTER
    if page.get_rotation() or not _has_size(page, media):
        # pdfium fixes the visible part of a page when it loads it, so: change, and load again.
        # It does not tell a media box that the page inherits: nothing of it is cut off.
        page.set_rotation(0)
        page.set_mediabox(*media)
        page.set_cropbox(*media)
        page.close()
        page = document[number - 1]
    elif page.get_mediabox(fallback_ok=False) is None:
        page.set_mediabox(*media)
    return page


def _is_empty(box: Corner) -> bool:
    left, bottom, right, top = box
    return left == right or bottom == top


def _has_size(page: Any, media: Corner) -> bool:
    """Whether pdfium shows the whole media box: no crop box, own or inherited, is in the way."""
    if page.get_cropbox() not in (media, page.get_mediabox()):
        return False
    left, bottom, right, top = media
    width, height = page.get_size()
    return bool(abs(width - abs(right - left)) < 0.01 and abs(height - abs(top - bottom)) < 0.01)
