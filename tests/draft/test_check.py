"""Everything wrong with a source is said, with its line and what to do."""

import pytest

from tests.draft.pages import letter
from tests.draft.sources import KAMERSTUK, KINDS, NOTA, UNMARKED
from woo.draft.check import check, check_source
from woo.draft.examples import example_source
from woo.draft.kinds import template_folders
from woo.draft.reading.source import parse
from woo.model.draft import Severity

PARAGRAPH = "De Kamer praat er in de herfst over."


def line_of(source: str, piece: str) -> int:
    return source[: source.index(piece)].count("\n") + 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_are_in_order(kind: str) -> None:
    assert check(example_source(kind)) == ()


@pytest.mark.parametrize("source", [NOTA, KAMERSTUK])
def test_the_test_sources_are_in_order(source: str) -> None:
    assert check(source) == ()


# What is replaced in NOTA, by what, and which message comes at the line of the replacement.
BAD_NOTAS = {
    "unknown kind": ("soort: nota", "soort: notta", "Onbekende soort. Bedoelt u 'nota'?"),
    "unknown field": ("kenmerk: KNM", "kenmrek: KNM", "Onbekend veld. Bedoelt u 'kenmerk'?"),
    "double field": ("kenmerk: KNM-77", "datum: 2024-01-01", "Dit veld staat er twee keer."),
    "missing field": ("aan: Minister van Voorbeeldzaken", "aan:", "Vul het veld 'aan' in"),
    "field that is a comment": (
        "aan: Minister van Voorbeeldzaken",
        "aan: #Minister",
        "Wat achter # staat, telt niet mee. Hoort het erbij? Zet het tussen quotes.",
    ),
    "no such day": ("30 augustus 2024", "31 februari 2024", "Deze datum bestaat niet."),
    "no date": ("30 augustus 2024", "eind augustus", "Schrijf een datum als"),
    "no such choice": ("doel: besluitvorming", "doel: besluit", "Bedoelt u 'besluitvorming'?"),
    "another choice": ("besluitvorming", "bespreking", "Kies uit: besluitvorming, beslissing, on"),
    "ground as the law has it": ("baar]{5.1.2e}", "baar]{5.1 lid 2 onder e}", "Bedoelt u 5.1.2e?"),
    "ground without a letter": (
        "baar]{5.1.2e}",
        "baar]{5.1.2}",
        "Kies uit: 5.1.2a, 5.1.2b, 5.1.2c",
    ),
    "article for a ground": ("baar]{5.1.2e}", "baar]{5.1}", "Kies uit: 5.1.1a, 5.1.1b"),
    "grounds with a word between": (
        "baar]{5.1.2e}",
        "baar]{5.1.2e en 5.2.1}",
        "puntkomma tussen de gronden: 5.1.2e;5.2.1.",
    ),
    "a word and no ground": ("baar]{5.1.2e}", "baar]{en}", "Onbekende weigeringsgrond."),
    "a ground and a word": ("baar]{5.1.2e}", "baar]{5.1.2e en}", "grond. Bedoelt u 5.1.2e?"),
    "a slash between": ("baar]{5.1.2e}", "baar]{5.1.2e/5.2.1}", "gronden: 5.1.2e;5.2.1."),
    "a plus between": ("baar]{5.1.2e}", "baar]{5.1.2e+5.2.1}", "gronden: 5.1.2e;5.2.1."),
    "the word article": ("baar]{5.1.2e}", "baar]{artikel 5.1.2e}", "grond. Bedoelt u 5.1.2e?"),
    "art. for article": ("baar]{5.1.2e}", "baar]{art. 5.1.2e}", "grond. Bedoelt u 5.1.2e?"),
    "the word ground": ("baar]{5.1.2e}", "baar]{grond: 5.1.2e}", "grond. Bedoelt u 5.1.2e?"),
    "no number": ("aantal_bijlagen: 2", "aantal_bijlagen: twee", "Schrijf hier een getal"),
    "wrong count": ("aantal_bijlagen: 2", "aantal_bijlagen: 3", "staan er 2"),
    "bad reference": ("2024-0000999033", "2024_0000999033", "In een referentie staat een cijfer"),
    "unknown ground in a field": ("grond: 5.1.2e", "grond: 5.1.2z", "Onbekende weigeringsgrond."),
    "unknown column": ("- naam: Kamerbrief", "- naan: Kamerbrief", "Bedoelt u 'naam'?"),
    "alias": ("KNM-77", "&a KNM-77", "mogen niet in de kop"),
    "tag": ("KNM-77", "!!python/name:os.system KNM-77", "mogen niet in de kop"),
    "too deep": ("KNM-77", "[[[[[[x]]]]]]", "te diep genest"),
    "unclosed quote": ("KNM-77", '"KNM-77', "De kop is geen geldige YAML."),
    "mark at the head of a field": (
        "kenmerk: KNM-77",
        "kenmerk: [Hans]{5.1.2e}",
        "Schrijf {waarde: Jan Voorbeeld, grond: 5.1.2e}",
    ),
    "mark at the head of an item": (
        "  - Hoofd Leescultuur",
        "  - [Hans]{5.1.2e}",
        "Schrijf {waarde: Jan Voorbeeld, grond: 5.1.2e}",
    ),
    "half in quotes": (
        "kenmerk: KNM-77",
        "kenmerk: 'KNM' van nu",
        "Zet de hele waarde tussen dubbele",
    ),
    "half in double quotes": ("kenmerk: KNM-77", 'kenmerk: "KNM" van nu', "tussen enkele quotes"),
    "indented field": ("beslistermijn:", "  beslistermijn:", "Haal dan de spaties ervoor weg."),
    "field indented below a list": (
        "aantal_bijlagen:",
        "  aantal_bijlagen:",
        "spaties ervoor weg.",
    ),
    "field in an empty field": (
        "Tjitske Stilma\nsamengewerkt_met:",
        "\n  samengewerkt_met:",
        "van zichzelf",
    ),
    "first field indented": ("soort: nota", " soort: nota", "Haal dan de spaties ervoor weg."),
    "field without a space": ("kenmerk: KNM", "kenmerk:KNM", "met een spatie na de :"),
    "first field without a space": ("soort: nota", "soort:nota", "met een spatie na de :"),
    "only a dash": (
        "kenmerk: KNM-77",
        "kenmerk: -",
        "met een streepje begint, hoort tussen quotes",
    ),
    "text behind a block sign": ("kenmerk: KNM-77", "kenmerk: > tekst", "die met > of | begint"),
    "unknown ground": ("baar]{5.1.2e}", "baar]{5.1.9}", "Onbekende weigeringsgrond."),
    "exclusive grounds": ("baar]{5.1.2e}", "baar]{5.1.2e 5.1.5}", "kan niet samen"),
    "mark behind a footnote": (
        PARAGRAPH,
        "Tekst.[^9]{5.2.1}\n\n[^9]: Noot.",
        "tegen de voetnoot aan",
    ),
    "too much beside the text": (
        "samengewerkt_met: Directie Stilte\n",
        "samengewerkt_met:\n" + "".join(f"  - Directie {number}\n" for number in range(90)),
        "De kolom naast de tekst is te vol",
    ),
    "mark with a space": ("Onzichtbaar]{5.1.2e}", "Onzichtbaar] {5.1.2e}", "Haal de spatie weg"),
    "mark behind bare text": (PARAGRAPH, "Jan{5.1.2e} zei dat.", "niet te lezen"),
    "mark against the end": (PARAGRAPH, "Dat zei Jan.{5.1.2e}", "Zet een spatie voor"),
    "sign that nobody sees": (PARAGRAPH, "[Jan]\u200b{5.1.2e} zei.", "teken (U+200B)"),
    "mark in code": (PARAGRAPH, "`Jan {5.1.2e}` zei dat.", "niet te lezen"),
    "unclosed mark": (PARAGRAPH, "[Jan]{5.1.2e zei dat.", "Sluit het merkteken"),
    "mark that runs into the next": (PARAGRAPH, "[Jan]{5.1.2e [A]{5.1.2e}", "Sluit het merkteken"),
    "address behind a mark": (PARAGRAPH, "[Jan]{5.1.2e}(https://a.example)", "blijft leesbaar"),
    "ground with a space": (PARAGRAPH, "Jan zei dat. {5.1.2 e}", "Bedoelt u 5.1.2e?"),
    "character without a font": (PARAGRAPH, "Goed \U0001f600 zo.", "U+1F600 kan niet in een pdf"),
    "kind in a capital": ("soort: nota", "Soort: nota", "met een kleine letter"),
    "mark in a link": (PARAGRAPH, "[a [b]{5.1.2e}](https://x.example)", "Lak dan de hele link"),
    "mark above a heading": (PARAGRAPH, "{5.1.2e}\n\n### Kop\n\nTekst.", "achter de kop"),
    "mark above nothing": (PARAGRAPH, "- {5.1.2e}", "niets om te lakken"),
    "section twice": ("## Afstemming", "## communicatie:", "Dit onderdeel staat er twee keer."),
    "misspelt section": ("## Afstemming", "## Afsteming", "Bedoelt u 'Afstemming'?"),
    "generated section": ("## Afstemming", "## Bijlagen", "uit het veld 'bijlagen'"),
    "title as heading": ("## Afstemming", "# Afstemming", "Begin een onderdeel met ##."),
    "heading level skipped": (PARAGRAPH, "#### Diep\n\nTekst.", "slaat een niveau over"),
    "empty section": (PARAGRAPH, "### Leeg", "Onder deze kop staat geen tekst."),
    "link without text": (PARAGRAPH, "Zie [](https://x.example).", "Deze link heeft geen tekst."),
    "script link": (PARAGRAPH, "[x](javascript:alert(1))", "Een link begint met"),
    "picture without words": (PARAGRAPH, "![](a.png)", "Beschrijf de afbeelding"),
    "picture from above": (PARAGRAPH, "![a](../a.png)", "naast de brontekst"),
    "picture from anywhere": (PARAGRAPH, "![a](/etc/a.png)", "naast de brontekst"),
    "picture from the web": (PARAGRAPH, "![a](https://x.example/a.png)", "naast de brontekst"),
    "footnote without text": (PARAGRAPH, "Zie.[^7]", "heeft geen tekst. Schrijf [^7]"),
    "footnote without place": ("[^2]: Gesprek", "[^3]: Iets.\n[^2]: Gesprek", "niet verwezen"),
    "block without an end": (
        PARAGRAPH,
        "```\nregel\n\nMeer.",
        "wordt niet gesloten: alles hieronder",
    ),
    "block in a quotation without an end": (
        PARAGRAPH,
        "> ```\n> x\n\nMeer.",
        "wordt niet gesloten: het loopt door tot het eind van het citaat.",
    ),
    "block in an item without an end": (
        PARAGRAPH,
        "- ```\n  x\n\nMeer.",
        "wordt niet gesloten: het loopt door tot het eind van dit punt van de lijst.",
    ),
    "block in a footnote without an end": (
        "[^2]: Gesprek met",
        "[^2]: ```\n    x",
        "wordt niet gesloten: het loopt door tot het eind van de voetnoot.",
    ),
    "heading without a space": (PARAGRAPH, "##Kop {5.2.1}", "Zet een spatie achter ##"),
    "heading without a space in a text": (PARAGRAPH, "###Kop\nTekst.", "spatie achter ###"),
    "value over two lines": ("doel: bes", "en Ruimte\ndoel: bes", "Zet er twee spaties voor."),
    "space of Word": ("doel: besluit", "doel:\N{NO-BREAK SPACE}besluit", "een vaste spatie"),
    "quotes of Word": ("kenmerk: KNM-77", "kenmerk: “KNM: 77”", "Gebruik rechte quotes"),
    "month before the day": ("datum: 30 augustus 2024", "datum: 08/30/2024", "30 augustus 2024?"),
    "row without a field": ("  - naam: Rap", "  - Rap", "Zet er een veld voor"),
    "space in a file": (PARAGRAPH, "![Een kaart](mijn kaart.png)", "naam zonder spaties"),
    "space in an address": (PARAGRAPH, "[Kaart](https://a.nl/een kaart).", "Schrijf %20"),
    "too deep a list": (PARAGRAPH, "> " * 30 + "diep", "te diep genest"),
}


