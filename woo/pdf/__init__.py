"""The only importer of PDF libraries, one module per engine.

``verify`` may use the modules on pikepdf, pypdf and pdfium, never those on MuPDF.
"""
