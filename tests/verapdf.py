"""Ask veraPDF, the judge of PDF/A and PDF/UA, whether files keep what they claim."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

JAR = Path(__file__).parent.parent / ".tools" / "greenfield-apps-1.28.2.jar"
CLAIMED = ("2a", "ua1")

_LINE = re.compile(r"^(PASS|FAIL) (.+) (\w+)$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_HOW = (
    "veraPDF ontbreekt: mvn -q dependency:copy "
    "-Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 -DoutputDirectory=.tools"
)


def claims(paths: Iterable[Path]) -> dict[Path, dict[str, bool]]:
    """Per file, for each profile that it claims, whether it passes. One start of Java for all."""
    assert JAR.is_file(), _HOW
    files = list(paths)
    result = subprocess.run(
        ["java", "-cp", str(JAR), "org.verapdf.apps.GreenfieldCliWrapper",
         "--format", "text", "-v", *map(str, files)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    found: dict[Path, dict[str, bool]] = {file: {} for file in files}
    for line in result.stdout.splitlines():
        if match := _LINE.match(_COLOUR.sub("", line).strip()):
            found[Path(match[2])][match[3]] = match[1] == "PASS"
    return found


def failures(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Per file the profiles of ``CLAIMED`` that it fails or does not claim; empty = all pass."""
    bad: dict[str, list[str]] = {}
    for path, profiles in claims(paths).items():
        wrong = [one for one in CLAIMED if not profiles.get(one, False)]
        if wrong:
            bad[str(path)] = wrong
    return bad
