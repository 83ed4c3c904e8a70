"""Runs in deduce's own environment: JSON texts in, a line of spans out for each.

``python deduce_spans.py`` reads lines ``{"text": …}`` and writes lines ``[[start, end, tag], …]``;
the last line gives the seconds that loading and working took.
"""

import json
import sys
import time


def main() -> None:
    started = time.perf_counter()
    from deduce import Deduce  # type: ignore[import-not-found]

    model = Deduce()
    model.deidentify("Jan")
    loaded = time.perf_counter()
    for line in sys.stdin:
        found = model.deidentify(json.loads(line)["text"]).annotations
        print(json.dumps([[one.start_char, one.end_char, one.tag] for one in found]))
    done = time.perf_counter()
    print(json.dumps({"loading": loaded - started, "working": done - loaded}))


if __name__ == "__main__":
    main()
