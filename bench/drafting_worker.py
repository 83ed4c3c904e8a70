"""One tool, warm: for each line on stdin it makes one PDF and says how long that took.

``python -m bench.drafting_worker woo SOURCE`` or ``weasyprint HTML``. Every round puts another
number in the text, so that nothing can be kept from the round before. A first PDF warms it up.
WeasyPrint writes a tagged PDF/UA-1 when ``weasyprint-ua`` is asked for, else a plain one; ``woo``
always writes PDF/UA-1 and PDF/A-2a in one file.
"""

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

PLACE = "Voorbeeldzaken"  # a word of every sample, where the number of the round goes


def woo_maker(text: str) -> Callable[[str], bytes]:
    from woo.draft.render import render

    def make(word: str) -> bytes:
        changed = text.replace(PLACE, word)
        return render(changed, public=False, to="pdf", folder=Path()).content

    return make


def weasyprint_maker(text: str, variant: str | None = None) -> Callable[[str], bytes]:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def make(word: str) -> bytes:
        page = HTML(string=text.replace(PLACE, word))
        made: bytes = page.write_pdf(font_config=fonts, pdf_variant=variant)
        return made

    return make


MAKERS: dict[str, Callable[[str], Callable[[str], bytes]]] = {
    "woo": woo_maker,
    "weasyprint": weasyprint_maker,
    "weasyprint-ua": partial(weasyprint_maker, variant="pdf/ua-1"),
}


def main() -> None:
    tool, path = sys.argv[1:]
    text = Path(path).read_text("utf-8")
    with _as_in_use(tool):
        make = MAKERS[tool](text)
        for number, _ in enumerate(sys.stdin):
            started = time.perf_counter()
            pdf = make(f"Ronde{number}")
            took = time.perf_counter() - started
            if not pdf.startswith(b"%PDF"):
                sys.exit(f"{tool}: no PDF")
            print(took, flush=True)


def _as_in_use(tool: str) -> AbstractContextManager[None]:
    """The collector as ``woo draft`` has it; another tool runs in Python as it is, without woo."""
    if tool != "woo":
        return nullcontext()
    from woo.cli.draft import OBJECTS_BEFORE_COLLECTION
    from woo.text.machine import collecting_rarely

    return collecting_rarely(OBJECTS_BEFORE_COLLECTION)


if __name__ == "__main__":
    main()
