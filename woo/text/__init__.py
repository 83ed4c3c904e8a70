"""Text and the files it stands in: folding, finding terms, writing without loss."""
