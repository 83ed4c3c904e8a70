"""Questions of members and their answers: one for each, or one for several together."""

import re
from pathlib import Path

import pytest

from tests.draft.pdf_contents import shown_text
from tests.draft.test_word_written import bold, line, written
from tests.draft.word_files import imported, meaning, word_file
from woo.draft.anchors import slug
from woo.draft.check import check
from woo.draft.examples import example_source
from woo.draft.render import render
from woo.model.draft import Severity

EXAMPLE = example_source("kamervragen")
LETTER = EXAMPLE[: EXAMPLE.index("\n## Vraag 1")].replace("aantal_bijlagen: 1", "").replace(
    "bijlagen:\n  - naam: Overzicht van maatregelen per gemeente\n", ""
)  # fmt: skip
JOINT = ("Vraag 1", "Antwoord 1", "Vraag 2", "Vraag 3", "Vraag 4", "Antwoord op vragen 2, 3 en 4")


def letter(*titles: str, last: str = "Dat is zo.") -> str:
    """A letter with these headings, a line under each; ``last`` is the last line."""
    texts = [f"Tekst {number}." for number in range(1, len(titles))] + [last]
    parts = (f"\n## {title}\n\n{text}\n" for title, text in zip(titles, texts, strict=True))
    return LETTER + "".join(parts)


def said(source: str) -> list[tuple[str, int, str]]:
    """The words of the line, the column, and the message of everything that is said."""
    lines = source.split("\n")
    return [(lines[one.line - 1].strip("# "), one.column, one.message) for one in check(source)]


@pytest.mark.parametrize(
    "titles",
    [
        JOINT,
        ("Vraag 1", "Vraag 2", "Antwoord 1 en 2"),
        ("Vraag 1", "Vraag 2", "Antwoord op vraag 1 en 2"),
        ("Vraag 1", "Vraag 2", "Antwoord op de vragen 1 en 2:"),
        ("Vraag 1", "Vraag 2", "Antwoord vragen 1 & 2"),
        ("Vraag 1", "Vraag 2", "Vraag 3", "Vraag 4", "Antwoorden op vragen 1 t/m 3", "Antwoord 4"),
        ("Vraag 1", "Vraag 2", "Vraag 3", "Vraag 4", "Antwoord 1 tot en met 4"),
        ("Vraag 1", "Vraag 2", "Vraag 3", "Antwoord op vragen 1 en 3", "Antwoord op vraag 2"),
        ("Vraag 1.", "Antwoord op de vraag 1."),
    ],
)
def test_an_answer_may_be_to_several_questions(titles: tuple[str, ...]) -> None:
    assert said(letter(*titles)) == []


