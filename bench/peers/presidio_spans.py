"""Runs in Presidio's own environment, as ``deduce_spans`` does; it has no Dutch model."""

import json
import sys
import time


def main() -> None:
    started = time.perf_counter()
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # type: ignore[import-not-found]
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found]

    engine = SpacyNlpEngine()
    engine.nlp = {"nl": spacy.blank("nl")}
    registry = RecognizerRegistry(supported_languages=["nl"])
    registry.load_predefined_recognizers(languages=["nl"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["nl"])
    analyzer.analyze("Jan", language="nl")
    loaded = time.perf_counter()
    for line in sys.stdin:
        found = analyzer.analyze(json.loads(line)["text"], language="nl", score_threshold=0.4)
        print(json.dumps([[one.start, one.end, one.entity_type] for one in found]))
    done = time.perf_counter()
    print(json.dumps({"loading": loaded - started, "working": done - loaded}))


if __name__ == "__main__":
    main()
