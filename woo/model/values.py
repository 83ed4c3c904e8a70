"""``dataclass``, made in a third of the time.

The standard decorator compiles six methods of every class, a quarter of a millisecond; what drafts
a letter has sixty classes, and a letter takes a tenth of a second in all. Here ``__init__`` alone
is compiled, when the first of a class is made; the other methods are shared. It takes ``frozen``,
``slots``, ``kw_only`` and ``order``, and gives what the standard one gives: ``replace``,
``fields``, ``match`` and ``pickle`` know no difference.
"""

import dataclasses
import operator
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass"]

T = TypeVar("T")
_assign = object.__setattr__

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *,
        frozen: bool = False,
        slots: bool = False,
        kw_only: bool = False,
        order: bool = False,
    ) -> Callable[[type[T]], type[T]]:
        """The decorator."""
        bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)

        def decorate(cls: type[T]) -> type[T]:
            # Without a text the standard one writes the signature: a millisecond.
            cls.__doc__ = cls.__doc__ or cls.__name__
            made = bare(cls)
            made.__init__ = _compiled_at_first(made)
            made.__repr__, made.__eq__, made.__hash__ = _repr, _eq, _hash if frozen else None
            if frozen:
                made.__setattr__, made.__delattr__ = _refuse, _refuse
                made.__getstate__, made.__setstate__ = _getstate, _setstate
            if order:
                made.__lt__, made.__le__, made.__gt__, made.__ge__ = _ORDER
            return made

        return decorate


def _compiled_at_first(cls: Any) -> Callable[..., None]:
    """An ``__init__`` that makes way for the compiled one when it is called."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        if cls.__init__ is first:
            cls.__init__ = _init(cls)
        cls.__init__(self, *values, **named)

    return first


def _init(cls: Any) -> Callable[..., None]:
    """The one method that must know the names: what a call gives goes into the fields."""
    fields = dataclasses.fields(cls)
    by_place = [_parameter(one) for one in fields if not one.kw_only]
    by_name = [_parameter(one) for one in fields if one.kw_only]
    names = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    lines = [f" __assign(self, {one.name!r}, {_value(one)})" for one in fields]
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    made: dict[str, Any] = {"__assign": _assign}
    made |= {_standing_for(one): _default(one) for one in fields}
    code = f"def __init__({names}):\n" + "\n".join(lines or [" pass"])
    exec(code, made)  # noqa: S102 - names of fields, written by us
    init: Callable[..., None] = made["__init__"]
    return init


def _standing_for(one: "Field[Any]") -> str:
    """The name of the default of a field; no field begins with two underscores."""
    return f"__default_{one.name}"


def _default(one: "Field[Any]") -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory


def _parameter(one: "Field[Any]") -> str:
    required = one.default is MISSING and one.default_factory is MISSING
    return one.name if required else f"{one.name}={_standing_for(one)}"


def _value(one: "Field[Any]") -> str:
    if one.default_factory is MISSING:
        return one.name
    factory = _standing_for(one)
    return f"{factory}() if {one.name} is {factory} else {one.name}"


def _names(value: Any) -> tuple[str, ...]:
    return tuple(value.__dataclass_fields__)


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _names(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(_names(self), state, strict=True):
        _assign(self, name, value)


def _repr(self: Any) -> str:
    shown = [
        f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr
    ]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: object) -> Any:
    return _getstate(self) == _getstate(other) if type(other) is type(self) else NotImplemented


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, object], Any]:
    def method(self: Any, other: object) -> Any:
        same = type(other) is type(self)
        return compare(_getstate(self), _getstate(other)) if same else NotImplemented

    return method


_ORDER = tuple(map(_ordered, (operator.lt, operator.le, operator.gt, operator.ge)))


def _hash(self: Any) -> int:
    return hash(tuple(_getstate(self)))


def _refuse(_self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")
