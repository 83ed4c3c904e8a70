"""``dossier.toml``: who publishes what, for which request."""

import tomllib
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from woo.errors import InputError
from woo.reference.organisations import organisation
from woo.text.toml import place_of

TEMPLATE = """\
# Instellingen van dit dossier. Pas aan wat nodig is; een onbekend veld is een fout.

titel = {title}
zaaknummer = {case_number}

# De organisatie die openbaar maakt, met de afkorting van TOOI: BZK, VWS, JenV, ...
organisatie = {organisation}

# Informatiecategorie van DiWoo: 014 is "Woo-verzoeken en -besluiten", 007 is "vergaderstukken
# Staten-Generaal".
informatiecategorie = {category}

# Waar de documenten komen te staan. Elke bestandsnaam komt hier achter.
webadres = "https://open.overheid.example/{slug}"

# De datum die op het verzoek staat, die van ontvangst, en die van het besluit.
# verzoekdatum = 2024-08-30
{received}
{decided}

# Wie het besluit ondertekent: eerst het ambt, dan de naam.
# ondertekenaar_ambt = "De Minister van Binnenlandse Zaken en Koninkrijksrelaties"
# ondertekenaar_naam = ""
"""


# What each field takes, for who wrote something else.
_TAKES = {
    "titel": "Geef een titel van hoogstens 500 tekens.",
    "zaaknummer": "Geef 2 tot 100 tekens, zonder komma of puntkomma.",
    "organisatie": 'Geef een afkorting tussen aanhalingstekens, zoals "BZK".',
    "informatiecategorie": 'Geef een nummer tussen aanhalingstekens, van "001" tot en met "018".',
    "webadres": "Geef een adres dat begint met https://, zonder spaties.",
    "verzoekdatum": "Geef jaar, maand en dag, zoals 2024-08-30.",
    "ontvangen": "Geef jaar, maand en dag, zoals 2024-09-02.",
    "besluitdatum": "Geef jaar, maand en dag, zoals 2024-09-27.",
    "ondertekenaar_ambt": "Zet de tekst tussen aanhalingstekens.",
    "ondertekenaar_naam": "Zet de tekst tussen aanhalingstekens.",
}


class Settings(BaseModel):
    """The settings of a dossier, named in Dutch because its users write them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titel: str = Field(min_length=1, max_length=500)
    # open.minvws splits on commas and semicolons, and wants two characters.
    zaaknummer: str = Field(min_length=2, max_length=100, pattern=r"^[^,;\n]+$")
    organisatie: str = Field(min_length=1)
    informatiecategorie: str = Field(default="014", pattern=r"^0(0[1-9]|1[0-8])$")
    webadres: str = Field(pattern=r"^https://[^\s]+$")
    verzoekdatum: date | None = None
    ontvangen: date | None = None
    besluitdatum: date | None = None
    ondertekenaar_ambt: str = ""
    ondertekenaar_naam: str = Field(default="", repr=False)


def load_settings(path: Path) -> Settings:
    """Read ``dossier.toml``. Raises InputError that names the line or field and what to write."""
    try:
        return parse_settings(path.read_text("utf-8"))
    except FileNotFoundError:
        raise InputError(
            "Hier is geen dossier.", "Ga naar de map van het dossier, of maak er een met 'woo new'."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise InputError("dossier.toml is niet te lezen.", "Sla het op als UTF-8.") from None


def parse_settings(text: str, wrong: str = "dossier.toml klopt niet.") -> Settings:
    """The settings in the text of ``dossier.toml``. Raises InputError as ``load_settings``.

    ``wrong`` is how the error begins when a field does not hold what it should.
    """
    try:
        settings = Settings.model_validate(tomllib.loads(text))
        organisation(settings.organisatie)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"dossier.toml is niet te lezen bij {place_of(error)}.", "Herstel die regel."
        ) from None
    except ValidationError as error:
        raise InputError(wrong, _explain(error)) from None
    _check_days(settings, wrong)
    return settings


def _check_days(settings: Settings, wrong: str) -> None:
    """A request is written, comes in, and is decided on, in this order."""
    names = ("verzoekdatum", "ontvangen", "besluitdatum")
    filled = [(name, day) for name in names if (day := getattr(settings, name))]
    for (earlier, first), (later, second) in pairwise(filled):
        if first > second:
            advice = (
                f"De datum bij '{later}' ligt voor die bij '{earlier}'. Pas een van de twee aan."
            )
            raise InputError(wrong, advice)


def _explain(error: ValidationError) -> str:
    return " ".join(
        _explain_one(str(problem["loc"][0]), problem["type"]) for problem in error.errors()
    )


def _explain_one(name: str, kind: str) -> str:
    if kind == "extra_forbidden":
        near = get_close_matches(name, Settings.model_fields, n=1)
        return f"Onbekend veld '{name}'." + (f" Bedoelt u '{near[0]}'?" if near else "")
    if kind == "missing":
        return f"Het veld '{name}' ontbreekt."
    return f"Het veld '{name}' heeft een ongeldige waarde. {_TAKES[name]}"
