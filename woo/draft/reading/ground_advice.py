"""Say which ground was meant by something in a mark that is none. Loaded only for an error."""

import re
from collections.abc import Sequence

from woo.errors import InputError
from woo.reference.grounds import all_grounds, ground, successor

_LIDS = {"eerste": "1", "tweede": "2", "vierde": "4", "vijfde": "5"}
# As the law is cited: "5.1 lid 2 onder e", "5.1, tweede lid, aanhef en onder e".
_CITED = re.compile(
    rf"(?:art(?:ikel|\.)?\s*)?(5\.[12])\s*,?\s*(?:lid\s*(\d)|({'|'.join(_LIDS)})\s+lid)"
    r"\s*,?\s*(?:(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub)\s*)?([a-i]?)",
    re.IGNORECASE,
)
# What stands between two grounds, or before one, for a reader.
_JOINED = re.compile(r"[/+&:=]")
_SAID = frozenset(
    {"", "en", "of", "art", "art.", "artikel", "artikelen", "grond", "gronden", "woo"}
)


def unknown_ground(written: str, names: Sequence[str], error: InputError) -> str:
    """What to write, ``names`` being the words in the mark; what was written is not repeated."""
    if match := _CITED.fullmatch(written.strip()):
        meant = f"{match[1]}.{match[2] or _LIDS[match[3].lower()]}{match[4].lower()}"
        return f"{error.message} {_complete(meant)}"
    said = (part for name in names for part in _JOINED.split(name))
    codes = list(dict.fromkeys(_code(part) for part in said if part.lower() not in _SAID))
    if codes and all(codes):
        return _instead(codes, error)
    if whole := _code("".join(names)):
        return f"{error.message} Bedoelt u {whole}?"
    for name in names:
        if new := successor(name):
            return f"Dit is een grond uit de oude Wob. Schrijf de grond uit de Woo: {new}."
        if "." in name and not _code(name) and (advice := _complete(name.lower())):
            return f"{error.message} {advice}"
    return str(error)


def _instead(codes: Sequence[str], error: InputError) -> str:
    """Grounds that exist, written with more around them than a mark may hold."""
    if len(codes) > 1:
        return f"Zet een puntkomma tussen de gronden: {';'.join(codes)}."
    return f"{error.message} Bedoelt u {codes[0]}?"


def _code(name: str) -> str:
    try:
        return ground(name).code
    except InputError:
        return ""


def _complete(name: str) -> str:
    """The grounds that begin so, or that look most like it; empty when none comes near."""
    from rapidfuzz import process

    known = list(all_grounds())
    begins = [one for one in known if one.startswith(name)] or [
        one for one in known if name[-1:].isalpha() and one.startswith(name[:-1])
    ]
    if name in known or len(begins) == 1:
        return f"Bedoelt u {begins[0]}?"
    if begins:
        return f"Kies uit: {', '.join(begins)}."
    near = process.extract(name, known, limit=2, score_cutoff=60)
    return f"Bedoelt u {' of '.join(one[0] for one in near)}?" if near else ""