# What is told once, at the place of the mistake, and not a second time as missing.
ONCE = {
    "referentie: 2024": "refrentie: 2024",
    "actief_openbaar: Ja": "Nota actief openbaar: Ja",
    "doel: besluitvorming": "Doel: besluitvorming",
    "## Aanleiding": "## Aanleidng",
    "## Geadviseerd besluit": "# Geadviseerd besluit",
    PARAGRAPH: "```\nTekst [zonder slot]{5.1.2e}",
}


@pytest.mark.parametrize(("old", "new"), ONCE.items(), ids=ONCE.values())
def test_one_mistake_is_told_once(old: str, new: str) -> None:
    source = NOTA.replace(old, new, 1)
    found = [one for one in check(source) if one.severity is Severity.ERROR]
    assert [one.line for one in found] == [line_of(source, new)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[Kaart](https://a.nl "Een titel").', "komt niet in het stuk"),
        ("- Een punt.\n\n  Nog een alinea. {5.1.2e}", "alleen de laatste alinea van dit punt"),
        ("> Een alinea. {5.1.2e}\n>\n> Nog een.", "van dit citaat of deze voetnoot"),
        ("Zie.[^9]\n\n[^9]: Een. {5.1.2e}\n\n    Twee.", "van dit citaat of deze voetnoot"),
    ],
)
def test_what_may_not_be_meant_is_told(text: str, hint: str) -> None:
    found = [one for one in check(NOTA.replace(PARAGRAPH, text)) if hint in one.message]
    assert [one.severity for one in found] == [Severity.HINT]


