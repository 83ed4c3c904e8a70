"""Who stays, who goes, on which ground."""

from dataclasses import dataclass, field

from woo.model.boxstyle import BoxStyle
from woo.model.finding import Category, Role
from woo.model.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of somebody's place in an organisation.

    ``rank`` (the Dutch *schaal*) and ``function`` are the person's own; ``named_as`` are the
    functions that stand beside the name in this very place of the text.
    """

    rank: int | None = None
    function: str = ""
    named_as: frozenset[str] = frozenset()


_NOTHING_KNOWN = Standing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """For this category, and whatever else is given: redact on this ground, or keep.

    ``rank_from`` and ``rank_to`` count themselves. One of ``functions`` must be the person's; with
    ``named_with_function`` it must also stand beside the name.
    """

    category: Category
    role: Role | None = None
    rank_from: int | None = None
    rank_to: int | None = None
    functions: tuple[str, ...] = ()
    named_with_function: bool = False
    redact: bool
    ground: Ground | None = None

    def __post_init__(self) -> None:
        if self.redact and self.ground is None:
            raise ValueError("a rule that redacts names a ground")
        if self.named_with_function and not self.functions:
            raise ValueError("a rule about named functions names them")

    def fits(self, category: Category, role: Role, standing: Standing) -> bool:
        """What a rule asks for and is not known of somebody, does not fit."""
        return (
            self.category == category
            and self.role in (None, role)
            and self._fits_rank(standing.rank)
            and self._fits_function(standing)
        )

    def _fits_rank(self, rank: int | None) -> bool:
        if self.rank_from is None and self.rank_to is None:
            return True
        if rank is None:
            return False
        return (self.rank_from is None or self.rank_from <= rank) and (
            self.rank_to is None or rank <= self.rank_to
        )

    def _fits_function(self, standing: Standing) -> bool:
        if not self.functions or standing.named_as.intersection(self.functions):
            return True
        own = function_key(standing.function)
        return not self.named_with_function and any(
            own == key or own.startswith((f"{key} ", f"{key},", f"{key}("))
            for key in map(function_key, self.functions)
        )


def function_key(written: str) -> str:
    """A function however it is written: ``Secretaris-Generaal`` and ``secretaris generaal``."""
    return " ".join(written.casefold().replace("-", " ").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of an organisation, first match wins; the names that stay, the terms that go.

    ``signature`` is the ground on which handwritten signatures go; None when they stay. ``box`` is
    what its boxes look like.
    """

    name: str
    rules: tuple[Rule, ...]
    stay: tuple[str, ...] = field(default=(), repr=False)
    go: tuple[str, ...] = field(default=(), repr=False)
    go_ground: Ground
    signature: Ground | None = None
    box: BoxStyle = field(default_factory=BoxStyle)

    @property
    def functions(self) -> tuple[str, ...]:
        """Every function that a rule names."""
        return tuple(dict.fromkeys(name for rule in self.rules for name in rule.functions))

    def rule_for(self, category: Category, role: Role, standing: Standing = _NOTHING_KNOWN) -> Rule:
        """The first rule that fits.

        Raises LookupError when no rule fits: a policy must say something about everything.
        """
        for rule in self.rules:
            if rule.fits(category, role, standing):
                return rule
        raise LookupError(f"no rule for {category.value}/{role.value}")
