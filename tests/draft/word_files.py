"""Word files for the tests: made, opened, changed, and passed through LibreOffice."""

import re
import subprocess
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from tests.draft.sources import KAMERSTUK, NOTA
from woo.draft.draft import make_draft
from woo.draft.examples import example_source
from woo.draft.importing.source import Imported, import_word
from woo.draft.kinds import kind_names, load_kind, template_folders
from woo.draft.reading.source import parse
from woo.draft.render import render
from woo.draft.same import form, line_form
from woo.text.archive import zip_bytes

FOLDERS = template_folders(None)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Everything that a source can hold, one inside the other.
EVERYTHING = (Path(__file__).parent / "everything.md").read_text("utf-8")

# A table of twelve columns with a heading of its own, between two texts.
COLUMNS = (
    "Nr", "Gemeente", "Provincie", "Aanvraag", "Beschikking", "Toegekend", "Vastgesteld",
    "Verantwoord", "Betaald", "Afwijking", "Leider", "Opmerking",
)  # fmt: skip
WIDE_ROW = (
    "| 1 | Voorbeeldstad | Noord-Holland | 12-03-2024 | 2024-0001234 | € 1.250.000 | € 1.240.000 | "
    "€ 1.239.999 | € 900.000 | 5% | [Hidsert Tabelstra]{5.1.2e} | Later vastgesteld[^9] |"
)
WIDE = f"| {' | '.join(COLUMNS)} |\n{'|---' * 12}|\n{WIDE_ROW}"
TURNED = (
    f"Voor de tabel.\n\n## Overzicht\n\n### Per gemeente\n\n{WIDE}\n\nNa de tabel.\n\n"
    "[^9]: Een noot bij een brede tabel."
)

# Marks behind the first note of a text, in every shape: "negatief" is never public.
NOTED = (
    "Het plan[^77] was [negatief]{5.2.1} volgens ons.",
    "Een[^77] [negatief]{5.1.2e 5.2.1}, [nu [negatief]{5.1.2e}]{5.2.1} en [negatief]{5.1.2b}[^77]",
    "Een [met noot[^77] negatief]{5.2.1} en [[negatief](https://a.example/b)]{5.1.2e} eind.",
    "Een[^77] [link **negatief**{5.1.2e}](https://a.example/b) en [`negatief`]{5.2.1} eind.",
    "Een[^77][*negatief*]{5.1.2e}[**negatief**]{5.2.1}[^78] eind.\n\n[^78]: Nog een.",
    "- Een[^77] punt is [negatief]{5.2.1}\n- [negatief]{5.1.2e} ook",
    "> Een[^77] citaat is [negatief]{5.2.1} hier.",
    "Een[^77] alinea is [zeer]{5.1.2e} negatief. {5.2.1}",
    "## Een kop[^77] met [negatief]{5.2.1} erin {5.1.2b}\n\nEen alinea.",
)


def noted(source: str, text: str = NOTED[0]) -> str:
    """The source with marks behind a note at its end."""
    return f"{source}\n\n{text}\n\n[^77]: Een noot.\n"


def sources() -> dict[str, str]:
    """The example of every kind that there is, and the sources of the tests."""
    found = {kind: example_source(kind) for kind in kind_names(FOLDERS)}
    found |= {"seed": NOTA, "seed-kamerstuk": KAMERSTUK, "everything": EVERYTHING}
    return found | {"turned": turned("kamerstuk"), "turned-letter": turned("kamerbrief")}


def turned(kind: str) -> str:
    """A source with a table for which a page must lie on its side, and text around it."""
    front = example_source(kind).split("\n---\n")[0]
    return f"{front}\n---\n\n{TURNED}\n\nHoogachtend,\n"


def make_picture(folder: Path) -> None:
    """The picture that ``EVERYTHING`` shows."""
    from PIL import Image

    Image.new("RGBA", (200, 100), (0, 0, 200, 120)).save(folder / "vlak.png")


def word_file(source: str, folder: Path, *, public: bool = False) -> bytes:
    return render(source, public=public, to="docx", folder=folder).content


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def everything(content: bytes) -> str:
    return "\n".join(part.decode("utf-8", "ignore") for part in parts_of(content).values())


def changed(content: bytes, change: Callable[[str], str], part: str = "document") -> bytes:
    """The same file with one part rewritten, as an editor would."""
    parts = parts_of(content)
    name = f"word/{part}.xml"
    parts[name] = change(parts[name].decode("utf-8")).encode("utf-8")
    return zip_bytes(parts)


def bare_word(body: str, **others: str) -> bytes:
    """A Word file from scratch: what is between the body's tags, and other parts of ``word``."""
    space = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f'<Relationship Id="r{name}" Type="{office}/{name}" Target="{name}.xml"/>'
        for name in others
    )
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    parts = {
        "_rels/.rels": f'<Relationships {package}><Relationship Id="a" Type="{office}'
        '/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships {package}>{rows}</Relationships>",
    }
    parts |= {
        f"word/{name}.xml": f"<w:{name} {space}>{content}</w:{name}>"
        for name, content in others.items()
    }
    return zip_bytes({name: content.encode("utf-8") for name, content in parts.items()})


def imported(content: bytes, folder: Path, kind: str | None = None) -> Imported:
    path = folder / "bestand.docx"
    path.write_bytes(content)
    return import_word(path, FOLDERS, kind, folder)


def meaning(source: str) -> dict[str, Any]:
    """A source as plain values: equal when two sources make the same document."""
    parsed = parse(source)
    draft = make_draft(parsed, load_kind(parsed.first("soort"), FOLDERS))
    fields = {
        name: [[line_form(line, {}) for line in (*content.lines, *rows)]]
        for name, content in draft.fields.items()
        for rows in [[cell for row in content.rows for cell in row]]
    }
    notes = {number: form(blocks) for number, blocks in draft.footnotes.items()}
    return {
        "kind": draft.kind.name,
        "fields": fields,
        "blocks": form(draft.blocks),
        "notes": notes,
        "problems": [(one.message, one.severity) for one in parsed.problems],
    }


def office(paths: Iterable[Path], to: str, out: Path) -> None:
    """Let LibreOffice open all files, in one start, and save them as ``to``."""
    profile = (out / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", to]
    command += ["--outdir", str(out), *(str(path) for path in paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def squashed(text: str) -> str:
    """Without white space and with plain letters."""
    import unicodedata

    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def root(part: bytes) -> Any:
    return etree.fromstring(part)
