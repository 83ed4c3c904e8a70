"""Read the texts of the mails: YAML front matter, then the words somebody typed."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class MailSource:
    """One mail as written, without what it quotes. ``answers`` names the mail it replies to."""

    name: str
    header: dict[str, Any]
    typed: str

    @property
    def sent(self) -> datetime:
        moment = self.header["date"]
        return moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)

    @property
    def message_id(self) -> str:
        domain = parseaddr(self.header["from"])[1].partition("@")[2]
        return f"<{self.sent:%Y%m%d%H%M%S}.{self.name.partition('-')[0]}@{domain}>"


def read_mails(folder: Path) -> dict[str, MailSource]:
    """Every mail in the folder by its name, in the order of the file names."""
    mails = {}
    for path in sorted(folder.glob("*.txt")):
        _, front, typed = path.read_text(encoding="utf-8").split("---\n", 2)
        # BaseLoader keeps the date a string: PyYAML would drop its time zone.
        header = yaml.load(front, Loader=yaml.BaseLoader)
        mails[path.stem] = MailSource(path.stem, header, typed)
    return mails
