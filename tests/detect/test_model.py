"""The trained model, and what rules and model make of the same name."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.golden.annotated import find_all, goes
from woo.detect.agreement import agreed
from woo.detect.detect import detect
from woo.detect.merge import merge
from woo.detect.networks.forward import Forward
from woo.detect.networks.labels import LABELS
from woo.detect.networks.model import findings_by
from woo.detect.networks.network import SameWords, _ungist, gist
from woo.detect.networks.tagger import new_tagger
from woo.detect.prose.nlp import lists_of, nlp
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role


def named(text: str) -> list[str]:
    """The names that the default policy takes out."""
    found = (one for one in find_all(text) if one.category is Category.PERSON)
    return [one.text for one in found if goes(one.category, one.role)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ik heb daar gisteren nog met Van Ginneken over gebeld.", "Van Ginneken"),
        ("Volgens Kokkelkoren klopt de planning niet meer.", "Kokkelkoren"),
        ("De notulen zijn door Wytze Hoekzema en Nasrin rondgestuurd.", "Wytze Hoekzema"),
        ("Kun jij dit met Gülşen afstemmen voor vrijdag?", "Gülşen"),
    ],
)
def test_a_name_in_prose_is_found_without_a_cue(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "De Regeling groenprojecten treedt op 1 januari in werking.",
        "Het Trimbos-instituut en het RIVM onderzoeken de gevolgen.",
        "De provincie Overijssel subsidieert de aanleg van het fietspad.",
        "Zie www.rijksoverheid.nl/onderwerpen voor meer informatie.",
    ],
)
def test_text_without_people_has_no_names(text: str) -> None:
    assert named(text) == []


def test_the_lists_tell_what_they_know_of_a_word() -> None:
    assert "f" in lists_of("Fatima")
    assert "o" in lists_of("Vergadering")
    assert "w" in lists_of("Hardinxveld-Giessendam")
    assert not lists_of("12-03-2024")


def test_the_fast_network_gives_the_scores_of_the_one_that_was_trained() -> None:
    network = new_tagger().model
    chance = np.random.default_rng(1)
    for node in network.walk():
        for name in node.param_names:
            weights = node.get_param(name)
            node.set_param(name, chance.normal(0, 0.2, weights.shape).astype("float32"))
    fast = Forward(network)
    for text in ("Wie", "Fenna sprak met Wit.\n\nOf Wit met Fenna?", "Fenna las veel. " * 40):
        doc = nlp().make_doc(text)
        assert np.allclose(fast(doc), network.predict([doc])[0], atol=1e-3)


def test_the_fast_network_forgets_words_when_it_knows_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("woo.detect.networks.forward._MOST_WORDS", 6)
    fast = Forward(new_tagger().model)
    first = nlp().make_doc("Fenna las een brief.")
    before = fast(first)
    fast(nlp().make_doc("Joris schreef er twee."))
    assert np.allclose(fast(first), before)


def test_what_the_gist_learns_belongs_to_what_it_gives() -> None:
    chance = np.random.default_rng(2)
    for text in ("Wie", "Fenna sprak met Wit, en Wit met Fenna. " * 7):
        same = SameWords.of(nlp().make_doc(text))
        rows = chance.normal(size=(len(same.places), 3)).astype("float32")
        changes = chance.normal(size=(len(rows), 12)).astype("float32")
        given, learned = (gist(rows, same) * changes).sum(), (rows * _ungist(changes, same)).sum()
        assert np.isclose(given, learned, rtol=1e-3, atol=1e-3)


def seen(text: str, labels: dict[str, str], sure: float = 0.9) -> list[tuple[str, Category]]:
    """What is found when a network gives these words these labels."""

    def chances(doc: Any) -> Any:
        made = np.full((len(doc), len(LABELS)), 0.0)
        for row, token in zip(made, doc, strict=True):
            row[LABELS.index(labels.get(token.text, "O"))] += sure
            row[0] += 1 - sure
        return made

    return [(one.text, one.category) for one in findings_by(chances, text)]


def test_a_number_of_somebody_is_of_the_likeliest_kind() -> None:
    text = "Zij is van 12 april 1988, nummer 4471 882 bij ons."
    labels = {"12": "B-G", "april": "I-G", "1988": "I-G", "4471": "B-C", "882": "I-N"}
    assert seen(text, labels)[0] == ("12 april 1988", Category.BIRTH_DATE)
    assert seen(text, {"4471": "B-C", "882": "I-C"}) == [("4471 882", Category.CARE_NUMBER)]
    assert seen(text, {"4471": "B-C", "882": "I-C"}, sure=0.4) == []


def test_words_are_no_number_but_may_be_a_day_or_a_telephone_number() -> None:
    text = "Bel zes twee zeven. Nummer onbekend."
    spoken = {"zes": "B-T", "twee": "I-T", "zeven": "I-T"}
    assert seen(text, spoken) == [("zes twee zeven", Category.PHONE)]
    assert seen(text, {"onbekend": "B-N"}) == []


@pytest.mark.slow
def test_the_ending_of_a_file_alone_is_nobody() -> None:
    labels = {"Jansen": "B-P", ".txt": "B-U"}
    assert seen("Jansen .txt", labels) == [("Jansen", Category.PERSON)]


def test_the_same_text_gives_the_same_findings() -> None:
    text = "Wouter Kampherbeek sprak met mevrouw El Hajjaji. " * 400
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    assert detect(document) == detect(document)


def finding(start: int, end: int, detector: str, score: float, role: Role) -> Finding:
    return Finding(
        category=Category.PERSON,
        start=start,
        end=end,
        text="x" * (end - start),
        detector=detector,
        score=score,
        role=role,
    )


@pytest.mark.parametrize(
    ("name", "role"), [("B. Dekker", Role.SIGNATORY), ("Bas Dekker", Role.UNKNOWN)]
)
def test_the_model_tells_who_signs_a_letter_by_initials(name: str, role: Role) -> None:
    text = f"Hoogachtend,\n\n{name}\nteammanager\n"
    place = (text.index(name), text.index(name) + len(name))
    by_layout = replace(finding(*place, "letters", 0.9, Role.UNKNOWN), text=name)
    by_model = replace(finding(*place, "model", 0.99, Role.SIGNATORY), text=name)
    assert [one.role for one in merge(text, agreed([by_layout, by_model], text))] == [role]


def test_a_role_that_a_rule_knows_counts_for_the_model() -> None:
    rule = finding(0, 10, "offices", 0.96, Role.OFFICE_HOLDER)
    model = finding(0, 10, "model", 0.99, Role.UNKNOWN)
    assert {one.role for one in agreed([rule, model], "")} == {Role.OFFICE_HOLDER}


def test_a_name_with_a_title_does_not_stay_on_the_word_of_the_model() -> None:
    rule = finding(0, 10, "names", 0.9, Role.UNKNOWN)
    model = finding(0, 10, "model", 0.99, Role.EPONYM)
    assert Role.UNKNOWN in {one.role for one in agreed([rule, model], "")}


def test_a_weak_rule_alone_is_left_out() -> None:
    weak = finding(0, 10, "names", 0.5, Role.UNKNOWN)
    assert agreed([weak], "") == []
    assert len(agreed([weak, finding(2, 8, "model", 0.6, Role.UNKNOWN)], "")) == 2
