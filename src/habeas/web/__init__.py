"""The archive: a Django project whose rooms keep documents, people and the ledger of claims.

Rows are thin. What a letter says, who is who and what agrees is worked out by the engine.
"""