def test_a_mark_on_a_line_of_its_own_takes_no_section_away() -> None:
    source = NOTA.replace("## Geadviseerd besluit", "{5.2.1}\n\n## Geadviseerd besluit")
    found = [one.message for one in check(source) if one.severity is Severity.ERROR]
    assert found == ["Zet dit merkteken achter de kop: ## Kop {5.1.2e}."]


@pytest.mark.parametrize(
    ("below", "hints"),
    [
        ("Een nieuwe alinea.", 1),
        ("  Een nieuwe zin van het punt.", 0),
        ("en nog meer bij het punt.", 0),
        ("\nEen nieuwe alinea.", 0),
    ],
)
def test_a_paragraph_against_a_list_is_told(below: str, hints: int) -> None:
    source = NOTA.replace(PARAGRAPH, f"- Eerst dit\n- Dan dat\n{below}")
    found = [one for one in check(source) if "achter het punt erboven" in one.message]
    assert [one.line for one in found] == [line_of(source, below)] * hints
    full = "- Een punt dat zo lang is dat de regel vol is en doorloopt op die van"
    source = NOTA.replace(PARAGRAPH, f"{full}\nAmsterdam en Rotterdam.")
    assert not any("achter het punt" in one.message for one in check(source))


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("• een\n• twee", 1),
        ("•\teen", 1),
        ("– een\n– twee", 1),
        ("-een\n-twee", 1),
        ("Drie dingen:\n1.een\n2.twee", 1),
        ("– Een zin die zo begint.", 0),
        ("-5 graden\n-7 graden", 0),
        ("1.250 euro\n1.300 euro", 0),
        ("- een\n- twee", 0),
    ],
)
def test_a_list_from_word_that_is_none_is_told(text: str, hints: int) -> None:
    source = NOTA.replace(PARAGRAPH, text)
    found = [one for one in check(source) if "nog geen lijst" in one.message]
    assert [one.severity for one in found] == [Severity.HINT] * hints


