"""Who stays, who goes, on which ground."""

from dataclasses import dataclass, field

from woo.model.boxstyle import BoxStyle
from woo.model.finding import Category, Role
from woo.model.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """For this category (and this role, when given): redact on this ground, or keep."""

    category: Category
    role: Role | None = None
    redact: bool
    ground: Ground | None = None

    def __post_init__(self) -> None:
        if self.redact and self.ground is None:
            raise ValueError("a rule that redacts names a ground")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of an organisation, first match wins; the names that stay, the terms that go.

    ``box`` is what its boxes look like.
    """

    name: str
    rules: tuple[Rule, ...]
    stay: tuple[str, ...] = field(default=(), repr=False)
    go: tuple[str, ...] = field(default=(), repr=False)
    go_ground: Ground
    box: BoxStyle = field(default_factory=BoxStyle)

    def rule_for(self, category: Category, role: Role) -> Rule:
        """The first rule that fits.

        Raises LookupError when no rule fits: a policy must say something about everything.
        """
        for rule in self.rules:
            if rule.category == category and rule.role in (None, role):
                return rule
        raise LookupError(f"no rule for {category.value}/{role.value}")
