"""The value lists of DiWoo, the metadata that the Woo-index reads."""

from dataclasses import dataclass
from functools import cache

from woo.model.record import DocumentType
from woo.reference.choices import unknown_choice
from woo.reference.organisations import all_organisations
from woo.reference.tables import load_table


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an official list: its address and the label that belongs to it."""

    uri: str
    label: str


def version() -> str:
    """The version of DiWoo that the lists belong to."""
    return str(load_table("diwoo")["version"])


@cache
def value_list(element: str) -> dict[str, str]:
    """The label by address of everything that may stand in this DiWoo element."""
    if element == "publisher":
        return {one.uri: one.label for one in all_organisations().values()}
    facts = load_table("diwoo")["lists"][element]
    return {facts["base"] + key: label for key, label in facts["values"].items()}


@cache
def categories() -> dict[str, Value]:
    """The informatiecategorieën by number: ``014`` is Woo-verzoeken en -besluiten."""
    numbers: dict[str, str] = load_table("diwoo")["categories"]
    return {number: _value("informatiecategorie", key) for number, key in numbers.items()}


def category(number: str) -> Value:
    """The informatiecategorie with this number, or InputError with the ones there are."""
    known = categories()
    if number not in known:
        choices = [f"{code} ({value.label})" for code, value in known.items()]
        raise unknown_choice("Onbekende informatiecategorie", number, choices)
    return known[number]


def document_type_value(document_type: DocumentType) -> Value:
    """The documentsoort: ``besluit`` gives ``beslissing op Wob-/Woo-verzoek``."""
    key = load_table("diwoo")["document_types"][document_type.value]["documentsoort"]
    return _value("documentsoort", key)


def handling_value(document_type: DocumentType | None) -> Value:
    """The soort handeling that made such a document final; vaststelling when not known."""
    table = load_table("diwoo")
    if document_type is None:
        return _value("soortHandeling", table["standard"]["handeling"])
    return _value("soortHandeling", table["document_types"][document_type.value]["handeling"])


def language_value() -> Value:
    """Dutch."""
    return _value("language", load_table("diwoo")["standard"]["language"])


def format_value() -> Value:
    """PDF: what the program publishes."""
    return _value("format", load_table("diwoo")["standard"]["format"])


def attachment_value() -> Value:
    """The relation *heeft bijlage*."""
    return _value("role", load_table("diwoo")["standard"]["attachment"])


def reference_value() -> Value:
    """The relation *verwijst naar*."""
    return _value("role", load_table("diwoo")["standard"]["reference"])


def _value(element: str, key: str) -> Value:
    uri = load_table("diwoo")["lists"][element]["base"] + key
    return Value(uri, value_list(element)[uri])
