"""The main job on the sample dossier: draft, take in, find, redact, verify, list, publish.

``make demo`` runs this. It works in ``demo/`` beside the project; running it again does only what
is not done yet.
"""

import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent / "dossier-quickscan"
DEMO = SAMPLE.parent.parent / "demo"
DOSSIER = DEMO / "dossier"
DRAFTS = DEMO / "concepten"


def woo(*arguments: str | Path) -> None:
    """Run one command as a user would, and stop the demo when it fails."""
    print(f"$ woo {' '.join(map(str, map(shown, arguments)))}", flush=True)
    command = [sys.executable, "-m", "woo", *map(str, arguments)]
    done = subprocess.run(command, check=False)
    if done.returncode:
        print(f"De demonstratie stopt: deze opdracht eindigde met code {done.returncode}.")
        sys.exit(done.returncode)


def shown(argument: str | Path) -> str | Path:
    """A path as short as it can be read."""
    inside = isinstance(argument, Path) and argument.is_relative_to(DEMO.parent)
    return argument.relative_to(DEMO.parent) if isinstance(argument, Path) and inside else argument


def draft(name: str) -> None:
    """Typeset the internal and the public version of a draft, unless they are newer than it."""
    source = SAMPLE / f"{name}.md"
    for flags, version in (((), "intern"), (("--public",), "openbaar")):
        out = DRAFTS / f"{name}-{version}.pdf"
        if not out.exists() or out.stat().st_mtime < source.stat().st_mtime:
            woo("draft", "render", source, *flags, "-o", out)


def main() -> None:
    """Do the main job and say what was made."""
    started = time.monotonic()
    DRAFTS.mkdir(parents=True, exist_ok=True)
    draft("nota")
    draft("kamerstuk")
    if not (DOSSIER / "dossier.toml").exists():
        woo(
            *("new", DOSSIER, "--title", "Quick scan weerbare loketten"),
            *("--case-number", "2024-0000512873", "--organisation", "BZK"),
            *("--received", "2024-10-07", "--decided", "2024-11-04"),
        )
        settings = DOSSIER / "dossier.toml"
        settings.write_text(settings.read_text("utf-8") + SIGNATORY, "utf-8")
    woo("-C", DOSSIER, "add", SAMPLE / "inbox", SAMPLE / "nota.md", SAMPLE / "kamerstuk.md")
    woo("-C", DOSSIER, "run", "--accept-suggestions")
    woo("-C", DOSSIER, "log", "--verify")
    print(f"Concepten: {shown(DRAFTS)}")
    print(f"Klaar in {time.monotonic() - started:.0f} seconden. Bekijk het dossier met:")
    print(f"  .venv/bin/woo -C {shown(DOSSIER)} web")


SIGNATORY = """
ondertekenaar_ambt = "De Minister van Binnenlandse Zaken en Koninkrijksrelaties"
ondertekenaar_naam = "J.J.M. Uitermark"
"""

if __name__ == "__main__":
    main()
