"""A column for the words of a closed set: kept as a small number, read and written as the word.

The number is the word's place in a list that only ever grows at its end.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    Number = models.Field[Any, Any]
else:
    Number = models.PositiveSmallIntegerField


class CodeField(Number):
    """A word of an enum. Raises KeyError for a word that the enum does not have."""

    def __init__(self, words: type[StrEnum], **options: Any) -> None:
        self.words = words
        self.codes = {word.value: code for code, word in enumerate(words)}
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """Return how this column is made."""
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "words": self.words}

    def get_prep_value(self, value: Any) -> Any:
        """Return the number of a word."""
        return value if value is None or isinstance(value, int) else self.codes[str(value)]

    def from_db_value(self, value: int | None, *_: Any) -> StrEnum | None:
        """Return the word of a number."""
        return None if value is None else list(self.words)[value]

    def to_python(self, value: Any) -> Any:
        """Return the word, from a word or a number."""
        return list(self.words)[value] if isinstance(value, int) else self.words(value)
