"""Read the names of a document: who and what is named, under which forms, in what roles.

Everything holds for one document. Whether two documents name one person is for ``resolve``.
"""

from habeas.model import Anatomy
from habeas.read.names.answer import Names
from habeas.read.names.gazetteer import find_again, find_declined
from habeas.read.names.same import group
from habeas.read.names.seen import is_pair, readable, seen, settled
from habeas.read.names.story import tell
from habeas.read.sheet import Sheet

__all__ = ["Names", "read_names"]


def read_names(sheet: Sheet, anatomy: Anatomy) -> Names:
    """Return the entities of a document and what its pronouns and descriptions denote."""
    passages = readable(sheet)
    mentions = seen(passages, anatomy, sheet.language)
    known = group(passages, mentions)
    again = [*find_again(passages, known), *find_declined(passages, known)]
    alone = [one for one in (*mentions, *again) if not is_pair(passages[one.passage], one)]
    groups = group(passages, settled([], alone))
    return tell(sheet, anatomy, groups)
