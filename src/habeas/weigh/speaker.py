"""Who says a telling, as far as its document tells.

Says nothing of whether two speakers are independent; `voice` asks that.
"""

from habeas.model import Basis
from habeas.weigh.telling import Telling


def speakers(telling: Telling) -> frozenset[int]:
    """Return who says so; of words that are nobody's ("reportedly") whoever relays them."""
    return telling.asserters or telling.relayed_by


def is_relayed(telling: Telling) -> bool:
    """Say whether the document gives the words to somebody else than its author."""
    return bool(telling.relayed_by) or telling.basis == Basis.QUOTED
