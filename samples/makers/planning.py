"""The planning and budget of the research firm: a table, as an office program prints it."""

from io import BytesIO
from pathlib import Path

import yaml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from makers.pdf import with_date

_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=12)
_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=15, leading=22)
_SMALL = ParagraphStyle("small", parent=_TEXT, fontSize=7, leading=9)
_GRID = TableStyle(
    [
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9),
        ("FONT", (0, -1), (-1, -1), "Helvetica-Bold", 9),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#d7e5e8")),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#8aa0a5")),
        ("ALIGN", (3, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
)


def make_planning(path: Path) -> bytes:
    """The PDF of the planning; uncompressed and without the clock, so always the same bytes."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=landscape(A4),
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        title=source["title"],
        author=source["author"],
        subject=source["subject"],
        invariant=1,
        pageCompression=0,
    )
    document.build(_story(source))
    return with_date(out.getvalue(), source["made"])


def _story(source: dict[str, object]) -> list[Flowable]:
    rows = source["rows"]
    assert isinstance(rows, list)
    cells = [
        [Paragraph(t, _TEXT) if 0 < c < 3 and r else t for c, t in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    table = Table(cells, colWidths=[n * mm for n in (12, 92, 78, 18, 22, 28)], style=_GRID)
    return [
        Paragraph(str(source["title"]), _TITLE),
        Paragraph(str(source["intro"]), _TEXT),
        Spacer(0, 5 * mm),
        table,
        Spacer(0, 5 * mm),
        Paragraph(str(source["outro"]), _TEXT),
        Spacer(0, 8 * mm),
        Paragraph(str(source["printed"]), _SMALL),
    ]
