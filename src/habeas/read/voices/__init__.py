"""Read whose words are whose: sources, the words that introduce them, and what they say.

Names nobody: a source is a noun phrase, and who it is, is for ``names``. What has no lexicon of
its language, or no parse, is not read here.
"""

from habeas.read.voices.quotation import is_quotation, quotations
from habeas.read.voices.reading import read_voices
from habeas.read.voices.voice import Stance, Voice

__all__ = ["Stance", "Voice", "is_quotation", "quotations", "read_voices"]
