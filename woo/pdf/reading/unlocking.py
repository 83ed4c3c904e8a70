"""Takes the encryption off a PDF with its password, for a working copy."""

from pathlib import Path
from typing import Any

from woo.errors import InputError, UnreadableError


def needs_password(path: Path) -> bool:
    """Whether a PDF only opens with a password. A damaged file does not: it fails elsewhere."""
    import pikepdf

    try:
        with pikepdf.open(path):
            return False
    except pikepdf.PasswordError:
        return True
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return False


def unlock(path: Path, password: str, target: Path) -> Path:
    """``path`` itself when it is not encrypted, else a copy at ``target`` without encryption.

    The copy has every object of the last saved version, also those that nothing points at: they
    hang from a key of our own in the catalog. Earlier versions are not in it. Raises InputError
    for a wrong password and UnreadableError for a damaged file.
    """
    import pikepdf

    try:
        with pikepdf.open(path, password=password) as pdf:
            if not pdf.is_encrypted:
                return path
            pdf.Root["/WooEverything"] = pikepdf.Array(_indirect(pdf))
            pdf.save(target)
            return target
    except pikepdf.PasswordError:
        raise InputError(
            "Dit wachtwoord past niet op dit pdf-bestand.",
            "Controleer de eerste regel van het bestand achter --password-file.",
        ) from None
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd of versleuteld op een onbekende manier.",
            "Vraag de afzender om een exemplaar zonder beveiliging.",
        ) from None


def _indirect(pdf: Any) -> list[Any]:
    import pikepdf

    with pikepdf.explicit_conversion():  # or a number that is an object loses its own number
        return [item for item in pdf.objects if item.is_indirect]
