"""Which standards a released PDF may say it follows, and why not the others.

PDF/A-2b is claimed for any document that our own checks have nothing against. Level A and PDF/UA-1
need a structure that only the maker of a document can give it: they are kept when the document
claimed them and they are still true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from woo.pdf.rebuilding.drawingrules import NO_PROFILE, Rules, profiles_of
from woo.pdf.rebuilding.fontrules import font_problem, unicode_problem
from woo.pdf.rebuilding.metadata import Claims
from woo.pdf.rebuilding.reach import Reach
from woo.pdf.rebuilding.structurerules import structure_problem

_DATE = slice(24, 36)  # of an ICC profile: when it was made
_ID = slice(84, 100)
_PROFILE = b"sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True)
class Conformity:
    """The standards that a document follows, and in Dutch why it does not claim the others."""

    claims: Claims
    reasons: tuple[str, ...]

    @property
    def standards(self) -> tuple[str, ...]:
        """The claims as people write them."""
        found = []
        if self.claims.pdfa:
            found.append(f"PDF/A-{self.claims.pdfa}")
        if self.claims.pdfua:
            found.append(f"PDF/UA-{self.claims.pdfua}")
        return tuple(found)


def judge(
    pdf: Any, catalog: Any, reach: Reach, given: Claims, obstacles: Sequence[str]
) -> Conformity:
    """Judge a document that is ready but for its metadata.

    ``given`` is what it claimed before, ``obstacles`` what redaction did that ends level A and
    PDF/UA. Adds an output intent to ``catalog`` when that is what is missing.
    """
    uses = list(reach.shown().values())
    fonts = sorted({problem for use in uses if (problem := font_problem(use))})
    archive = fonts or _drawing_problems(pdf, catalog, reach)
    letters = {problem for use in uses if (problem := unicode_problem(use))}
    tagged = _tree_problems(catalog, obstacles) or sorted(letters)
    accessible = tagged or fonts
    part_a = _level(given, archive, tagged, letters)
    part_u = "1" if given.pdfua and not accessible else ""
    reasons = [f"Geen PDF/A: {reason}" for reason in archive]
    if given.pdfa[1:] == "a" and part_a in {"2b", "2u"}:
        reasons += [f"Geen PDF/A-2a: {reason}" for reason in tagged]
    if not part_u:
        reasons += [f"Geen PDF/UA: {reason}" for reason in accessible or [_NOT_SAID]]
    return Conformity(Claims(part_a, part_u), tuple(reasons))


_NOT_SAID = "Het document zei zelf niet dat het toegankelijk is."


def _level(given: Claims, archive: Sequence[str], tagged: Sequence[str], letters: set[str]) -> str:
    """Part 2 always: object streams and transparency are no part of PDF/A-1."""
    if archive:
        return ""
    if given.pdfa[1:] == "a" and not tagged:
        return "2a"
    return "2u" if given.pdfa[1:] in {"u", "a"} and not letters else "2b"


def _drawing_problems(pdf: Any, catalog: Any, reach: Reach) -> list[str]:
    rules = Rules()
    for page in pdf.pages:
        rules.page(page.obj)
    for resources, names in reach.used():
        rules.content(resources, names)
    if not rules.reasons:
        _cover_colours(pdf, catalog, rules)
    return sorted(rules.reasons)


def _cover_colours(pdf: Any, catalog: Any, rules: Rules) -> None:
    """Device colours need an output intent with as many components; grey goes with any."""
    import pikepdf

    intents = list(catalog.get("/OutputIntents", []))
    covered = set(profiles_of(intents))
    wanted = rules.devices - {1}
    if len(covered) != 1 or len(intents) != 1:
        if 4 in wanted:
            rules.reasons.add(NO_PROFILE)
            return
        catalog["/OutputIntents"] = pikepdf.Array([_standard_intent(pdf)])
        covered = {3}
    if not wanted <= covered:
        rules.reasons.add(NO_PROFILE)


def _standard_intent(pdf: Any) -> Any:
    import pikepdf

    profile = pdf.make_stream(_srgb())
    profile["/N"] = 3
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name("/GTS_PDFA1"),
            OutputConditionIdentifier=pikepdf.String(_PROFILE),
            DestOutputProfile=profile,
        )
    )


@cache
def _srgb() -> bytes:
    """The sRGB profile of LittleCMS, the same bytes every time."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    data = bytearray(profile.tobytes())
    data[_DATE] = bytes([0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])  # 1 January 2000
    data[_ID] = bytes(16)
    return bytes(data)


def _tree_problems(catalog: Any, obstacles: Sequence[str]) -> list[str]:
    if obstacles:
        return sorted(obstacles)
    problem = structure_problem(catalog)
    return [problem] if problem else []
