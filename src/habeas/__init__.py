"""Read letters written for people at risk: who says what happened to whom.

>>> reading = habeas.read("letter.txt")
>>> reading.claims[0].source.asserter
('author',)

Habeas never says that a thing happened. Nothing here touches the network.
"""

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from habeas import read as _stage

if TYPE_CHECKING:
    from habeas.model import Reading

    def read(source: str | Path) -> Reading:
        """Read one text or file; raise IntakeError where a file cannot be read."""


class _Stage(ModuleType):
    """The package ``habeas.read``, which may also be called, as ``habeas.read("letter.txt")``."""

    def __call__(self, source: str | Path) -> "Reading":
        from habeas.flow import read_source  # the engine loads its models only when it is asked

        return read_source(source)


_stage.__class__ = _Stage
