"""A classified document does not become public."""

from collections.abc import Iterator

from woo.draft.draft import CLASSIFICATION
from woo.draft.reading.source import Source
from woo.model.draft import Problem

_PUBLISHED = "actief_openbaar"


def check_classification(source: Source) -> Iterator[Problem]:
    """An error when the source says both (VIRBI 2013; Woo, artikel 5.1, eerste lid, onder b)."""
    entry = source.entries.get(CLASSIFICATION)
    published = source.first(_PUBLISHED).strip().casefold() == "ja"
    if entry and source.first(CLASSIFICATION).strip() and published:
        yield Problem(
            entry.line,
            entry.column,
            f"Een gerubriceerd stuk wordt niet openbaar. Schrijf '{_PUBLISHED}: Nee', of laat het "
            "stuk derubriceren en haal dit veld weg.",
        )
