"""Presidio for Dutch with what it installs: its recognisers of numbers and addresses.

Its names come from a model, and the registry has none for Dutch; a blank one splits the words.
The telephone recogniser gets the Netherlands, which a user would set, before its own countries.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from bench.peers.answering import Marker, Span, answer


def load() -> Marker:
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    _stay_offline()
    engine = SpacyNlpEngine()
    engine.nlp = {"nl": spacy.blank("nl")}
    registry = RecognizerRegistry(supported_languages=["nl"])
    registry.load_predefined_recognizers(languages=["nl"], nlp_engine=engine)
    registry.remove_recognizer("PhoneRecognizer", language="nl")
    countries = ("NL", *PhoneRecognizer.DEFAULT_SUPPORTED_REGIONS)
    registry.add_recognizer(PhoneRecognizer(supported_language="nl", supported_regions=countries))
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["nl"])

    def mark(texts: Iterable[str]) -> Iterator[list[Span]]:
        for text in texts:
            found = analyzer.analyze(text, language="nl")
            yield sorted((one.start, one.end, one.entity_type) for one in found)

    return mark


def _stay_offline() -> None:
    """Judge the ends of domains by the list that is installed, not by one from the network."""
    import tldextract.tldextract as ends

    ends.TLD_EXTRACTOR = ends.TLDExtract(suffix_list_urls=())


if __name__ == "__main__":
    answer(f"presidio-analyzer {version('presidio-analyzer')}", load)
