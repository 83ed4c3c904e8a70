"""Where each thing lies in a dossier's folder."""

from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("originals", "renditions", "redacted", "reports", "inventory", "decision", "publication")

# Where a killed command may leave something half-written; publication puts itself right.
SWEPT = FOLDERS[:-1]


def suffix_of(untrusted_name: str) -> str:
    """The suffix under which an original is kept: lower case, at most ten signs."""
    return Path(untrusted_name).suffix.lower()[:10]


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one dossier. Files are named by hash or document id, never by a name."""

    root: Path

    @property
    def settings(self) -> Path:
        """Who publishes what: ``dossier.toml``."""
        return self.root / "dossier.toml"

    @property
    def policy(self) -> Path:
        """Who stays and who goes: ``policy.toml``."""
        return self.root / "policy.toml"

    @property
    def staff(self) -> Path:
        """Who works at the organisation: ``staff.csv``, when it gave that list."""
        return self.root / "staff.csv"

    @property
    def index(self) -> Path:
        """The SQLite database."""
        return self.root / "index.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the one command that is at work."""
        return self.root / ".lock"

    def is_own(self, path: Path) -> bool:
        """Tell whether a file is one that this program keeps in the dossier."""
        full, root = path.resolve(), self.root.resolve()
        if not full.is_relative_to(root):
            return False
        top = full.relative_to(root).parts[0]
        files = {self.settings.name, self.policy.name, self.staff.name}
        return top in FOLDERS or top in files or top.startswith(self.index.name)

    @property
    def inventory(self) -> Path:
        """The folder of the inventarislijst."""
        return self.root / "inventory"

    @property
    def decision(self) -> Path:
        """The folder of the besluit."""
        return self.root / "decision"

    @property
    def publication(self) -> Path:
        """The folder that bundles are written in by default."""
        return self.root / "publication"

    def original(self, sha256: str, suffix: str) -> Path:
        """What came in, byte for byte, read-only."""
        return self.root / "originals" / f"{sha256}{suffix}"

    def pictures(self, sha256: str) -> Path:
        """Which originals are the pictures of a draft with this hash: JSON."""
        return self.root / "originals" / f"{sha256}.pictures.json"

    def rendition(self, document: str) -> Path:
        """The same as PDF: what is judged and redacted."""
        return self.root / "renditions" / f"{document}.pdf"

    def redacted(self, document: str) -> Path:
        """What may go out, once verified."""
        return self.root / "redacted" / f"{document}.pdf"

    def report(self, document: str) -> Path:
        """What was done to it, without personal data."""
        return self.root / "reports" / f"{document}.json"
