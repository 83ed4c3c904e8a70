"""Words that the lists themselves have are no leak there."""

from pathlib import Path

from tests.publish.publications import sample_publication, titled
from woo.pipeline.own_words import own_words


def test_headings_keys_and_labels_are_our_own_and_titles_are_not(tmp_path: Path) -> None:
    publication = sample_publication(tmp_path, titled("Verslag van Wim Testeman over Marks"))
    ours = ["Beoordeling", "marks", "Publieke Link", "openbaar"]
    theirs = ["Testeman", "Verslag", "waterkwaliteit"]
    assert own_words(publication, [*ours, *theirs]) == set(ours)