@pytest.mark.parametrize("name", BAD_NOTAS)
def test_an_error_comes_with_its_line(name: str) -> None:
    old, new, message = BAD_NOTAS[name]
    assert NOTA.count(old) >= 1
    source = NOTA.replace(old, new, 1)
    found = [one for one in check(source) if message in one.message]
    assert found, [one.message for one in check(source)]
    assert found[0].severity is Severity.ERROR
    # A quote that is not closed is noticed where the next one stands, or at the end.
    if name != "unclosed quote":
        assert found[0].line == line_of(source, new.lstrip("\n"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("99 821\n", "99821\n", "Schrijf het dossiernummer als 30 821"),
        ("99 821\n", "99 821-1\n", "Schrijf het dossiernummer als 30 821"),
        ("nummer: 238", "nummer: nr. 238", "Schrijf alleen het nummer"),
        ("2024–2025", "2023-2024", "hoort vergaderjaar 2024–2025"),
        ("2024–2025", "2024-2026", "hoort vergaderjaar 2024–2025"),
        ("27 september 2024", "16 september 2024", "hoort vergaderjaar 2023–2024"),
        (", naam: J.J.M. Verzonnen", "", "Vul de kolom 'naam' in."),
    ],
)
def test_a_kamerstuk_has_the_official_forms(old: str, new: str, message: str) -> None:
    found = check(KAMERSTUK.replace(old, new, 1))
    assert any(message in one.message for one in found)


@pytest.mark.parametrize("number", ["30 821", "34 300 VII", "36 410 J", "21 501-20"])
def test_dossier_numbers_that_exist_are_accepted(number: str) -> None:
    assert check(KAMERSTUK.replace("99 821\n", f"{number}\n", 1)) == ()


def test_a_required_section_is_asked_for() -> None:
    source = NOTA.replace("## Geadviseerd besluit", "### Tussenkop")
    assert "Het onderdeel 'Geadviseerd besluit' ontbreekt." in check(source)[0].message


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("Zie Kamerstukken II 30821 nr 216.", "Schrijf een verwijzing als"),
        ("Zie <b>dit</b>.", "HTML wordt niet uitgevoerd"),
        ("Hedwig Onzichtbaar belde.", "op een andere plek gemarkeerd"),
        ("Bel 06-99887766.", "op een andere plek gemarkeerd"),
    ],
)
def test_a_hint_does_not_stop(new: str, message: str) -> None:
    source = NOTA.replace(PARAGRAPH, new)
    (found,) = check(source)
    assert message in found.message
    assert (found.line, found.severity) == (line_of(source, new), Severity.HINT)


@pytest.mark.parametrize(
    "written",
    [
        "Kamerstukken II 2023/24, 30 821, nr. 216",
        "Kamerstuk 30 821, nr. 216",
        "Kamerstukken 34 300 VII, nr. 60",
        "de Kamerstukken in het dossier",
    ],
)
def test_references_in_the_fixed_forms_are_accepted(written: str) -> None:
    assert check(NOTA.replace(PARAGRAPH, f"Zie {written}.")) == ()


@pytest.mark.parametrize(
    "text", ["", "geen kop", "---\nsoort: nota\n", "---\n- a\n---\n", "---\n---"]
)
def test_something_that_is_no_source_is_explained(text: str) -> None:
    assert [one.severity for one in check(text)][:1] == [Severity.ERROR]


def test_messages_hold_no_text_of_the_document() -> None:
    source = NOTA.replace("kenmerk:", "Geheimstra:").replace(
        "Onzichtbaar]{5.1.2e}", "Onzichtbaar] {5.9}"
    )
    assert check(source)
    assert not any("Geheimstra" in one.message or "Onzicht" in one.message for one in check(source))


HINTS = {
    "a mark between two pieces": ("> Een.\n\n{5.2.1}\n\nTwee.", "lakt de alinea eronder"),
    "a marked name in a description": (
        "[Kolibrie]{5.1.2b}\n\n![Foto van Kolibrie](kaart.png)",
        "op een andere plek gemarkeerd",
    ),
    "a list with letters": ("Het gaat om:\nA. het adres;\nB. de datum.", "met een letter"),
    "crossed out": ("Dat is ~~oud~~ nieuw.", "Doorhalen kan niet"),
    "raised with signs": ("Een vlak van 5 m^2^.", "Deze dakjes worden afgedrukt"),
    "box to tick": ("- [ ] Bel de Kamer.", "Een afvinklijst kan niet"),
    "bold for a heading": ("**Stand van zaken**", "Is dit een kop?"),
    "a table that is too wide": (
        f"|{'a|' * 40}\n|{'--|' * 40}\n|{'12345|' * 40}",
        "te breed voor de bladzijde",
    ),
    "a table of which the black blocks do not fit": (
        f"|{' A |' * 24}\n|{'--|' * 24}\n|{' [a]{5.1.2e} |' * 24}",
        "In de openbare versie is deze tabel te breed",
    ),
    "a wide table in a list": (
        f"- Punt:\n\n  |{'a|' * 20}\n  |{'--|' * 20}\n  |{'12345|' * 20}",
        "zet de tabel buiten de lijst",
    ),
    "numbers that skip": ("1. Een.\n3. Drie.\n7. Zeven.", "Hier komt 2 te staan, niet 3"),
    "a text behind four spaces": ("    De Kamer praat erover.", "komt in een grijs blok"),
    "a text behind a tab": ("\tDe Kamer praat erover.", "komt in een grijs blok"),
    "a place to fill in": ("Dat kost [bedrag] euro.", "nog niet ingevuld"),
    "pro memorie": ("De kosten zijn PM.", "nog niet ingevuld"),
    "something to do": ("TODO: cijfers van 2025.", "nog niet ingevuld"),
    "spaces that were lost": (
        "Lees dit: " + 9 * "zonderspaties" + ".",
        "Dit woord heeft 117 letters",
    ),
    "dots": ("Het besluit valt op ......", "nog niet ingevuld"),
    "an attachment of ours": ("Bijlage 5 bij deze brief noemt dat.", "Voeg bijlage 5 toe"),
}


