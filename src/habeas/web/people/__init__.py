"""Who is named in the documents, and which of those names are one person or body."""
