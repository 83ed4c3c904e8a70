"""The reader of e-mails (.eml)."""

from pathlib import Path

from woo.errors import UnreadableError
from woo.ingest.mail import check_size, typeset_mail
from woo.ingest.message import header_text, parse_message, read_headers
from woo.ingest.parts import read_contents
from woo.model.document import Document

_SIGNS_OF_MAIL = ("From", "To", "Subject", "Date", "Message-ID", "Received", "Content-Type")


def read_eml(path: Path, rendition: Path) -> Document:
    """An e-mail with its header, text and attachments.

    Raises UnreadableError when the file is not an e-mail, or is too large to take apart.
    """
    check_size(path)
    message = parse_message(path.read_bytes())
    if not any(header_text(message, name) for name in _SIGNS_OF_MAIL):
        raise UnreadableError(
            "Dit bestand heet eml, maar is geen e-mailbericht.",
            "Open het in uw mailprogramma, sla het opnieuw op en voeg het opnieuw toe.",
        )
    written_date = header_text(message, "Date")
    return typeset_mail(read_headers(message), read_contents(message), rendition, written_date)