def test_what_lies_too_deep_hides_nothing_else() -> None:
    source = NOTA.replace(PARAGRAPH, "\n".join("  " * depth + "- x" for depth in range(15)))
    found = [one.message for one in check(source) if one.severity is Severity.ERROR]
    assert found == ["De tekst is te diep genest. Zet minder lijsten of citaten in elkaar."]


def test_a_mark_ends_with_its_paragraph() -> None:
    source = NOTA.replace(PARAGRAPH, "[Jan zei.\n\nPiet zei.]{5.1.2e}")
    assert any("loopt niet over een alinea" in one.message for one in check(source))


def test_a_field_of_another_kind_is_not_used() -> None:
    found = check(NOTA.replace("kenmerk: KNM-77", "dossiertitel: Nationale proef"))
    assert [one.severity for one in found if "'dossiertitel'" in one.message] == [Severity.HINT]
    assert not [one for one in found if one.severity is Severity.ERROR]


def test_hints_about_language_can_be_left_out() -> None:
    source = parse(NOTA.replace(PARAGRAPH, "De brief wordt verstuurd."))
    folders = template_folders(None)
    told = {one.message for one in check_source(source, folders)}
    without = {one.message for one in check_source(source, folders, language=False)}
    assert any("lijdend" in one for one in told - without)


@pytest.mark.parametrize("name", HINTS)
def test_what_could_surprise_is_hinted_at(name: str) -> None:
    text, message = HINTS[name]
    found = check(NOTA.replace(PARAGRAPH, text))
    assert [one.severity for one in found if message in one.message] == [Severity.HINT]


@pytest.mark.parametrize(
    "text",
    [
        "Zie:\n\n{5.2.1}\n\n| a |\n|---|\n| b |",
        "Bijlage 5 bij het verdrag noemt dat.",
        "Het geld komt op NL20 INGB 0001 2345 67 te staan.",
        "De uitstoot van PM10 en PM 2,5 daalt, zegt men [sic]. En toen... ja.",
        "Een.\n\n## Bijlage A - Cijfers\n\nTwee.",
        "1. Een.\n1. Twee.\n1. Drie.",
        "1. Een.\n2. Twee.\n\nDaarna:\n\n3. Drie.\n4. Vier.",
        "```\nEen blok.\n```",
        "Het gaat om\na. het adres.",
        "Zie Kamerstukken II 2023/24, 30 821, nr. 216, bijlage 5.",
    ],
)
def test_what_is_clear_gets_no_hint(text: str) -> None:
    assert check(NOTA.replace(PARAGRAPH, text)) == check(NOTA)


@pytest.mark.parametrize(
    "above", ["### Deel", "```\nx\n```", "| a |\n|---|\n| b |", "- Een.\n\n      code"]
)
def test_a_mark_right_below_something_is_refused(above: str) -> None:
    source = NOTA.replace(PARAGRAPH, f"{above}\n{{5.2.1}}\n\nEen.")
    found = [one for one in check(source) if "een lege regel boven" in one.message]
    assert [(one.line, one.severity) for one in found] == [
        (line_of(source, "{5.2.1}\n\nEen."), Severity.ERROR)
    ]


TWICE = "Zet alle gronden in één merkteken"
TWO_MARKS = (
    "[Jan]{5.1.2e}{5.2.1} belde.",
    "**Jan**{5.1.2e}{5.2.1} belde.",
    "Jan belde. {5.1.2e} {5.2.1}",
    "Jan belde. {5.1.2e}{5.2.1}",
    "**[Jan]{5.1.2e}**{5.2.1} belde.",
    "[**[Jan]{5.1.2e}**]{5.2.1} belde.",
    "[*[Jan]{5.1.2e}*]{5.2.1} belde.",
    "{5.1.2e}\n\n**[Jan]{5.2.1}**",
    "[Jan]{5.1.2e}\n{5.2.1}",
    "Jan belde. {5.1.2e}\n{5.2.1}",
    "**Jan** belde **op** {5.1.2e}\n{5.2.1}",
    "{5.1.2e}\n{5.2.1}\nJan belde.",
    "{5.1.2e} Jan belde. {5.2.1}",
    "[Jan]{5.1.2e} {5.2.1}",
    "{5.1.2e}\n\n{5.2.1}\n\nJan belde.",
    "{5.1.2e}\n\nJan belde. {5.2.1}",
    "### Kop {5.1.2e} {5.2.1}\n\nJan belde.",
    "| Naam |\n|---|\n| [Jan]{5.1.2e} {5.2.1} |",
)


@pytest.mark.parametrize("text", TWO_MARKS)
def test_two_marks_on_one_text_are_an_error(text: str) -> None:
    found = [one for one in check(NOTA.replace(PARAGRAPH, text)) if TWICE in one.message]
    assert [one.severity for one in found] == [Severity.ERROR]


@pytest.mark.parametrize("text", TWO_MARKS)
def test_of_two_marks_nothing_else_is_said(text: str) -> None:
    found = check(NOTA.replace(PARAGRAPH, text))
    assert not any("niet te lezen" in one.message for one in found)


