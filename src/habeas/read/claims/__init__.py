"""Read the acts and states that a document claims, and who claims them.

Says what the text says and on whose word; never that it happened. What is only asked for is a
demand and not read here.
"""

from habeas.read.claims.reading import read_claims

__all__ = ["read_claims"]
