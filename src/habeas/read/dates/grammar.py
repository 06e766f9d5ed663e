"""The grammar of words of time, as patterns over the characters of `tokens.Tokens.symbols`.

One pattern a rule, tried in order at each place; the rule's name says who works out the value.
Nothing here looks at the text itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_UNIT = "[UugG]"
_ANY_MONTH = "[Ma]"
# What may stand before a month that is also a word or a name (May, April).
_LEAD = "[P@jtbfeEA<>mFBLXTQDi-]"
_COUNT = "(?:c(?:-?c)*(?:&?q)?|[dnN]|Y(?!g)|i?q|i)"
_BOUND = "[mA]*"
# "the end of the", "early in", "mid-", "about", "later in".
_NEAR = "(?:A|m(?=D?e)|D?e-?[P@]?f?D?|[FB][P@]|D?E(?:[P@]f|[P@]|f)?)*"
_YEAR = "(?:YgC?|YGC?|YC?(?![-]?[UugG5])|[dnN]C|'[dn]|CY)"
_THAT_YEAR = "(?:D?[THLX]+[gG]|D[gG][LXTH]|[gG][LXTH])"
_OF_YEAR = f"(?:,?f?D?{_YEAR}|,?@{_YEAR}|,?[f@]?{_THAT_YEAR})"
_DAY = "(?:d-?o?|r|v(?=M))"
_TIME = "(?:,?[P@]?(?:kh?|dh))"
_TIME_BEFORE = "(?:(?:kh?|dh),?[P@]?D?)"
_DMY = f"D?{_DAY}f?{_ANY_MONTH}(?:-Y|{_OF_YEAR})?"
_MDY = f"{_ANY_MONTH}D?d(?:-?o)?(?!C){_OF_YEAR}?"
_MY = f"{_ANY_MONTH}{_OF_YEAR}"
_SY = f"(?:[Ss=]{_OF_YEAR}|Y[Ss])"
_MONTH = f"(?:M|(?<={_LEAD})a)"
_YMD = f"Y,?{_ANY_MONTH}d(?:-?o)?(?!,?Y)"
_CAL = f"(?:{_DMY}|{_YMD}|{_MDY}|{_MY}|{_SY}|{_YEAR}|{_MONTH})"
_PART_OF = "(?:D?e?p[uU]?[fP]?)"

_DAYS = (
    f"(?:(?:[jf]D?{_DAY}t|bD?{_DAY}&|D?{_DAY}[-t&])D?{_DAY}f?{_ANY_MONTH}{_OF_YEAR}?"
    f"|[jb]?{_ANY_MONTH}D?d-?o?[-t&]D?d-?o?(?!f?{_ANY_MONTH}|C){_OF_YEAR}?)"
)
_LAST_YEARS = "(?:Y[-/][dn](?![-]?[UugGdno/])C?|[dnNY][-t][dnN]C|Yg?[-/t]Y(?!5)C?)(?:[gG](?!Y))?"
_RANGE = (
    f"(?:[jfP@]{_NEAR}{_CAL}(?:t|-){_NEAR}D?{_CAL}|b{_NEAR}{_CAL}&{_NEAR}D?{_CAL}"
    f"|{_CAL}(?:-|t){_NEAR}D?{_CAL}|{_ANY_MONTH}[&-]{_ANY_MONTH}{_OF_YEAR}|{_MONTH}&{_ANY_MONTH}"
    f"|D?{_DAY}f?{_ANY_MONTH}&D?{_DAY}f?{_ANY_MONTH}{_OF_YEAR}"
    f"|{_ANY_MONTH}do?&{_ANY_MONTH}do?{_OF_YEAR}"
    f"|D?[Ss][&-][Ss]{_OF_YEAR}|D[Ss][&-][Ss])"
)
_SET = f"(?:Q(?:{_COUNT}?{_UNIT}|W|p|[SsMa])|O)"
_CENTURY = f"{_NEAR}D?(?:r|[dn]-?o|v(?:-?o)?|d)-?UC?"
_DECADE = (
    f"{_NEAR}D?(?:[YN]5|(?<=D)Y'5|Y-5G?|'[dn]'?5|(?<=[DeT])[dn]'?5|[dn]-5(?:G|(?!x))|9G?"
    "|(?<=D)G[Ynd])C?"
)
_DEICTIC = rf"{_NEAR}D?[THLX]+-?(?:{_UNIT}(?!f)|{_ANY_MONTH}{_OF_YEAR}?|W|[Ss]|p)(?:'5)?p?"
_ADJECTIVE = f"{_NEAR}D?(?:W?(?:{_DMY})|{_MONTH}|W|[Ss]|{_UNIT})[LX]"
_PERIOD = "(?:D?E(?:[P@]f|[P@]|f)D?[UgG]|(?:e-?|[FB])[P@]D?[Ug])"
_HENCE = "(?:K|[FB](?![P@]D?[YUgM]))"
_SHIFT = f"(?:{_BOUND}(?:{_COUNT}|D)-?{_UNIT}(?:{_HENCE}|[<>](?=[,.;/&|]|$))|[uG]{_HENCE})"
_SHIFT_BEFORE = f"(?:[KF]{_BOUND}{_COUNT}?{_UNIT}|K[Ryx]{_BOUND}{_COUNT}{_UNIT})(?![<>])"
_PAST = f"D?[LX](?:{_COUNT}-?{_UNIT}|-?[uG])"
_DURATION = (
    f"(?:{_BOUND}(?:D[LXr])?(?:{_COUNT}(?:-|t|&))?{_COUNT}(?:-?f?{_UNIT}|x[uG])(?:&q)?"
    f"|%{_UNIT}|D?[LXr]{_UNIT}f|(?<![%QDTHLXfrx-])[uG])"
)
_WEEKDAY = "W"


def _rules(adjective_after: bool, shift_before: bool) -> dict[str, str]:
    return {
        "iso": "I",
        "numeric": f"Z{_TIME}?",
        "often": _SET,
        "shift_before": _SHIFT_BEFORE if shift_before else "(?!)",
        "shift": _SHIFT,
        "since": "~",
        "event_shift": f"{_BOUND}{_COUNT}-?{_UNIT}[<>]",
        "adjective": _ADJECTIVE if adjective_after else "(?!)",
        "days": f"(?:W,?)?{_DAYS}",
        "years": f"(?:[jf]D?(?=[dnNY]g?t)|b)?D?{_LAST_YEARS}",
        "open": f"(?:[jP@]D?){_CAL}&?[t-]?D?R",
        "winter": f"{_NEAR}D?[Ss=]f?D?Y[-/][Ydn][gG]?",
        "range": _RANGE,
        "century": _CENTURY,
        "decade": _DECADE,
        "count": f"(?:{_PAST})",
        "duration": _DURATION,
        "calendar": f"{_NEAR}(?:D(?![YMa]))?{_TIME_BEFORE}?(?:W,?D?[P@]?)?{_PART_OF}?{_CAL}"
        f"(?:p|{_TIME})?",
        "deictic": _DEICTIC,
        "period": _PERIOD,
        "weekday": f"{_NEAR}{_WEEKDAY}p?",
        "day": "(?<=[P@&-])D?do(?=[,.;&P@RT-]|$)",
        "season": f"{_NEAR}D?[S=]|{_NEAR}Ds(?!f)|(?<=[P@])s",
        "today": "yp?",
        "now": "R",
        "past": "w",
        "future": "z",
        "vague": "V",
        "clock": "kh?|dh",
        "part": "D?p",
        "old": r"(?<=[P@ft<>-])[Nn](?=[,.;/x&P@'-]|$)",
    }


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language: `any` finds the next place, `each` are the rules by name."""

    any: re.Pattern[str]
    each: dict[str, re.Pattern[str]]

    def matches(self, symbols: str, start: int) -> Iterator[tuple[str, int, int]]:
        """Yield, for the next place where a rule holds, each rule that does: name, start, end."""
        found = self.any.search(symbols, start)
        if found is None or found.lastgroup is None:
            return
        yield found.lastgroup, found.start(), found.end()
        names = list(self.each)
        for name in names[names.index(found.lastgroup) + 1 :]:
            if other := self.each[name].match(symbols, found.start()):
                yield name, other.start(), other.end()


@cache
def grammar(*, adjective_after: bool = False, shift_before: bool = False) -> Grammar:
    """Return the grammar of a language."""
    rules = _rules(adjective_after, shift_before)
    anyone = "|".join(f"(?P<{name}>{rule})" for name, rule in rules.items())
    # Most tokens open no rule; saying so first makes the search quick.
    return Grammar(
        any=re.compile(f"(?![x;,.|/#+&o5h-])(?:{anyone})"),
        each={name: re.compile(rule) for name, rule in rules.items()},
    )


# Evidence for the order of numeric dates, and days printed once with their year.
FULL = re.compile(f"(?P<day_first>{_DAY}f?{_ANY_MONTH},?f?Y)|(?P<month_first>{_ANY_MONTH}D?d,?Y)")