def test_many_marks_behind_one_word_are_one_error_at_the_second() -> None:
    source = NOTA.replace(PARAGRAPH, "**Jan**" + "{5.1.2e}" * 400)
    (found,) = check(source)
    assert found.message.startswith(TWICE)
    assert (found.line, found.column) == (line_of(source, "**Jan**"), len("**Jan**{5.1.2e}{") + 1)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("'[Jan]{5.1.2e}{5.2.1}'", TWICE),
        ("{waarde: '[Jan]{5.1.2e}', grond: 5.2.1}", "grond: 5.1.2e;5.2.1}."),
    ],
)
def test_two_marks_on_one_value_are_an_error(written: str, message: str) -> None:
    found = check(NOTA.replace("KNM-77", written))
    assert [one.severity for one in found if message in one.message] == [Severity.ERROR]


@pytest.mark.parametrize(
    "text", ["Met [Jan]{5.1.2e} besproken. {5.2.1}", "[Jan belde]{5.1.2e;5.2.1}."]
)
def test_a_mark_in_a_mark_is_in_order(text: str) -> None:
    assert not any(TWICE in one.message for one in check(NOTA.replace(PARAGRAPH, text)))


NO_MARK = "Dit is geen merkteken"


@pytest.mark.parametrize(
    ("text", "severity", "mark"),
    [
        ("[Advies is negatief] [5.2.1]", Severity.HINT, "[tekst]{5.2.1}"),
        ("[Advies] (5.1.2e, 5.2.1) volgt.", Severity.HINT, "[tekst]{5.1.2e;5.2.1}"),
        ("Het advies is negatief 5.2.1", Severity.HINT, "[tekst]{5.2.1}"),
        ("Bel Jan (5.1.2e) hierover.", Severity.HINT, "[tekst]{5.1.2e}"),
        ("[Advies](5.2.1) volgt.", Severity.ERROR, "[tekst]{5.2.1}"),
        ("[Advies][5.2.1] volgt.", Severity.ERROR, "[tekst]{5.2.1}"),
    ],
)
def test_a_ground_that_is_no_mark_is_pointed_out(text: str, severity: Severity, mark: str) -> None:
    found = check(NOTA.replace(PARAGRAPH, text))
    assert [one.severity for one in found if NO_MARK in one.message] == [severity]
    assert any(mark in one.message for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Dit volgt uit artikel 5.1, tweede lid, onder e, en artikel 5.1.2e van de Woo.",
        "Op grond van 5.1.2e en 5.2.1 blijft dit weg. Zie paragraaf 5.2.1 en tabel 5.1.4.",
        "### 5.2.1 Methode\n\nWij gebruiken 15.2.1, 5.2.10 en v5.2.1.",
        "| Document | Grond |\n|---|---|\n| Brief | 5.1.2e |",
    ],
)
def test_a_ground_that_is_cited_gets_no_hint(text: str) -> None:
    assert check(NOTA.replace(PARAGRAPH, text)) == check(NOTA)


def test_where_grounds_are_explained_they_are_cited() -> None:
    source = NOTA.replace("Namen van medewerkers zijn", "Namen (5.1.2e) en meningen (5.2.1) zijn")
    assert check(source) == check(NOTA)


def test_a_besluit_cites_grounds_and_a_mark_in_it_is_still_one() -> None:
    example = example_source("woo-besluit")
    cited = example.replace("## Zienswijzen\n", "## Zienswijzen\n\nNamen zijn weg (5.1.2e).\n", 1)
    marked = example.replace("## Zienswijzen\n", "## Zienswijzen\n\n[Advies] (5.2.1).\n", 1)
    assert not any(NO_MARK in one.message for one in check(cited))
    assert any(NO_MARK in one.message for one in check(marked))


@pytest.mark.parametrize(
    "text",
    [
        "{5.2.1}\n\n> Jan (5.1.2e) belt.",
        "- Jan (5.1.2e) belt. {5.2.1}\n\n  En Piet (5.1.2e) ook.",
        "Wij bellen **[Jan (5.1.2e)]{5.1.2e}** op.",
        "### Deel {5.2.1}\n\nJan (5.1.2e) belt.",
        "Wij bellen [hem[^9]]{5.1.2e}.\n\n[^9]: Namelijk Jan (5.1.2e).",
    ],
)
def test_nothing_is_said_of_a_ground_in_what_is_marked(text: str) -> None:
    assert not any(NO_MARK in one.message for one in check(NOTA.replace(PARAGRAPH, text)))


def test_a_stray_brace_does_not_hide_a_ground_that_is_no_mark() -> None:
    source = NOTA.replace(PARAGRAPH, "De set {a en b) en de heer Jansen (5.1.2e) belt.")
    (found,) = (one for one in check(source) if NO_MARK in one.message)
    assert (found.line, found.column) == (line_of(source, "De set {"), 36)


@pytest.mark.parametrize(
    "line",
    [
        "[Jansen]: 5.1.2e",
        "[Jansen]: {5.1.2e}",
        "[Jansen]: (5.1.2e)",
        "[Jansen]: advies (5.1.2e)",
        "[Jansen]: https://www.example.nl/\n[Jansen]: 5.1.2e",
        "> [Jansen]: 5.1.2e",
    ],
)
def test_a_ground_as_an_address_takes_its_line_out_of_the_text(line: str) -> None:
    source = NOTA.replace(PARAGRAPH, f"{PARAGRAPH}\n\n{line}")
    (found,) = (one for one in check(source) if one.severity is Severity.ERROR)
    assert "de hele regel valt weg" in found.message
    assert found.line == line_of(source, line) + line.count("\n")


