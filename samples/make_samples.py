"""Make the inbox of ``samples/dossier-quickscan`` from the texts in ``samples/sources``.

And the attachments of ``samples/set-scootmobielen``. Run ``python samples/make_samples.py``; with
``--out DIR`` and ``--set-out DIR`` it writes elsewhere. The same sources give the same bytes, so a
second run changes nothing.
"""

import argparse
from pathlib import Path

from makers.mail import make_mail
from makers.mail_source import read_mails
from makers.pdf import make_pdf
from makers.planning import make_planning
from makers.scan import make_scan
from makers.word import make_word

SAMPLES = Path(__file__).parent
SOURCES = SAMPLES / "sources"
INBOX = SAMPLES / "dossier-quickscan" / "inbox"
SET = SAMPLES / "set-scootmobielen"

# These exist only inside a mail, as so often.
ONLY_ATTACHED = {"memo-opzet-quick-scan.docx", "concept-nota-quick-scan.docx", "opdrachtbrief.pdf"}


def loose_files() -> dict[str, bytes]:
    """Every file but the mails, by name."""
    pdf = SOURCES / "pdf"
    letters = ("opdrachtbrief", "antwoordbrief-lamfers", "rapport-quick-scan")
    return {
        **{f"{path.stem}.docx": make_word(path) for path in sorted(SOURCES.glob("word/*.yaml"))},
        **{f"{name}.pdf": make_pdf(pdf / f"{name}.typ") for name in letters},
        "planning-en-begroting.pdf": make_planning(pdf / "planning-en-begroting.yaml"),
        "ingekomen-brief-scan.pdf": make_scan(pdf / "ingekomen-brief-scan.typ"),
        **{path.name: path.read_bytes() for path in sorted(SOURCES.glob("notes/*.txt"))},
    }


def mail_files(files: dict[str, bytes]) -> dict[str, bytes]:
    """Every mail that lies in the inbox itself, by name."""
    mails = read_mails(SOURCES / "mails")
    return {
        f"{name}.eml": make_mail(mail, mails, files).as_bytes()
        for name, mail in mails.items()
        if "inside" not in mail.header
    }


def set_files() -> dict[str, bytes]:
    """The attachments of the set, by name."""
    return {
        "rapport-verkenning.pdf": make_pdf(SOURCES / "set" / "rapport-verkenning.typ"),
        "uitvoeringsagenda.docx": make_word(SOURCES / "set" / "uitvoeringsagenda.yaml"),
    }


def write(files: dict[str, bytes], out: Path) -> None:
    """Write files by name to a folder, and say how large they are."""
    out.mkdir(parents=True, exist_ok=True)
    for name, data in sorted(files.items()):
        (out / name).write_bytes(data)
        print(f"{len(data):>8} {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=INBOX)
    parser.add_argument("--set-out", type=Path, default=SET)
    options = parser.parse_args()
    files = loose_files()
    inbox = {name: data for name, data in files.items() if name not in ONLY_ATTACHED}
    write(inbox | mail_files(files), options.out)
    write(set_files(), options.set_out)


if __name__ == "__main__":
    main()
