"""What most tools do: search, redact, scrub, save, with PyMuPDF. Does not verify anything."""

import sys

import pymupdf

from bench.material import NAMES


def main(source: str, out: str) -> None:
    with pymupdf.open(source) as document:
        for page in document:
            for name in NAMES:
                for place in page.search_for(name):
                    page.add_redact_annot(place, fill=(0, 0, 0))
            page.apply_redactions()
        document.scrub()
        document.save(out, garbage=4, deflate=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