def test_a_line_that_markdown_takes_for_an_unused_address_is_told() -> None:
    source = NOTA.replace(PARAGRAPH, f"{PARAGRAPH}\n\n[Besluit]: akkoord")
    (found,) = (one for one in check(source) if one.severity is Severity.ERROR)
    assert "Deze regel valt weg uit het stuk" in found.message
    assert found.line == line_of(source, "[Besluit]: akkoord")


@pytest.mark.parametrize("link", ["[De Brug]", "[tekst][de brug]", "[tekst][De\nbrug]"])
def test_an_address_that_a_link_uses_is_none_of_that(link: str) -> None:
    address = "[de brug]: https://www.example.nl/"
    source = NOTA.replace(PARAGRAPH, f"{PARAGRAPH} Zie {link}.\n\n{address}")
    assert not any("valt weg" in one.message for one in check(source))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tjitske Stilma", "Tjitske Stilma (5.1.2e)"),
        ("KNM-77", "{waarde: 'Jan (5.1.2e)', grond: 5.1.2e}"),
        ("KNM-77", "'[Jan (5.1.2e)]{5.1.2e}'"),
        ("Offerte van", "Offerte (5.1.2f) van"),
    ],
)
def test_nothing_is_said_of_a_ground_in_a_value_that_goes(old: str, new: str) -> None:
    assert not any(NO_MARK in one.message for one in check(NOTA.replace(old, new, 1)))


def test_a_ground_behind_a_value_is_no_mark() -> None:
    found = check(NOTA.replace("Hoofd Leescultuur", "Jan Proef (5.1.2e)"))
    assert any("{waarde: tekst, grond: 5.1.2e}" in one.message for one in found)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    informatie: {waarde: O", "     informatie: {waarde: O", "even ver inspringen"),
        ("kenmerk: KNM-77", "kenmerk: KNM: 77", "tekst met een dubbele punt tussen quotes"),
        ("- naam: Kamerbrief", "- naam: Kamer: brief", "tekst met een dubbele punt tussen quotes"),
    ],
)
def test_what_belongs_to_a_value_is_not_taken_for_a_field(old: str, new: str, message: str) -> None:
    (found,) = (one for one in check(NOTA.replace(old, new, 1)) if "YAML" in one.message)
    assert message in found.message


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize(
    "head", ["# regel een{}{{soort: nota}} x", "soort: nota\ntitel: Een{}twee"]
)
def test_a_line_end_that_nobody_sees_is_one_error_at_its_place(head: str, sign: str) -> None:
    found = check(f"---\n{head.format(sign)}\n---\n\nTekst\n")[0]
    written = head.format(sign).split("\n")
    assert found.message == f"Hier staat een onzichtbaar teken (U+{ord(sign):04X}). Haal het weg."
    assert (found.line, found.column) == (len(written) + 1, written[-1].index(sign) + 1)


EXPLANATION = "### Motivering\n\nNamen van medewerkers zijn weggelaten."


@pytest.mark.parametrize(
    "said",
    [
        "Geen.",
        "Geen",
        "Geen, alles is openbaar.",
        "Er is niets weggelaten.",
        "### Motivering\n\nN.v.t.",
        "- Geen informatie.",
        "De nota bevat geen informatie die niet openbaar kan worden.",
        "De nota is geheel openbaar.",
    ],
)
def test_who_says_that_nothing_is_left_out_is_told_of_the_marks(said: str) -> None:
    found = check(NOTA.replace(EXPLANATION, said))
    assert [one.severity for one in found] == [Severity.HINT]
    assert "niets is weggelaten" in found[0].message
    assert found[0].line == line_of(NOTA, EXPLANATION) + said.count("\n")


@pytest.mark.parametrize(
    "said",
    [
        "Geen namen van ambtenaren. Wel hun functies.",
        "De namen van medewerkers.",
        "Geen persoonsgegevens van medewerkers zijn openbaar.",
        "Geen informatie over medewerkers is openbaar.",
        "Geen bijzonderheden",
    ],
)
def test_who_says_what_is_left_out_gets_no_hint(said: str) -> None:
    assert check(NOTA.replace(EXPLANATION, said)) == check(NOTA)


def test_who_marks_nothing_may_say_so() -> None:
    said = UNMARKED + "\n## Informatie die niet openbaar gemaakt kan worden\n\nGeen.\n"
    assert check(said) == check(UNMARKED) == ()


TO_THE_END = "laatste alinea voor de ondertekening"
ENDS = "Ter zake.\n\n## Advies {5.2.1}\n\nNiet doen.\n\n"


def test_a_marked_section_that_takes_the_end_of_a_letter_along_is_pointed_out() -> None:
    source = letter(f"{ENDS}Ik stuur u snel een brief.\n\nHoogachtend,")
    found = [one for one in check(source) if TO_THE_END in one.message]
    assert [(one.line, one.severity) for one in found] == [
        (line_of(source, "## Advies"), Severity.HINT)
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"{ENDS}Hoogachtend,",
        f"{ENDS}Ik stuur u snel een brief. {{5.2.1}}\n\nHoogachtend,",
        f"{ENDS}- Een.\n- Twee.\n\nHoogachtend,",
        f"{ENDS}## Slot\n\nIk stuur u snel een brief.\n\nHoogachtend,",
    ],
)
def test_a_marked_section_that_ends_in_time_gets_no_hint(body: str) -> None:
    assert not any(TO_THE_END in one.message for one in check(letter(body)))


@pytest.mark.parametrize("kind", KINDS)
def test_two_sources_in_one_file_are_one_error(kind: str) -> None:
    first = example_source(kind)
    (found,) = check(first + NOTA)
    assert "Hier begint een tweede kop" in found.message
    assert (found.line, found.column) == (first.count("\n") + 1, 1)


