"""Weigh claims: which tell of one happening, who tells it independently, and where they differ.

Computes no truth: nothing is averaged away, and the number of voices is not a verdict.
"""

from habeas.weigh.compare import SAME, UNSURE, compare
from habeas.weigh.conflict import Conflict
from habeas.weigh.finding import MARGIN, against, choose
from habeas.weigh.gather import Gathering, gather, sample
from habeas.weigh.happening import Happening, weigh
from habeas.weigh.key import keys
from habeas.weigh.period import bounds
from habeas.weigh.sketch import sketch
from habeas.weigh.telling import Finding, Telling
from habeas.weigh.value import Matter, Value
from habeas.weigh.voice import Voice

__all__ = [
    "MARGIN",
    "SAME",
    "UNSURE",
    "Conflict",
    "Finding",
    "Gathering",
    "Happening",
    "Matter",
    "Telling",
    "Value",
    "Voice",
    "against",
    "bounds",
    "choose",
    "compare",
    "gather",
    "keys",
    "sample",
    "sketch",
    "weigh",
]
