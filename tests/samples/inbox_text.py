"""All text of the sample inbox: mails with what hangs on them, Word files, PDFs, notes.

Decoded with the standard library and pypdf alone, so that a fault in `woo.ingest` cannot hide one
in the samples.
"""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from pypdf import PdfReader

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DOSSIER = SAMPLES / "dossier-quickscan"
INBOX = DOSSIER / "inbox"
SCAN = "ingekomen-brief-scan.pdf"


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def read_mail(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def mails() -> dict[str, EmailMessage]:
    return {path.name: read_mail(path) for path in sorted(INBOX.glob("*.eml"))}


def mail_text(message: EmailMessage) -> str:
    """Headers, text and attachments; ``walk`` also goes into a forwarded mail."""
    texts = []
    for part in message.walk():
        texts += [str(value) for value in part.values()]
        if not part.is_multipart():
            texts.append(_part_text(part))
    return "\n".join(texts)


def _part_text(part: object) -> str:
    assert isinstance(part, EmailMessage)
    content = part.get_content()
    if isinstance(content, str):
        return re.sub(r"<[^>]+>", " ", content) if part.get_content_subtype() == "html" else content
    return file_text(part.get_filename() or "", content)


def file_text(name: str, content: bytes) -> str:
    if name.endswith(".docx"):
        return word_text(content)
    if name.endswith(".pdf"):
        return pdf_text(content)
    return content.decode("utf-8")


def word_text(content: bytes) -> str:
    """Running text, headers, comments with their authors, and the properties."""
    texts = []
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xml") and "styles" not in name:
                root = etree.fromstring(package.read(name))
                texts += [_paragraphs(root)]
                texts += [str(v) for e in root.iter() for v in e.attrib.values()]
    return "\n".join(texts)


def _paragraphs(root: etree._Element) -> str:
    paragraphs = [e for e in root.iter() if str(e.tag).endswith("}p")] or list(root)
    return "\n".join("".join(str(text) for text in p.itertext()) for p in paragraphs)


def pdf_text(content: bytes) -> str:
    reader = PdfReader(BytesIO(content))
    properties = [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join([page.extract_text() for page in reader.pages] + properties)


def inbox_text() -> str:
    """Everything in the inbox, and what stands on the scan (from the text it was made of)."""
    texts = [mail_text(message) for message in mails().values()]
    loose = [path for path in sorted(INBOX.iterdir()) if path.suffix != ".eml"]
    texts += [file_text(path.name, path.read_bytes()) for path in loose]
    scan = SAMPLES / "sources" / "pdf" / "ingekomen-brief-scan"
    texts += [scan.with_suffix(end).read_text("utf-8") for end in (".typ", ".stamp.txt")]
    return flat("\n".join(texts))