def test_a_head_that_was_pasted_twice_is_one_error() -> None:
    head = UNMARKED[: UNMARKED.index("\n## ")]
    (found,) = check(head + UNMARKED)
    assert (found.line, found.message[:26]) == (head.count("\n") + 1, "Hier begint een tweede kop")


@pytest.mark.parametrize(
    "text",
    [
        "```x``` is een code.",
        "~~~\n```\n~~~",
        "````\n```\n````",
        "- ```\n  ~~~\n  ```",
        "- Een.\n\n      ~~~",
    ],
)
def test_a_second_head_is_found_below_any_code(text: str) -> None:
    first = f"{UNMARKED}\n{text}\n\n"
    (found,) = check(first + NOTA)
    assert (found.line, found.message[:26]) == (first.count("\n") + 1, "Hier begint een tweede kop")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nsoort: zo.\n\nTekst.",
        "```\n---\nsoort: nota\n---\n```",
        "~~~\n```\n---\nsoort: nota\n---\n~~~",
        "---\nTekst: zo.",
    ],
)
def test_a_divider_or_an_example_is_no_second_head(text: str) -> None:
    source = f"{UNMARKED}\nTekst.\n\n{text}\n"
    assert not any("tweede kop" in one.message for one in check(source))


CUT = "Wat achter # staat"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kenmerk: KNM-77", "kenmerk: Motie Jansen # 12"),
        ("  - Hoofd Leescultuur", "  - Hoofd Leescultuur #2"),
        ("  - naam: Kamerbrief", "  - naam: Kamerbrief # 12"),
    ],
)
def test_text_that_yaml_takes_for_a_comment_is_pointed_out(old: str, new: str) -> None:
    source = NOTA.replace(old, new, 1)
    (found,) = check(source)
    assert CUT in found.message
    assert (found.line, found.severity) == (line_of(source, new), Severity.HINT)
    assert found.column == new.index("#") + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kenmerk: KNM-77", "# Een tweede kenmerk.\nkenmerk: KNM#77"),
        ("kenmerk: KNM-77", "kenmerk: 'Motie # 12'  # in quotes"),
        ("doel: besluitvorming", "doel: besluitvorming # of informatie"),
        ("datum: 30 augustus 2024", "datum: 30 augustus 2024 # vrijdag"),
        ("  - Hoofd Leescultuur", "  # Eerst het hoofd.\n  - Hoofd Leescultuur"),
        ("grond: 5.1.2f}\n", "grond: 5.1.2f} # prijs\n"),
    ],
)
def test_a_comment_in_the_head_gets_no_hint(old: str, new: str) -> None:
    assert not any(CUT in one.message for one in check(NOTA.replace(old, new, 1)))


def moved(source: str, title: str, before: str) -> str:
    """The source with a section at another place: above the section ``before``, or at the end."""
    start = source.index(f"## {title}\n")
    end = source.find("\n## ", start) + 1 or len(source)
    section = f"{source[start:end].rstrip()}\n\n"
    rest = source[:start] + source[end:]
    place = rest.index(f"## {before}\n") if before else len(rest)
    return f"{rest[:place].rstrip()}\n\n{section}{rest[place:]}"


@pytest.mark.parametrize(
    ("title", "before", "message"),
    [
        ("Bezwaarclausule", "Besluit", "achter 'Afschrift aan belanghebbenden'"),
        ("Bezwaarclausule", "Uw Woo-verzoek", "achter 'Afschrift aan belanghebbenden'"),
        ("Bijlage 2: inventarislijst", "Besluit", "achter 'Afschrift aan belanghebbenden'"),
        ("Besluit", "", "voor 'Bezwaarclausule'"),
        ("Besluit", "Bijlage 1: artikelen uit de Woo", "voor 'Bezwaarclausule'"),
    ],
)
def test_no_section_comes_below_the_signature_by_its_place(
    title: str, before: str, message: str
) -> None:
    source = moved(example_source("woo-besluit"), title, before)
    (found,) = check(source)
    assert "onder de ondertekening" in found.message
    assert message in found.message
    assert (found.line, found.severity) == (line_of(source, f"## {title}\n"), Severity.ERROR)


@pytest.mark.parametrize(
    ("title", "before", "message"),
    [
        ("Besluit", "Uw Woo-verzoek", "achter 'Zienswijzen'"),
        ("Wijze van bekendmaking", "Wettelijk kader", "achter 'Overwegingen'"),
        ("Plaatsing op het internet", "Wettelijk kader", "achter 'Wijze van bekendmaking'"),
        ("Uw Woo-verzoek", "Bezwaarclausule", "voor 'Verloop van de procedure'"),
    ],
)
def test_one_section_out_of_place_gets_one_hint(title: str, before: str, message: str) -> None:
    source = moved(example_source("woo-besluit"), title, before)
    (found,) = check(source)
    assert found.message == f"Dit onderdeel staat meestal {message}."
    assert (found.line, found.severity) == (line_of(source, f"## {title}\n"), Severity.HINT)


def test_another_order_of_sections_does_not_stop() -> None:
    source = NOTA.replace("## Afstemming", "## Financiële overwegingen")
    (found,) = check(source)
    assert "staat meestal voor 'Communicatie'" in found.message
    assert (found.line, found.severity) == (
        line_of(source, "## Financiële overwegingen"),
        Severity.HINT,
    )
