"""The line above a letter to parliament: BRIEF VAN DE MINISTERS VAN ... EN VAN ..."""

import re

_OFFICE = r"(?i)^(?:de\s+)?(minister|staatssecretaris)\s+(van|voor)\s+(.+)$"
_PLURAL = {"MINISTER": "MINISTERS", "STAATSSECRETARIS": "STAATSSECRETARISSEN"}


def letterhead(offices: list[str]) -> str:
    """The heading for the offices of the signatories, in capitals.

    ``Minister van X`` and ``Minister van Y`` give ``BRIEF VAN DE MINISTERS VAN X EN VAN Y``.
    Offices of one kind that follow each other are taken together.
    """
    groups: list[tuple[str, list[str]]] = []
    for office in offices:
        match = re.match(_OFFICE, office.strip())
        word = match[1].upper() if match else ""
        rest = f"{match[2]} {match[3]}".upper() if match else _bare(office)
        if match and groups and groups[-1][0] == word:
            groups[-1][1].append(rest)
        else:
            groups.append((word, [rest]))
    return f"BRIEF VAN {_join([_group(word, rests) for word, rests in groups])}"


def _group(word: str, rests: list[str]) -> str:
    if not word:
        return f"DE {rests[0]}"
    shown = _PLURAL[word] if len(rests) > 1 else word
    # Two may hold one office: "DE STAATSSECRETARISSEN VAN FINANCIËN".
    return f"DE {shown} {_join(list(dict.fromkeys(rests)))}"


def _join(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} EN {parts[-1]}"


def _bare(office: str) -> str:
    return re.sub(r"^de\s+", "", office.strip(), flags=re.IGNORECASE).upper()
