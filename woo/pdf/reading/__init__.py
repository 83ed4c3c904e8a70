"""What a PDF says and where: the text layer, places on the page, pictures of pages, OCR."""
