"""Dutch words for the neutral codes that the program stores."""

from woo.model.document import DocumentKind
from woo.model.finding import Category, Role
from woo.model.record import Judgement
from woo.reference.tables import load_table


def category_label(category: Category) -> str:
    """``email`` gives ``e-mailadres``."""
    return str(load_table("categories")["category"][category.value])


def role_label(role: Role) -> str:
    """``official`` gives ``ambtenaar``."""
    return str(load_table("categories")["role"][role.value])


def judgement_label(judgement: Judgement) -> str:
    """``partly_public`` gives ``deels openbaar``."""
    return str(load_table("judgements")[judgement.value])


def kind_label(kind: DocumentKind) -> str:
    """``email`` gives ``e-mail``."""
    return str(load_table("kinds")[kind.value]["label"])
