"""Coverage-guided: the verifier's parsers raise nothing and lose no readable word.

Whole files are for ``mutation``: the engines would drown the coverage of our own code.

``python -m tests.fuzz.fuzz_verifier -max_total_time=60``
"""

import sys

import atheris

with atheris.instrument_imports(include=["woo.pdf.examining", "woo.verify"]):
    from woo.pdf.examining.contenttext import ContentText, read_content
    from woo.pdf.examining.fontcodes import parse_character_map
    from woo.pdf.examining.objectwalk import TooLargeError
    from woo.pdf.examining.syntax import syntax_parts
    from woo.verify.decoding import (
        hexadecimal_texts,
        is_text,
        markup_texts,
        printable_runs,
        readings,
    )
    from woo.verify.rawfile import read_raw

from tests.vectors import SECRET

_SHOWN = f" ({SECRET}) Tj ".encode()


def one_input(data: bytes) -> None:
    if not data:
        return
    parser, rest = data[0] % 5, data[1:]
    if parser == 0:
        assert SECRET in _everything(read_content(rest + _SHOWN, {})), "a shown word is lost"
    elif parser == 1:
        _in_syntax(rest)
    elif parser == 2:
        _character_map(rest)
    elif parser == 3:
        raw = read_raw(rest)
        assert all(end <= len(rest) for end in raw.revision_ends)
    else:
        _decoding(rest)


def _in_syntax(rest: bytes) -> None:
    parts = syntax_parts(b"<< /A " + rest + b" /B " + _SHOWN + b" >>")
    held = b"\n".join([value for _, value in parts.strings]).decode("latin-1")
    commented = b"%" in rest  # a comment holds no string
    assert SECRET in held + "\n".join(parts.names) or commented, "a string is lost"


def _everything(content: ContentText) -> str:
    held = [*content.strings, *content.comments, *content.inline_images]
    texts = [content.text, content.other_text, *content.names]
    return "\n".join([*texts, *(value.decode("latin-1") for value in held)])


def _character_map(rest: bytes) -> None:
    try:
        parse_character_map(b"1 beginbfrange " + rest + b" endbfrange 1 beginbfchar " + rest)
        parse_character_map(rest)
    except TooLargeError:
        return


def _decoding(rest: bytes) -> None:
    is_text(rest)
    list(printable_runs(rest))
    for text in readings(rest):
        list(markup_texts(text))
        list(hexadecimal_texts(text))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
