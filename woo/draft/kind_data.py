"""Frozen data read from TOML, every value checked against the annotation of its field.

What a validation library does, for the few types that a kind has: drafting one document must not
cost the tenth of a second that importing such a library takes.
"""

from dataclasses import MISSING, fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Self, dataclass_transform, get_args, get_origin, get_type_hints

from woo.errors import InputError
from woo.model.values import dataclass
from woo.text.nearest import did_you_mean
from woo.text.toml import TomlError, advice_of, place_of

_WORDS: dict[Any, str] = {
    str: 'tekst tussen aanhalingstekens: "tekst"',
    bool: "true of false, zonder aanhalingstekens",
    int: "een getal",
    float: "een getal",
    tuple: "een lijst tussen vierkante haken: [ ]",
}


class DataError(ValueError):
    """A value that does not fit; ``place`` says where: ``fields.3.type``.

    ``advice`` says in Dutch what is wrong there.
    """

    def __init__(self, place: str, advice: str = "") -> None:
        super().__init__(place)
        self.place = place
        self.advice = advice or f"Controleer de waarde van {_named(place)}."


def _named(place: str) -> str:
    """``'type'``, or ``nummer 11`` of a list."""
    last = place.rpartition(".")[2]
    return f"nummer {int(last) + 1}" if last.isdigit() else f"'{last}'"


def explained(error: DataError | TomlError | UnicodeDecodeError, name: str) -> InputError:
    """What is wrong with the file ``name``, where, and what to do."""
    match error:
        case DataError(place=place, advice=advice):
            return InputError(f"{name} klopt niet{_around(place)}.", advice)
        case TomlError():
            return InputError(f"{name} is niet te lezen bij {place_of(error)}.", advice_of(error))
    return InputError(f"{name} is niet te lezen.", "Sla het op als UTF-8.")


def _around(place: str) -> str:
    """The table that a field stands in: `` bij bijlagen, nummer 1`` for ``bijlagen.0.naam``."""
    words = [f"nummer {int(one) + 1}" if one.isdigit() else one for one in place.split(".")[:-1]]
    return f" bij {', '.join(words)}" if words else ""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Data:
    """A subclass is a frozen dataclass. ``check`` is called when one was made.

    A field is a ``str``, ``bool``, ``int``, ``float``, a ``Literal`` or another ``Data``, one of
    these or ``None``, or a tuple of one of these.
    """

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Raise ValueError, in Dutch, when the fields do not fit each other."""

    @classmethod
    def read(cls, table: Any, place: str = "") -> Self:
        """Make one from a table of TOML. Raises DataError with the place of what is wrong."""
        if not isinstance(table, dict):
            raise DataError(place)
        hints = _hints(cls)  # type: ignore[arg-type]  # a class has a hash
        known = {one.name: one for one in fields(cls)}  # type: ignore[arg-type]
        if unknown := [name for name in table if name not in known]:
            advice = did_you_mean(f"Onbekend veld '{unknown[0]}'.", unknown[0], [*known])
            raise DataError(_below(place, unknown[0]), advice)
        for name, one in known.items():
            if name not in table and one.default is MISSING:
                raise DataError(_below(place, name), f"Het veld '{name}' ontbreekt.")
        values = {
            name: _value(hints[name], one, _below(place, name)) for name, one in table.items()
        }
        try:
            return cls(**values)
        except DataError:
            raise
        except ValueError as error:
            raise DataError(f"{place}." if place else "", str(error)) from None


@cache
def _hints(data: type[Data]) -> dict[str, Any]:
    """The types of the fields: a kind has a dozen classes, and many tables of each."""
    return get_type_hints(data)


def _choices(place: str, known: tuple[Any, ...]) -> str:
    name = place.rpartition(".")[2]
    return f"Kies voor '{name}' uit: {', '.join(str(one) for one in known)}."


def _below(place: str, name: str | int) -> str:
    return f"{place}.{name}" if place else str(name)


def _value(wanted: Any, written: Any, place: str) -> Any:
    origin = get_origin(wanted)
    if origin is tuple and isinstance(written, list):
        kind = get_args(wanted)[0]
        return tuple(_value(kind, one, _below(place, at)) for at, one in enumerate(written))
    if origin is UnionType:
        (kind,) = (one for one in get_args(wanted) if one is not NoneType)
        return _value(kind, written, place)
    if origin is Literal:
        fits = written in get_args(wanted)
        if not fits:
            raise DataError(place, _choices(place, get_args(wanted)))
    elif isinstance(wanted, type) and issubclass(wanted, Data):
        return wanted.read(written, place)
    elif wanted is float:
        fits = type(written) in (int, float)
    else:
        fits = type(written) is wanted
    if not fits:
        raise DataError(place, _expected(wanted, place))
    return written


def _expected(wanted: Any, place: str) -> str:
    """What to write for a value of another type; empty when there is no word for it."""
    word = _WORDS.get(get_origin(wanted) or wanted)
    return f"Schrijf voor '{place.rpartition('.')[2]}' {word}." if word else ""
