"""Weigh claims: which tell of one happening, who tells it independently, and where they differ.

Computes no truth: nothing is averaged away, and the number of voices is not a verdict.
"""
