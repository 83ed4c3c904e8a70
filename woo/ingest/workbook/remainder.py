"""What a workbook holds that no page can show, as remarks for the reviewer."""

from collections import Counter

from woo.ingest.package_parts import Parts

_HIDDEN_COPY = "kunnen gegevens bevatten die op geen blad staan"
# By the beginning of the name of a part; the first that fits counts.
_KINDS = {
    "xl/media/": "afbeeldingen, die niet in de pdf staan",
    "xl/charts/chart": "grafieken, waarvan alleen de tekst in de pdf staat",
    "xl/charts/": "",
    "xl/embeddings/": "ingesloten bestanden, die niet apart zijn gelezen",
    "xl/pivotcache/pivotcachedefinition": f"gegevensbronnen van draaitabellen; die {_HIDDEN_COPY}",
    "xl/pivotcache/": "",
    "xl/externallinks/": f"koppelingen met andere bestanden; die {_HIDDEN_COPY}",
    "xl/connections": "lijsten van verbindingen met andere bestanden of databanken",
    "xl/querytables/": "opgehaalde tabellen",
    "xl/revisions/": f"onderdelen met bijgehouden wijzigingen; die {_HIDDEN_COPY}",
    "xl/model/": f"gegevensmodellen; die {_HIDDEN_COPY}",
    "xl/vbaproject": "onderdelen met macro's, die niet in de pdf staan",
    "xl/vbadata": "",
    "customxml/itemprops": "",
    "customxml/": f"onderdelen met eigen gegevens van een programma; die {_HIDDEN_COPY}",
}
# These say how the workbook looks or is put together, or repeat what stands on its sheets.
_NOTHING = (
    "[content_types].xml", "docprops/", "mimetype", "xl/theme/", "xl/styles", "xl/calcchain",
    "xl/printersettings/", "xl/metadata", "xl/tables/", "xl/pivottables/", "xl/persons/",
    "xl/ctrlprops/", "xl/drawings/", "xl/slicers/", "xl/slicercaches/", "xl/timelines/",
    "xl/timelinecaches/", "xl/namedsheetviews/", "xl/richdata/rdrichvaluetypes",
    "xl/featurepropertybag/", "xl/sharedstrings",
)  # fmt: skip


def remarks(parts: Parts) -> tuple[str, ...]:
    """One remark for each kind of part that is in the file and not in the PDF."""
    counts: Counter[str] = Counter()
    for name in parts.names:
        kind = next((kind for start, kind in _KINDS.items() if name.startswith(start)), None)
        if kind is None and not (
            name in parts.used or name.endswith(".rels") or name.startswith(_NOTHING)
        ):
            kind = f"overige onderdelen; die {_HIDDEN_COPY}"
        if kind:
            counts[kind] += 1
    return tuple(f"Aantal {kind}: {count}." for kind, count in sorted(counts.items()))
