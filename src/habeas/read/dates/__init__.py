"""Find dates and other words of time in a text; values in EDTF (ISO 8601-2).

Refuses to guess: what cannot be resolved has no value.
"""

from habeas.read.dates.edtf import is_edtf
from habeas.read.dates.expression import DateExpression, DateKind
from habeas.read.dates.reader import find_dates

__all__ = ["DateExpression", "DateKind", "find_dates", "is_edtf"]
