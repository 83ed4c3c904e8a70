"""Read a policy: ``policy.toml`` of a dossier, or the default that ships with the package."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from woo.errors import InputError
from woo.model.finding import Category, Role
from woo.model.ground import Ground
from woo.model.person import HIGHEST_RANK
from woo.model.policy import Policy, Rule
from woo.reference.grounds import ground
from woo.review.box_style import BoxTable, box_style
from woo.text.matcher import is_searchable
from woo.text.nearest import did_you_mean
from woo.text.toml import place_of


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _RuleTable(_Strict):
    category: str
    role: str | None = None
    rank_from: int | None = Field(default=None, ge=1, le=HIGHEST_RANK)
    rank_to: int | None = Field(default=None, ge=1, le=HIGHEST_RANK)
    function: tuple[str, ...] = ()
    named_with_function: bool = False
    redact: bool
    ground: str | None = None


class _Stay(_Strict):
    names: tuple[str, ...] = Field(default=(), repr=False)


class _Go(_Strict):
    terms: tuple[str, ...] = Field(default=(), repr=False)
    ground: str = "5.1.2e"


class _Signature(_Strict):
    redact: bool = True
    ground: str = "5.1.2e"


class _PolicyFile(_Strict):
    name: str = Field(min_length=1)
    stay: _Stay = _Stay()
    go: _Go = _Go()
    signature: _Signature = _Signature()
    box: BoxTable = BoxTable()
    rule: tuple[_RuleTable, ...]


def load_policy(path: Path | None) -> Policy:
    """The policy in this file, or the default one for None.

    Raises InputError that names the rule and what to write: for a file that is no TOML, an unknown
    field, category, role or ground, and for a policy that leaves something undecided.
    """
    try:
        values = tomllib.loads(_text(path))
        table = _PolicyFile.model_validate(values)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"Het beleid is niet te lezen bij {place_of(error)}.", "Herstel die regel."
        ) from None
    except ValidationError as error:
        raise InputError("Het beleid klopt niet.", _explain(error)) from None
    rules = tuple(_rule(number, rule) for number, rule in enumerate(table.rule, start=1))
    policy = Policy(
        name=table.name,
        rules=rules,
        stay=_searchable("stay", table.stay.names),
        go=_searchable("go", table.go.terms),
        go_ground=_ground("go", table.go.ground),
        signature=_ground("signature", table.signature.ground) if table.signature.redact else None,
        box=box_style(table.box),
    )
    _check_complete(policy)
    return policy


def _text(path: Path | None) -> str:
    if path is None:
        return resources.files("woo.reference").joinpath("policy.toml").read_text("utf-8")
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError("Het beleid is niet te lezen.", "Geef een policy.toml in UTF-8.") from None


def _rule(number: int, table: _RuleTable) -> Rule:
    where = f"regel {number}"
    if table.redact and table.ground is None:
        raise InputError(f"Beleid, {where}: er ontbreekt een grond.", "Voeg toe: ground = …")
    _check_standing(where, table)
    return Rule(
        category=_member(Category, table.category, where),
        role=None if table.role is None else _member(Role, table.role, where),
        rank_from=table.rank_from,
        rank_to=table.rank_to,
        functions=table.function,
        named_with_function=table.named_with_function,
        redact=table.redact,
        ground=_ground(where, table.ground) if table.ground else None,
    )


def _check_standing(where: str, table: _RuleTable) -> None:
    """What a rule says of rank and function must be able to fit somebody."""
    if table.rank_from and table.rank_to and table.rank_from > table.rank_to:
        raise InputError(
            f"Beleid, {where}: rank_from is hoger dan rank_to.", "Wissel de twee schalen om."
        )
    if "function" in table.model_fields_set and not table.function:
        raise InputError(
            f"Beleid, {where}: function noemt geen functie.", "Noem er een, of haal het veld weg."
        )
    if table.named_with_function and not table.function:
        raise InputError(
            f"Beleid, {where}: named_with_function zonder functie.",
            'Voeg toe: function = ["…"]',
        )
    if not all(map(is_searchable, table.function)):
        raise InputError(f"Beleid, {where}: een functie zonder letters.", "Haal die weg.")


def _member(kind: type[Any], written: str, where: str) -> Any:
    choices = [member.value for member in kind]
    if written in choices:
        return kind(written)
    message = f"Beleid, {where}: '{written}' bestaat niet."
    raise InputError(did_you_mean(message, written, choices))


def _ground(where: str, code: str) -> Ground:
    try:
        return ground(code)
    except InputError as error:
        raise InputError(f"Beleid, {where}: {error.message}", error.advice) from None


def _searchable(table: str, names: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(is_searchable, names)):
        raise InputError(f"Beleid, [{table}]: een naam zonder letters.", "Haal die weg.")
    return names


def _check_complete(policy: Policy) -> None:
    """A policy must say something about everything: nothing may fall through.

    Of most people no rank or function is known, so rules that ask for one do not count here.
    """
    for category in Category:
        for role in Role:
            try:
                policy.rule_for(category, role)
            except LookupError:
                raise InputError(
                    f"Het beleid zegt niets over {category.value} met rol {role.value}.",
                    "Voeg een regel toe zonder rol, schaal en functie, voor alle overige mensen.",
                ) from None


def _explain(error: ValidationError) -> str:
    return " ".join(_explain_one(problem) for problem in error.errors()[:5])


def _explain_one(problem: Any) -> str:
    place = ".".join(str(part + 1 if isinstance(part, int) else part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        tables = (_PolicyFile, _RuleTable, BoxTable, _Signature)
        fields = [name for table in tables for name in table.model_fields] + ["names", "terms"]
        return did_you_mean(f"Onbekend veld '{place}'.", str(problem["loc"][-1]), fields)
    if problem["type"] == "missing":
        return f"Het veld '{place}' ontbreekt."
    return f"Het veld '{place}' heeft een ongeldige waarde."
