"""Read the anatomy of a letter: kind, title, dates, signatories, addressees, tags, links.

Rests on layout and lists of words, so that it works in languages without a parser. Names no
entity and judges nothing.
"""

from habeas.read.anatomy.frame import Frame, read_anatomy, read_frame

__all__ = ["Frame", "read_anatomy", "read_frame"]
