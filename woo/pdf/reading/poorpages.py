"""Pages that text recognition read badly, by whoever: a copier too lays text over its scans."""

from collections.abc import Collection, Sequence

from woo.pdf.reading.tesseract import Word
from woo.pdf.reading.textlayer import TextPage
from woo.reference.legibility import sense_of
from woo.text.enumeration import write_numbers

# Of names and numbers no dictionary knows whether they are right, but Tesseract knows how sure it
# is: of 94 % of the letters and more on a page that is read well.
_SURE, _SHARE = 70, 0.9
_ENOUGH = 40  # words, of so many letters or digits
_SHORTEST = 3


def recognised(page: TextPage) -> str:
    """The text that is drawn invisibly: what was read from pixels, by us or by a scanner."""
    pieces, last = [], 0
    for start, end in page.unseen:
        pieces.append(page.text[start:end] if start == last else f"\n{page.text[start:end]}")
        last = end
    return "".join(pieces)


def is_poor(page: TextPage) -> bool:
    """Whether the recognised text of a page makes too little sense; false where there is none."""
    return sense_of(recognised(page)).is_poor


def are_unsure(words: Sequence[Word]) -> bool:
    """Whether Tesseract is unsure of too much that it read on a page."""
    sizes = [(sum(map(str.isalnum, word.text)), word.confidence) for word in words]
    counted = [(size, confidence) for size, confidence in sizes if size >= _SHORTEST]
    sure = sum(size for size, confidence in counted if confidence >= _SURE)
    return len(counted) >= _ENOUGH and sure < _SHARE * sum(size for size, _ in counted)


def poor_note(pages: Collection[int]) -> tuple[str, ...]:
    """What the reviewer must know of pages that were read badly; nothing when there are none."""
    if not pages:
        return ()
    named = write_numbers(sorted(pages))
    if len(pages) == 1:
        which, again = f"Pagina {named} is", "deze pagina zelf na, of scan die"
    else:
        which, again = f"Pagina {named} zijn", "deze pagina's zelf na, of scan ze"
    return (
        f"{which} slecht leesbaar: woorden en namen kunnen verkeerd zijn gelezen of gemist. "
        f"Kijk {again} opnieuw op 300 dpi.",
    )
