"""Word files that mean harm or are broken: a clear refusal, quickly, and nothing written."""

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.draft.sources import KAMERSTUK
from tests.draft.word_files import bare_word, changed, imported, parts_of, word_file
from woo.cli.draft import draft
from woo.errors import InputError
from woo.text.archive import zip_bytes

ENTITY = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def with_prologue(prologue: str) -> bytes:
    def put(xml: str) -> str:
        return f"{prologue}{xml}".replace(
            "</w:body>", "<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>"
        )

    return changed(bare_word(""), put)


def deep(levels: int) -> str:
    return "<w:sdt><w:sdtContent>" * levels + "<w:p/>" + "</w:sdtContent></w:sdt>" * levels


def bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 60_000_000)
    return buffer.getvalue()


def broken_stream() -> bytes:
    """What is packed cannot be unpacked."""
    content = bytearray(bare_word("<w:p/>" * 200))
    name = b"word/document.xml"
    start = content.index(name) + len(name)
    content[start : start + 8] = b"\xff" * 8
    return bytes(content)


# Made when it is needed: every worker reads this.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "no zip": lambda: b"PK is dit niet",
    "a zip of something else": lambda: zip_bytes({"a.txt": b"x"}),
    "half a zip": lambda: bare_word("<w:p/>")[:200],
    "broken XML": lambda: zip_bytes({"word/document.xml": b"<w:document"}),
    "another root": lambda: zip_bytes({"word/document.xml": b"<html/>"}),
    "entities": lambda: with_prologue(ENTITY),
    "an entity from outside": lambda: with_prologue(OUTSIDE),
    "too deep": lambda: bare_word(deep(200)),
    "a bomb": bomb,
    "a broken stream": broken_stream,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_file_that_is_no_sound_word_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        imported(HOSTILE[name](), tmp_path, "nota")


def test_deep_tables_and_controls_are_read_as_far_as_xml_may_go(tmp_path: Path) -> None:
    table = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>diep</w:t></w:r></w:p>"
    body = table + "</w:tc></w:tr></w:tbl>" * 60 + deep(100)
    assert "diep" in imported(bare_word(body), tmp_path, "nota").text


@pytest.mark.slow
def test_thousands_of_codes_in_a_paragraph_take_no_long_time(tmp_path: Path) -> None:
    codes = "".join(
        f'<w:r><w:rPr>{look}<w:vertAlign w:val="superscript"/></w:rPr><w:t>5.1.2e</w:t></w:r>'
        for look in ("", "<w:b/>")
    )
    content = bare_word(f"<w:p><w:r><w:t>Tekst </w:t></w:r>{codes * 3000}</w:p>")
    began = time.process_time()
    made = imported(content, tmp_path, "nota")
    assert time.process_time() - began < 6  # some 0.7 seconds; 20 with each code on each run
    assert made.text.count("5.1.2e") == 6000


def test_links_and_pictures_from_outside_are_not_followed(tmp_path: Path) -> None:
    parts = parts_of(bare_word('<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:link="x" r:embed="x"/>'
                               "</w:drawing></w:r></w:p>"))  # fmt: skip
    row = (
        '<Relationship Id="x" Type="t/image" Target="file:///etc/hostname" TargetMode="External"/>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", row.encode() + b"</Relationships>")
    made = imported(zip_bytes(parts), tmp_path, "nota")
    assert made.pictures == {}
    assert any("staat niet in het bestand zelf" in one.message for one in made.remarks)


def test_a_picture_cannot_choose_a_place_outside_the_folder(tmp_path: Path) -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    parts = parts_of(bare_word(
        '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="p" name="../../weg.png" descr="een vlak"/>'
        '<a:blip xmlns:a="a" r:embed="x"/></w:drawing></w:r></w:p>'
    ))  # fmt: skip
    name = "word/_rels/document.xml.rels"
    row = b'<Relationship Id="x" Type="t/image" Target="media/a.png"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", row)
    parts["word/media/a.png"] = out.getvalue()
    assert list(imported(zip_bytes(parts), tmp_path, "nota").pictures) == ["afbeelding-1.png"]


def test_the_command_writes_beside_the_file_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word_file(KAMERSTUK, tmp_path))
    result = CliRunner().invoke(draft, ["import", str(path)])
    assert (result.exit_code, result.exception) == (0, None)
    assert f"Gemaakt: {tmp_path / 'brief.md'}." in result.output
    (tmp_path / "brief.md").write_text("mijn werk")
    result = CliRunner().invoke(draft, ["import", str(path)])
    assert isinstance(result.exception, InputError)
    assert (tmp_path / "brief.md").read_text() == "mijn werk"
    other = tmp_path / "ander.md"
    result = CliRunner().invoke(draft, ["import", str(path), "-o", str(other)])
    assert (result.exit_code, other.is_file()) == (0, True)
    result = CliRunner().invoke(draft, ["import", str(path), "-o", "-"])
    assert "Schrijven naar stdout (-o -) kan niet." in str(result.exception)


def test_the_command_lists_what_was_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "los.docx"
    path.write_bytes(bare_word("<w:p><w:r><w:t>x</w:t><w:br w:type='page'/></w:r></w:p>"))
    result = CliRunner().invoke(draft, ["import", str(path), "--kind", "nota"])
    assert "alinea 1: Een nieuwe pagina of kolom komt niet mee." in result.output
