"""Documents as they came, where from, and the log of every act on the archive."""
