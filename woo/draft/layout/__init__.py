"""From a draft to pages: PDF by way of Typst, HTML."""
