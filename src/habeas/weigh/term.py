"""Compare terms, which are ISO 8601 durations: "eight years" and "96 months" are one."""

import re
from functools import lru_cache

_FORM = re.compile(
    r"P(?:(?P<years>[\d.,]+)Y)?(?:(?P<months>[\d.,]+)M)?(?:(?P<weeks>[\d.,]+)W)?(?:(?P<days>[\d.,]+)D)?"
)
_DAYS = {"years": 365.0, "months": 365 / 12, "weeks": 7.0, "days": 1.0}


@lru_cache(maxsize=4096)
def length(term: str) -> int | None:
    """Return about how many days a duration has; None where it is not one."""
    found = _FORM.fullmatch(term)
    if found is None or not any(found.groups()):
        return None
    given = {unit: value.replace(",", ".") for unit, value in found.groupdict().items() if value}
    try:
        return round(sum(_DAYS[unit] * float(value) for unit, value in given.items()))
    except ValueError:
        return None
