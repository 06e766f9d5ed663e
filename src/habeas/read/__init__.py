"""Read documents: what they are, whom they name, what they claim and who says so."""
