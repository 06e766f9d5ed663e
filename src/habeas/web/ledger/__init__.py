"""Claims, each with its speaker and its words, and the events that claims tell of."""
