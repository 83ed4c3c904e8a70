"""The text of pages by pypdf: a slow reading (some 26 pages a second), for where others differ."""

import logging
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO

from woo.pdf.examining.objectwalk import UnreadablePdfError


def page_texts(data: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The text of the pages with these numbers (from 1). Raises UnreadablePdfError."""
    wanted = list(numbers)
    if not wanted:
        return  # importing pypdf takes longer than reading a short file
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = pypdf.PdfReader(BytesIO(data))
            for number in wanted:
                yield number, reader.pages[number - 1].extract_text()
        except (Exception, RecursionError):  # noqa: BLE001 - fails closed
            raise UnreadablePdfError from None
