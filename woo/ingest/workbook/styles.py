"""Which number format each style of a workbook has."""

from dataclasses import dataclass

from woo.ingest.package_parts import Parts, attribute, children, is_on
from woo.ingest.workbook.number_formats import GENERAL, builtin_format, shown, shown_text

_FIRST_OWN = 164  # formats that the workbook itself defines


@dataclass(frozen=True, slots=True)
class Styles:
    """The format of each style, by its number; days count from 1904 in old files of Macs."""

    formats: tuple[str, ...] = ()
    since_1904: bool = False

    def number(self, written: str, style: str) -> str:
        """A number as a person sees it."""
        return shown(written, self._format(style), since_1904=self.since_1904)

    def text(self, written: str, style: str) -> str:
        """A text as a person sees it."""
        return shown_text(written, self._format(style))

    def _format(self, style: str) -> str:
        number = int(style) if style.isdecimal() and len(style) < 7 else 0
        return self.formats[number] if number < len(self.formats) else GENERAL


def read_styles(parts: Parts, workbook: str) -> Styles:
    """The styles that the main part of a workbook refers to."""
    root = parts.root(workbook)
    since_1904 = any(is_on(one, "date1904") for one in children(root, "workbookPr"))
    for name in parts.related(workbook, "styles"):
        return Styles(_formats(parts, name), since_1904)
    return Styles(since_1904=since_1904)


def _formats(parts: Parts, name: str) -> tuple[str, ...]:
    root = parts.root(name)
    own = {
        attribute(one, "numFmtId"): attribute(one, "formatCode")
        for group in children(root, "numFmts")
        for one in group
    }
    formats = []
    for group in children(root, "cellXfs"):
        for style in children(group, "xf"):
            number = attribute(style, "numFmtId")
            formats.append(own.get(number) or _builtin(number))
    return tuple(formats)


def _builtin(number: str) -> str:
    known = number.isdecimal() and len(number) < 7 and int(number) < _FIRST_OWN
    return builtin_format(int(number)) if known else GENERAL
