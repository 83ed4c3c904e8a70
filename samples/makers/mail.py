"""Turn a mail source into the bytes of an ``.eml`` file."""

from collections.abc import Mapping
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, parseaddr

from makers.mail_source import MailSource
from makers.quoting import as_html, whole_text

_POLICY = SMTP.clone(refold_source="none")
_TYPES = {
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def make_mail(
    mail: MailSource, mails: dict[str, MailSource], files: Mapping[str, bytes]
) -> EmailMessage:
    """The whole message: headers, text with quotes, attachments, forwarded mail."""
    message = EmailMessage(policy=_POLICY)
    _set_headers(message, mail, mails)
    _set_text(message, mail, mails)
    for name in mail.header.get("attach", ()):
        maintype, subtype = _TYPES[name.rpartition(".")[2]]
        message.add_attachment(files[name], maintype=maintype, subtype=subtype, filename=name)
    if "nested" in mail.header:
        message.add_attachment(make_mail(mails[mail.header["nested"]], mails, files))
    _fix_boundaries(message, mail.name)
    return message


def _set_headers(message: EmailMessage, mail: MailSource, mails: dict[str, MailSource]) -> None:
    header = mail.header
    # Python folds a coded name with a comma in it wrongly, so these lines are folded here.
    for name, people in (
        ("From", [header["from"]]),
        ("To", header["to"]),
        ("Cc", header.get("cc")),
    ):
        if people:
            message.set_raw(name, ",\r\n ".join(_coded(person) for person in people))
    message["Subject"] = header["subject"]
    message["Date"] = format_datetime(mail.sent)
    message["Message-ID"] = mail.message_id
    ancestors = _ancestors(mail, mails)
    if ancestors:
        message["In-Reply-To"] = ancestors[-1]
        message["References"] = " ".join(ancestors)
    inside = "minbzk.nl" in header["from"]
    message["X-Mailer"] = "Microsoft Outlook 16.0" if inside else "Apple Mail (2.3774)"
    message["Accept-Language"] = "nl-NL"
    message["MIME-Version"] = "1.0"


def _coded(person: str) -> str:
    """A name and address with only ASCII in it (RFC 2047)."""
    name, address = parseaddr(person)
    if name.isascii():
        return formataddr((name, address))
    coded = Header(name, "utf-8").encode(linesep="\r\n")
    return f"{coded} <{address}>"


def _ancestors(mail: MailSource, mails: dict[str, MailSource]) -> list[str]:
    """The Message-IDs of the thread so far, oldest first."""
    if "answers" not in mail.header:
        return []
    parent = mails[mail.header["answers"]]
    return [*_ancestors(parent, mails), parent.message_id]


def _set_text(message: EmailMessage, mail: MailSource, mails: dict[str, MailSource]) -> None:
    text = whole_text(mail, mails)
    html = as_html(text, mail.header["subject"])
    encoding = mail.header["encoding"]
    form = mail.header.get("form", "plain")
    if form == "html":
        message.set_content(html, subtype="html", cte=encoding)
        return
    message.set_content(text, cte=encoding)
    if form == "both":
        message.add_alternative(html, subtype="html", cte=encoding)


def _fix_boundaries(message: EmailMessage, name: str) -> None:
    """Boundaries are random by nature; these come from the name, so the bytes stay the same."""
    number = name.partition("-")[0]
    for index, part in enumerate(message.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"_000_{number}_{index}_dossier_")
