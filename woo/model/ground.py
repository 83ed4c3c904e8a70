"""A reason in the Woo not to disclose something."""

from woo.model.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """A weigeringsgrond. ``code`` as in ``5.1.2e``; facts: ``reference/grounds.toml``."""

    code: str
    label: str
    article: str

    def __post_init__(self) -> None:
        if not self.code or not self.label:
            raise ValueError("a ground has a code and a label")
