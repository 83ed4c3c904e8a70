"""Coverage-guided: a term that was put into a text is found, at offsets that lie in the text.

``python -m tests.fuzz.fuzz_matcher -max_total_time=60``
"""

import sys

import atheris

with atheris.instrument_imports(include=["woo.text"]):
    from woo.text.folding import fold
    from woo.text.matcher import Matcher, is_searchable

TERMS = ["Zwartkruis", "De Vries-Bruijn", "06-12345678", "é", "IJsbrand", "straße"]


def one_input(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    before, after = provider.ConsumeUnicode(40), provider.ConsumeUnicode(40)
    chosen = provider.ConsumeIntInRange(0, len(TERMS))
    term = TERMS[chosen] if chosen < len(TERMS) else provider.ConsumeUnicode(20)
    text = f"{before} {term} {after}"
    if not is_searchable(term):
        return
    found = list(Matcher([term]).find(text))
    for match in found:
        assert 0 <= match.start < match.end <= len(text), "offsets outside the text"
        assert fold(term).text in fold(text[match.start : match.end]).text, "not the term"
    if chosen < 1:  # letters that stand apart from what is around them
        assert found, f"not found: {text!r}"


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
