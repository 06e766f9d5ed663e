"""The command line: words to calls, one module for each family of commands.

What was asked for goes to standard output; progress and messages go to standard error. Nothing
here reads a letter or judges one, and no module loads the models or the archive before a command
needs them, so that help comes at once.
"""

from habeas.cli.adding import add
from habeas.cli.archive import init, log, status, verify
from habeas.cli.exchange import export, import_bag
from habeas.cli.group import main
from habeas.cli.judging import different, same, undo
from habeas.cli.ledger import claims, conflicts, event, events
from habeas.cli.people import people, person
from habeas.cli.read import print_schema, read
from habeas.cli.search import search
from habeas.cli.sources import document, documents, remove

__all__ = ["main"]

# In the order of work, which is the order in which `habeas --help` shows them.
SECTIONS = {
    "Read": (read, print_schema),
    "Keep": (init, add, status, documents, document, remove),
    "Look": (people, person, claims, events, event, conflicts, search),
    "Correct": (same, different, undo, log),
    "Hand on": (export, import_bag, verify),
}
for _title, _commands in SECTIONS.items():
    main.add_section(_title, _commands)
