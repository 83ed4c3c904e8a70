"""The only importer of PDF libraries.

Reading for everybody: ``textlayer`` (the text that offsets count in), ``intake``, ``ocr``,
``places``, ``pictures``. Making: ``typesetting``, ``glyphs``, ``office``. Taking out, for
``redact``: ``survey``, ``removal``, ``pixels``, and ``rebuild`` with the modules that it calls.
Looking again, for ``verify``, which may not reach MuPDF: ``objectwalk``, ``objectfacts``,
``pagecontent``, ``pdfium_pages``, ``pdfium_objects``, ``pypdf_text``.
"""
