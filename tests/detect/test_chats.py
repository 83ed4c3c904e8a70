"""Who writes in a chat: by the turns, whatever the names look like."""

import pytest

from woo.detect.layout.chats import detect_chats
from woo.model.document import Document, DocumentKind


def writers(text: str) -> list[str]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return sorted({finding.text for finding in detect_chats(document)})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "**bas** 13:31\nheb hem net\n**Fenna R** 13:33\nwie\n**bas** 13:33\nnou",
            ["Fenna R", "bas"],
        ),
        ("[14:23] Yvon\nboven\n[14:25] roos\nbij mij\n[14:26] Yvon\nthnx", ["Yvon", "roos"]),
        ("Mark 10:02\nhoeveel nog\nIlse 10:05\nveel\nMark 10:07\npff", ["Ilse", "Mark"]),
        (
            "Ilse vd L 14:32 nee\namber 14:32 jammer\nIlse vd L 14:35 ja",
            ["Ilse vd L", "amber"],
        ),
        (
            "[12-03-2023 08:14:02] roos: hoi\n[12-03-2023 08:14:40] Ilse: ja\n"
            "[12-03-2023 08:15:11] roos: ok",
            ["Ilse", "roos"],
        ),
        (
            "Ben [16:02]: ja\nGerlof [16:03]: punt 8?\nBen [16:03]: van mij",
            ["Ben", "Gerlof"],
        ),
        ("~ roos\n  wie komt\n~ Rm\n  ik\n~ roos\n  top", ["Rm", "roos"]),
        ("hart: morgen bloemen\nIlse: mooi\nhart: tulpen\nIlse: ok", ["Ilse", "hart"]),
    ],
)
def test_every_label_of_an_exchange_is_somebody(text: str, names: list[str]) -> None:
    assert writers(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Welkom 09:30\nin de hal\nLunch 12:30\nin de kantine\nPauze 15:00\nbuiten",
        "10:00 Opening: door de directeur\n10:15 Lezing: over water\n10:30 Lezing: over land",
        "Ilse 10:02\nalleen zij\nIlse 10:05\nzegt iets\nIlse 10:07\nklaar",
        "Plaats: Utrecht\nDatum: morgen\nPlaats: Ede\nDoel: overleg",
        "Storm: voorzitter, ik vraag\nIlse: ja\nStorm: dank\nIlse: graag gedaan",
        "maandag 09:00 dienst\ndinsdag 09:00 vrij\nmaandag 12:00 dienst",
    ],
)
def test_a_programme_or_a_roster_is_none(text: str) -> None:
    assert writers(text) == []


def test_who_asks_the_questions_by_trade_is_nobody() -> None:
    text = "[00:14] Interviewer: en toen\n[00:15] Ilse: ik ging\n[00:16] Interviewer: waarheen"
    assert writers(text) == ["Ilse"]


def test_what_stands_beside_the_name_is_no_part_of_it() -> None:
    text = "08:01 - Merel RT: hoi\n08:02 - Ilse: ja\n08:03 - Merel RT: ok"
    assert writers(text) == ["Ilse"]
