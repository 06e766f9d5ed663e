"""Print claims: the words, who says so, and in what sense.

The speaker is never left out, and the words between “ ” are the document's own.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from habeas.model import Modality
from habeas.render.terminal import STANCES, safe

if TYPE_CHECKING:
    from habeas.web.ledger.access import Account, Speaker
    from habeas.web.people.access import Named

FEW = 3  # names that are shown before "and 5 others"


def blocks(accounts: "Iterable[Account]") -> Table:
    """Return claims one under another, each with its number at the left."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for one in accounts:
        table.add_row(one.claim, _block(one))
    return table


def _block(one: "Account") -> Text:
    sign, style = STANCES[Modality(one.modality)]
    words = safe(" ".join(one.words.split()))
    text = Text()
    text.append(f"{sign[0]} “{words}”\n", style=style)
    text.append(
        f"{one.modality} by {speaker(one.said_by, one.document)} ({one.basis})\n", style="bold"
    )
    text.append("; ".join(_facts(one)), style="bright_black")
    return text


def _facts(one: "Account") -> Iterable[str]:
    head = one.type.replace("_", " ")
    for label, who in (("of", one.victims), ("by", one.actors), ("in", one.places)):
        head += f" {label} {listed(who)}" if who else ""
    yield head
    if one.date or one.printed_date:
        yield f"dated {one.date or 'unresolved'} (“{safe(one.printed_date or '')}”)"
    yield from (safe(f"{key} {value}") for key, value in one.details.items())
    yield f"{one.document} [{one.start}, {one.end}]"
    if one.event:
        yield one.event


def speaker(said: "Speaker", document: str, *, few: int = FEW) -> str:
    """Return who says so in a document, in words."""
    who = listed(said.who, few=few)
    if said.author:
        text = f"{who}, signed {document}" if who else f"the unnamed author of {document}"
    elif said.page:
        text = f"the page {document}"
    else:
        text = f"{who or 'somebody not named'}, in {document}"
    if said.relayed_by:
        text += f", relayed by {listed(said.relayed_by, few=few)}"
    return text


def listed(who: "Sequence[Named]", *, few: int | None = None) -> str:
    """Return names with their numbers; of many those after the first `few` are counted."""
    shown = list(who) if few is None or len(who) <= few + 1 else list(who[:few])
    names = [f"{safe(one.name)} ({one.ref})" for one in shown]
    if rest := len(who) - len(shown):
        names.append(f"{rest} others")
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
