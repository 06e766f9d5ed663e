"""Find words and names, in any spelling, in the documents of the archive."""
