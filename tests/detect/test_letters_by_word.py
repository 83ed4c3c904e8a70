"""Letters that are somebody's by the word before them, in a margin, below a note and in turns."""

import pytest

from woo.detect.layout.initials import detect_initials
from woo.model.document import Document, DocumentKind


def letters(text: str) -> set[str]:
    document = Document(kind=DocumentKind.EMAIL, untrusted_title="", pages=(text,))
    return {one.text for one in detect_initials(document)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Geneesmiddelen      par: hb\n\nDossier V-100", {"hb"}),
        ("ontv. 14/5/21, par. lb; treffer: ja", {"lb"}),
        ("KL-24-118   beh. SmG", {"SmG"}),
        ("Ontvangen: bdw 7/4", {"bdw"}),
        ("gezien JB  AvdM\nafd V.O.", {"JB", "AvdM"}),
        ("Medeparaaf: KJB.", {"KJB"}),
        ("Huisbezoek SK/TdV 11-10 ivm vervuiling", {"SK", "TdV"}),
        ("surv. HAA en KLO. Envelop open om 13.30.", {"HAA", "KLO"}),
        ("{Opmerking SB1: dit meen je niet.}\n{Opmerking RvdH2: grap.}", {"SB", "RvdH"}),
        ("Opmerking [ab3]: bron?", {"ab"}),
        ('"gebeld 9/11. Geregeld bij de buren Kranenborg. EH"', {"EH"}),
        ("[stempel] doorgezonden Fin 9/3/21 – cvl", {"cvl"}),
    ],
)
def test_letters_behind_a_word_or_at_the_end_of_a_note(text: str, found: set[str]) -> None:
    assert letters(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Behandeld door: BZK 12/3",
        "Opmerking A2: Onderzocht, klopt",
        "Zie het advies. NB\nDe bijlage volgt.",
        "medeparaaf nvt 12/9",
        "Par. amb.: JH is weg.",
    ],
)
def test_offices_and_words_are_nobodys_letters(text: str) -> None:
    assert not letters(text) - {"JH"}


def test_single_letters_take_turns_below_the_names_they_begin() -> None:
    turns = "E: staat hij nog op de lijst?\nD: nee, eraf\nE: waarom\nD: vraag het Nicolette"
    assert letters(f"Eefje > Daan (teams)\n{turns}") == {"E", "D"}
    questions = "V: staat hij op de lijst?\nA: nee\nV: waarom\nA: dat weet ik niet"
    assert not letters(f"Vera en Anna vroegen\n{questions}")


def test_a_letter_that_is_told_behind_a_name_speaks() -> None:
    turns = "O: Vertel maar.\nG: Een wit busje.\nO: Wie zat erin?\nG: Dat zag ik niet."
    assert letters(f"Verbalisant: Oudshoorn (O)\n\n{turns}") == {"O"}