FAULTS = {
    "no answer": (
        ("Vraag 1", "Vraag 2", "Antwoord 2"),
        ("Vraag 1", 1, "Vraag 1 heeft geen antwoord. Schrijf ## Antwoord 1, of geef één antwoord "
                       "op meer vragen: ## Antwoord op vragen 1 en 2."),
    ),
    "last one without": (
        ("Vraag 1", "Antwoord 1", "Vraag 2"),
        ("Vraag 2", 1, "Vraag 2 heeft geen antwoord. Schrijf ## Antwoord 2."),
    ),
    "unknown question": (
        ("Vraag 1", "Vraag 2", "Antwoord op vragen 1, 2 en 9"),
        ("Antwoord op vragen 1, 2 en 9", 31, "Vraag 9 is er niet. Schrijf hier ## Antwoord op "
                                             "vragen 1 en 2, of zet de vraag erboven."),
    ),
    "many unknown questions": (
        ("Vraag 1", "Antwoord 1 t/m 40"),
        ("Antwoord 1 t/m 40", 19, "De vragen 2 t/m 40 zijn er niet. Schrijf hier ## Antwoord 1, "
                                   "of zet de vraag erboven."),
    ),
    "wrong number": (
        ("Vraag 1", "Antwoord 7"),
        ("Antwoord 7", 13, "Vraag 7 is er niet. Schrijf hier ## Antwoord 1, of zet de vraag "
                           "erboven."),
    ),
    "answered before": (
        ("Vraag 1", "Antwoord 1", "Vraag 2", "Antwoord op vragen 1 en 2"),
        ("Antwoord op vragen 1 en 2", 23, "Vraag 1 is al beantwoord, op regel {Antwoord 1}. Schrijf"
                                          " hier ## Antwoord 2, of voeg de antwoorden samen."),
    ),
    "answered twice": (
        ("Vraag 1", "Antwoord 1", "Antwoord 1"),
        ("Antwoord 1", 13, "Vraag 1 is al beantwoord, op regel {Antwoord 1}. "
                           "Voeg de antwoorden samen."),
    ),
    "question below": (
        ("Vraag 1", "Antwoord 1 en 2", "Vraag 2", "Antwoord 2"),
        ("Antwoord 1 en 2", 18, "Vraag 2 staat pas onder dit antwoord. Schrijf hier ## Antwoord 1, "
                                "of zet de vraag erboven."),
    ),
    "question too far": (
        ("Vraag 1", "Vraag 2", "Antwoord 1", "Vraag 3", "Antwoord 2 en 3"),
        ("Antwoord 2 en 3", 13, "Vraag 2 staat niet vlak boven dit antwoord. Schrijf hier ## "
                                "Antwoord 3, of zet de vragen van een antwoord bij elkaar."),
    ),
    "numbers fall": (
        ("Vraag 1", "Vraag 2", "Antwoord 2 en 1"),
        ("Antwoord 2 en 1", 1, "Zet de nummers op volgorde: ## Antwoord op vragen 1 en 2."),
    ),
    "answers fall": (
        ("Vraag 1", "Vraag 2", "Antwoord 2", "Antwoord 1"),
        ("Antwoord 1", 1, "Dit antwoord hoort boven dat van regel {Antwoord 2}."),
    ),
    "gap": (
        ("Vraag 1", "Antwoord 1", "Vraag 3", "Antwoord 3"),
        ("Vraag 3", 1, "Vraag 2 ontbreekt. Zet haar hierboven, of schrijf hier ## Vraag 2."),
    ),
    "wide gap": (
        ("Vraag 3", "Antwoord 3"),
        ("Vraag 3", 1, "De vragen 1 en 2 ontbreken. Zet ze hierboven, of schrijf hier ## Vraag 1."),
    ),
    "questions fall": (
        ("Vraag 1", "Vraag 3", "Vraag 2", "Antwoord op vragen 1, 2 en 3"),
        ("Vraag 2", 1, "Vraag 2 hoort boven ## Vraag 3. Houd de volgorde aan."),
    ),
    "first of two is wrong": (
        ("Vraag 2", "Antwoord 1", "Vraag 2", "Antwoord 2"),
        ("Vraag 2", 1, "Vraag 2 staat er twee keer. Hier hoort ## Vraag 1."),
    ),
    "second of two is wrong": (
        ("Vraag 1", "Antwoord 1", "Vraag 1", "Antwoord 2"),
        ("Vraag 1", 1, "Vraag 1 staat er twee keer. Hier hoort ## Vraag 2."),
    ),
    "zero": (
        ("Vraag 0", "Vraag 1", "Antwoord 0 en 1"),
        ("Vraag 0", 1, "De eerste vraag is ## Vraag 1."),
    ),
    "one heading for two": (
        ("Vragen 1 en 2", "Antwoord 1 en 2"),
        ("Vragen 1 en 2", 1, "Geef elke vraag een eigen kop: ## Vraag 1 en ## Vraag 2."),
    ),
    "typing error": (
        ("Vraag 1", "Vraag 2", "Antwoord op vraagen 1 en 2"),
        ("Antwoord op vraagen 1 en 2", 1, "Bedoelt u ## Antwoord op vragen 1 en 2?"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_once_with_what_to_write(name: str) -> None:
    titles, (heading, column, message) = FAULTS[name]
    source = letter(*titles)
    found = check(source)
    lines = source.split("\n")
    where = {title: lines.index(f"## {title}") + 1 for title in titles}
    assert [(one.column, one.message) for one in found] == [(column, message.format(**where))]
    assert lines[found[0].line - 1] == f"## {heading}"
    assert found[0].severity is Severity.ERROR


def test_a_typing_error_does_not_move_what_is_told_behind_it() -> None:
    assert said(letter("Vraag 1", "Antwoordt op vraagen 1 en 9"))[1] == (
        "Antwoordt op vraagen 1 en 9", 30,
        "Vraag 9 is er niet. Schrijf hier ## Antwoord 1, of zet de vraag erboven.",
    )  # fmt: skip


@pytest.mark.parametrize("title", ["Reactie", "Antwoord", "Slot"])
def test_another_heading_is_an_error(title: str) -> None:
    found = said(letter("Vraag 1", "Antwoord 1", title))
    assert found == [
        (title, 1, "Hier hoort een vraag of een antwoord: ## Vraag 1 of ## Antwoord 1. Een "
                   "antwoord op meer vragen heet ## Antwoord op vragen 1 en 2.")
    ]  # fmt: skip


def test_an_answer_is_a_heading_of_the_second_level() -> None:
    found = said(letter("Vraag 1", "Antwoord 1").replace("## Antwoord", "### Antwoord"))
    assert [message for _, _, message in found] == [
        "Vraag 1 heeft geen antwoord. Schrijf ## Antwoord 1."
    ]


def test_no_questions_at_all() -> None:
    assert "Er is nog geen vraag. Begin met ## Vraag 1." in [one.message for one in check(LETTER)]


@pytest.mark.parametrize(
    ("text", "column", "unknown"),
    [
        ("Zie het antwoord op vraag 9.", 27, "Vraag 9 is er niet."),
        ("Dat staat in het antwoord op de vragen 2 en 5.", 45, "Vraag 5 is er niet."),
        ("Zie ook mijn antwoord op vragen 4 t/m 6.", 39, "De vragen 5 en 6 zijn er niet."),
        ("Ja. Zie antwoord 5.", 18, "Vraag 5 is er niet."),
        ("Zie vraag 8 van deze brief.", 11, "Vraag 8 is er niet."),
        ("Zie **vraag 8**.", 13, "Vraag 8 is er niet."),
        ("- Zie het antwoord op vraag 9.", 29, "Vraag 9 is er niet."),
    ],
)
def test_a_reference_to_a_question_that_is_not_there_is_a_hint(
    text: str, column: int, unknown: str
) -> None:
    (found,) = check(letter(*JOINT, last=text))
    assert found.message == (
        f"{unknown} De laatste is vraag 4. Bedoelt u andere vragen? "
        "Zeg dan van wie, of van welke datum."
    )
    assert (found.severity, found.column) == (Severity.HINT, column)


@pytest.mark.parametrize(
    "text",
    [
        "Zie het antwoord op vraag 4, en dat op de vragen 1, 2 en 3.",
        "Zie het antwoord op vraag 9 van het lid Bedacht.",
        "Zie het antwoord op de vragen 8 en 9 van de PvV-fractie.",
        "Zie het antwoord op vraag 9 van 3 mei 2026.",
        "Zie het antwoord op vraag 9 van mevrouw Bedacht.",
        "Zie het antwoord op vraag 9 uit de brief aan de Kamer.",
        "In mijn eerdere antwoord op vraag 9 stond dat al.",
        "Zie het antwoord op vraag 9 (2025Z00041).",
        "Zie het antwoord op vraag 9.[^2]\n\n[^2]: Aanhangsel Handelingen II 2024/25, nr. 12.",
        "Ook vragen 20 gemeenten om hulp, en van de vragen 20% wordt beantwoord.",
        "> Zie het antwoord op vraag 9.",
    ],
)
def test_a_reference_to_other_questions_is_none_of_ours(text: str) -> None:
    assert [one.message for one in check(letter(*JOINT, last=text)) if "vra" in one.message] == []


def test_what_members_ask_is_theirs() -> None:
    source = letter(*JOINT).replace("Tekst 3.", "Klopt het antwoord op vraag 9?")
    assert check(source) == ()


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("to", ["pdf", "html", "docx"])
def test_the_questions_stand_above_their_answer_in_order(
    to: str, public: bool, tmp_path: Path
) -> None:
    content = render(letter(*JOINT), public=public, to=to, folder=tmp_path).content
    if to == "docx":
        shown = imported(content, tmp_path).text.partition("\n---\n")[2]
    else:
        shown = shown_text(content, tmp_path) if to == "pdf" else content.decode()
    places = [shown.rindex(title) for title in JOINT if title != "Antwoord 1"]
    assert places == sorted(places)
    assert "Dat is zo." in shown[places[-1] :]


def test_a_joint_answer_that_is_not_public_keeps_its_heading(tmp_path: Path) -> None:
    source = letter(*JOINT[:-1], f"{JOINT[-1]} {{5.1.2b}}", last="Een geheim antwoord.")
    shown = render(source, public=True, to="html", folder=tmp_path).content.decode()
    assert "Antwoord op vragen 2, 3 en 4</h2>" in shown
    assert "geheim" not in shown


def test_a_joint_answer_comes_back_from_word(tmp_path: Path) -> None:
    source = letter(*JOINT, last="Ja. Zie [dit antwoord](#antwoord-op-vragen-2-3-en-4).")
    made = imported(word_file(source, tmp_path), tmp_path)
    assert meaning(made.text) == meaning(source)
    assert made.remarks == ()
    assert check(made.text) == ()


@pytest.mark.parametrize(
    "title",
    ["Antwoord op vragen 2, 3 en 4", "Antwoord 2 t/m 4", "Antwoorden op de vragen 2, 3 en 4:"],
)
@pytest.mark.parametrize("to", ["html", "docx"])
def test_a_joint_answer_has_the_address_of_each_question(
    title: str, to: str, tmp_path: Path
) -> None:
    source = letter(
        *JOINT[:-1], title, last="Zie [antwoord 1](#antwoord-1) en [antwoord 3](#antwoord-3)."
    )
    assert check(source) == ()
    content = render(source, public=True, to=to, folder=tmp_path).content
    if to == "docx":
        text = imported(content, tmp_path).text
        links = re.findall(r"\]\(#(.*?)\)", text)
    else:
        links = re.findall('href="#(kop-.*?)"', content.decode())
        names = dict(re.findall('<h2 id="(.*?)">(.*?)</h2>', content.decode()))
        links = [slug(names[one]) for one in links]
    assert links == ["antwoord-1", slug(title)]


def test_an_answer_of_its_own_goes_before_a_joint_one() -> None:
    source = letter(
        "Vraag 1", "Vraag 2", "Antwoord op vragen 1 en 2", "Vraag 3", "Antwoord op vraag 3",
        last="Zie [daar](#antwoord-2), [daar](#antwoord-3) en [nergens](#antwoord-4).",
    )  # fmt: skip
    assert [message for _, _, message in said(source) if "kop" in message] == [
        "Deze kop is er niet. Bedoelt u 'antwoord-op-vraag-3'?"
    ]


@pytest.mark.parametrize("title", ["Antwoord op vragen 1 en 2", "Antwoorden op de vragen 1 en 2:"])
def test_a_joint_answer_in_bold_becomes_one(title: str, tmp_path: Path) -> None:
    body = (bold("Vraag 1"), line("Wie?"), bold("Vraag 2"), line("Wat?"), bold(title), line("Ja."))
    _, text, _ = written(tmp_path, *body, kind="kamervragen")
    assert text == f"## Vraag 1\n\nWie?\n\n## Vraag 2\n\nWat?\n\n## {title}\n\nJa."
