"""The only importer of PDF libraries.

``reading`` is for everybody: the text that offsets count in, places, pictures, OCR. ``making``
typesets and converts. ``removing``, ``images`` and ``rebuilding`` serve ``redact``. ``examining``
serves ``verify``, which may not reach MuPDF.
"""
