"""What the date reader gives back: words of time with their place and their value."""

from dataclasses import dataclass
from enum import StrEnum

from habeas.model import Span


class DateKind(StrEnum):
    """What the words say of time; the four types of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    DURATION = "DURATION"
    SET = "SET"
    TIME = "TIME"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Words of time.

    `edtf` is ISO 8601-2, None where the words do not settle a date. `timex` is the TIMEX3 value,
    which also has words for lengths (``P3D``), habits and ``PRESENT_REF``. `relative` says that the
    value rests on another date. `parts` are the printed ends of a range, which TIMEX3 cannot hold.
    """

    span: Span
    edtf: str | None
    kind: DateKind = DateKind.DATE
    timex: str | None = None
    relative: bool = False
    parts: tuple["DateExpression", ...] = ()
