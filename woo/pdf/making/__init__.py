"""Makes PDFs: Typst, LibreOffice."""
