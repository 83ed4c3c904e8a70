"""Say in one line what a leak is and where."""

from woo.model.leak import Leak, Severity
from woo.reference.leak_rules import leak_rule


def explain(leak: Leak) -> str:
    """``Lek: … (pagina 3, tekst volgens pdfium). …``: plain Dutch, without the secret."""
    word = "Lek" if leak.severity is Severity.LEAK else "Let op"
    page = f"pagina {leak.page}, " if leak.page is not None else ""
    rule = leak_rule(leak.rule)
    return f"{word}: {rule.title} ({page}{leak.place}). {rule.advice}"
