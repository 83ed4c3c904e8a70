"""What a reply repeats of the mail it answers, and the same text as HTML."""

import re
from html import escape

from makers.mail_source import MailSource
from makers.words import long_date, short_date

RULE = "_" * 32
_LABEL = re.compile(r"^(Van|Verzonden|Aan|CC|Onderwerp): ", re.MULTILINE)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def whole_text(mail: MailSource, mails: dict[str, MailSource]) -> str:
    """The typed text followed by everything the mail quotes, mail upon mail."""
    style = mail.header.get("quotes")
    if style is None:
        return mail.typed
    answered = mails[mail.header["answers"]]
    quoted = whole_text(answered, mails)
    block = _outlook(answered, quoted) if style == "outlook" else _schreef(answered, quoted)
    return f"{mail.typed}\n{block}"


def _outlook(answered: MailSource, quoted: str) -> str:
    header = answered.header
    lines = [RULE, f"Van: {_plain(header['from'])}", f"Verzonden: {long_date(answered.sent)}"]
    lines.append("Aan: " + "; ".join(_plain(person) for person in header["to"]))
    if "cc" in header:
        lines.append("CC: " + "; ".join(_plain(person) for person in header["cc"]))
    lines.append(f"Onderwerp: {header['subject']}")
    return "\n".join(lines) + f"\n\n{quoted}"


def _schreef(answered: MailSource, quoted: str) -> str:
    opening = f"Op {short_date(answered.sent)} schreef {_plain(answered.header['from'])}:"
    lines = [f"> {line}".rstrip() for line in quoted.rstrip("\n").split("\n")]
    return "\n".join([opening, "", *lines]) + "\n"


def _plain(person: str) -> str:
    return person.replace('"', "")


def as_html(text: str, title: str) -> str:
    """The text as the HTML that a mail program makes of it."""
    paragraphs = "\n".join(_paragraph(block) for block in re.split(r"\n{2,}", text.strip("\n")))
    return (
        '<html lang="nl"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>"
        "<style>p{font-family:Calibri,Carlito,sans-serif;font-size:11pt;margin:0 0 11pt 0}"
        "a{color:#0563C1}</style></head>\n"
        f"<body>\n{paragraphs}\n</body></html>\n"
    )


def _paragraph(block: str) -> str:
    rule = '<hr style="border:0;border-top:1pt solid #E1E1E1">\n' if RULE in block else ""
    html = escape(block.replace(RULE + "\n", ""), quote=False)
    html = _LABEL.sub(r"<b>\1:</b> ", html)
    html = _ADDRESS.sub(lambda m: f'<a href="mailto:{m[0]}">{m[0]}</a>', html)
    return f"{rule}<p>" + html.replace("\n", "<br>\n") + "</p>"
