"""An export of Outlook through a whole dossier."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.ingest.outlook import (
    BODY,
    CC,
    HTML,
    SASKIA,
    SENT_AT,
    SUBJECT,
    attachment,
    make_msg,
    message_tree,
    recipient,
)
from woo.pdf.reading.textlayer import read_pages

Woo = Callable[..., int]


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A message with another message in it, which has a text of its own attached."""
    inner = message_tree(
        {SUBJECT: "Kaart van de dijk", BODY: "Bel Teun Tandwiel op 06 12 34 56 78."},
        [recipient("Wielwaal, Saskia", "s.wielwaal@minkust.example")],
        [attachment("notitie.txt", b"Gebeld met Saskia Wielwaal.")],
        inside=True,
    )
    html = "<p>Beste Joëlle,</p><p>Zie de kaart van Teun Tandwiel.</p><p>Groet,<br>Saskia</p>"
    content = make_msg(
        {
            **SASKIA,
            SUBJECT: "Nota dijkversterking",
            SENT_AT: datetime(2024, 8, 30, 12, 0, tzinfo=UTC),
            HTML: html,
        },
        [
            recipient("Joëlle van den Boterdijk", "j.boterdijk@minkust.example"),
            recipient("Teun Tandwiel", "teun@burger.example", CC),
        ],
        [attachment("Kaart.msg", inner, 5)],
    )
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Nota.msg").write_bytes(content)
    return folder


@pytest.mark.slow
def test_a_message_and_all_inside_it_are_redacted_and_proven(
    woo: Woo, exported: Path, tmp_path: Path
) -> None:
    assert woo("add", exported) == 0
    assert woo("run", "--accept-suggestions") == 0
    texts = [
        "\n".join(page.text for page in read_pages(path))
        for path in sorted((tmp_path / "dossier" / "redacted").glob("*.pdf"))
    ]
    assert len(texts) == 3
    together = "\n".join(texts)
    for gone in ("Wielwaal", "Boterdijk", "Tandwiel", "06 12 34 56 78", "minkust"):
        assert gone not in together
    for kept in ("Nota dijkversterking", "30 augustus 2024, 14:00 uur", "Kaart.msg", "notitie.txt"):
        assert kept in together


@pytest.mark.slow
def test_loose_messages_are_searched(
    woo: Woo, exported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert woo("find", exported, "--json") in {0, 3}
    found = [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]
    assert "s.wielwaal@minkust.example" in found
    assert "Teun Tandwiel" in found
