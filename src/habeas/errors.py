"""Everything Habeas raises on purpose.

No message quotes a document or a person: it names the file, what was wrong and the remedy.

    HabeasError
    ├── IntakeError                a file gave no document
    │   ├── UnreadableFile         damaged, or not what it says it is
    │   ├── UnsupportedFormat      no module of intake reads it
    │   ├── EncryptedFile          a password is needed
    │   ├── EmptyFile              there is no text in it
    │   ├── OversizedFile          larger than the limit
    │   └── HostileFile            it would exhaust the machine or write outside its folder
    ├── ReaderFailed               a mistake of ours; the document was not read
    │   └── ReaderKilled           the process that read it died, again and again
    ├── SpanNotInText              a reading points outside its document, or at nothing
    ├── DanglingId                 a reading names somebody whom it does not list
    ├── MissingModel               a language model is not installed
    ├── InvalidLexicon             a data file of words is malformed
    ├── ClusterError               other processes or machines cannot read for us
    │   ├── ClusterRefused         they are there, and Habeas will not use them
    │   ├── ClusterUnreachable     they do not answer, or do not know us
    │   └── ClusterLost            they went while they were reading
    └── ArchiveError               an archive cannot do what was asked
        ├── NoArchive              there is none in that folder
        ├── ArchiveExists          there is one already, or something else is
        ├── ArchiveBusy            somebody else is writing to it
        ├── ReadOnlyArchive        this user may not write to it
        ├── NoSpace                the disk is full
        ├── DatabaseUnreachable    the database does not answer, or is not what it should be
        ├── DamagedArchive         something in it is not as it was written
        ├── ExportRefused          it cannot be written there
        ├── BagRefused             a bag is damaged, or none that Habeas made
        ├── NotInArchive           no such document, person, claim or event
        └── NotPossible            the archive holds what was named, but the act makes no sense
"""


class HabeasError(Exception):
    """The base of every error that Habeas raises; `str` of it is safe to log."""


class IntakeError(HabeasError):
    """A file gave no document. `where` names the file; `remedy` says what to do."""

    what = "cannot be read"
    remedy = "open it in the program that made it and save it again as text or PDF"

    def __init__(self, where: str, *, what: str | None = None, remedy: str | None = None) -> None:
        self.where = where
        self.what = what or type(self).what
        self.remedy = remedy or type(self).remedy
        super().__init__(f"{where}: {self.what}; {self.remedy}")


class UnreadableFile(IntakeError):
    """Damaged, or not what its content says it is."""

    what = "is damaged or not what it seems"


class UnsupportedFormat(IntakeError):
    """No module of intake reads this kind of file."""

    what = "is of a kind that Habeas does not read"
    remedy = "save it as .txt, .md, .html, .eml, .docx or .pdf"


class EncryptedFile(IntakeError):
    """A password is needed."""

    what = "is protected by a password"
    remedy = "open it with the password and save a copy without one"


class EmptyFile(IntakeError):
    """There is no text in the file."""

    what = "has no text in it"
    remedy = "if it is a scan, run it through OCR first (for example ocrmypdf)"


class OversizedFile(IntakeError):
    """Larger than the limit."""

    what = "is larger than the limit"
    remedy = "raise the limit with --max-size, or split the file"


class HostileFile(IntakeError):
    """It would exhaust the machine or write outside its folder."""

    what = "is built to exhaust or escape the reader"
    remedy = "do not open it; ask the sender for the text in another form"


class ReaderFailed(HabeasError):
    """A mistake of ours: the rules failed on a document. `place` is the line of code."""

    def __init__(self, where: str, *, cause: str, place: str) -> None:
        self.where, self.cause, self.place = where, cause, place
        super().__init__(f"{where}: was not read, by a mistake of Habeas ({cause} at {place})")


class ReaderKilled(ReaderFailed):
    """The process that read it died, again and again, and nothing else was being read."""

    def __init__(self, where: str) -> None:
        self.where, self.cause, self.place = where, "process died", "worker"
        HabeasError.__init__(
            self,
            f"{where}: was not read, the process that read it died each time; "
            "it may need more memory: read it alone with: habeas read",
        )


class SpanNotInText(HabeasError):
    """A reading points outside its document, at nothing, or at white space."""

    def __init__(self, start: int, end: int, *, part: str, length: int) -> None:
        self.start, self.end, self.part, self.length = start, end, part, length
        super().__init__(f"{part}: [{start}, {end}) is no words of a text of {length} characters")


class DanglingId(HabeasError):
    """A reading names somebody whom it does not list, or lists somebody twice."""

    def __init__(self, part: str, *, expected: str) -> None:
        self.part, self.expected = part, expected
        super().__init__(f"{part}: expected {expected}")


class MissingModel(HabeasError):
    """A language model is not installed."""

    def __init__(self, language: str, package: str) -> None:
        self.language, self.package = language, package
        super().__init__(f"no model for {language}; install it with: pip install {package}")


class InvalidLexicon(HabeasError):
    """A data file of words is malformed."""

    def __init__(self, name: str, expected: str) -> None:
        self.name, self.expected = name, expected
        super().__init__(f"lexicon {name}: expected {expected}")


class ClusterError(HabeasError):
    """Others cannot read for us. `where` names them; `remedy` says what to do."""

    what = "cannot be used"
    remedy = "read without it"

    def __init__(self, where: str, *, what: str | None = None, remedy: str | None = None) -> None:
        self.where = where
        self.what = what or type(self).what
        self.remedy = remedy or type(self).remedy
        super().__init__(f"{where}: {self.what}; {self.remedy}")


class ClusterRefused(ClusterError):
    """They are there, and Habeas will not use them."""

    what = "is not as Habeas needs it"
    remedy = "start it as docs/cluster.md shows"


class ClusterUnreachable(ClusterError):
    """They do not answer, or do not know us."""

    what = "does not answer, or does not accept these certificates"
    remedy = "check that the scheduler runs and that all certificates are of one authority"


class ClusterLost(ClusterError):
    """They went while they were reading."""

    what = "went away"
    remedy = "start it and run this again; what was read before is kept"


class ArchiveError(HabeasError):
    """An archive cannot do what was asked. `where` names it; `remedy` says what to do."""

    what = "cannot do that"
    remedy = "run: habeas verify"

    def __init__(self, where: str, *, what: str | None = None, remedy: str | None = None) -> None:
        self.where = where
        self.what = what or type(self).what
        self.remedy = remedy or type(self).remedy
        super().__init__(f"{where}: {self.what}; {self.remedy}")


class NoArchive(ArchiveError):
    """There is none in that folder."""

    what = "there is no archive here"
    remedy = "make one with: habeas init, or name another folder with --archive"


class ArchiveExists(ArchiveError):
    """There is one already, or something else is."""

    what = "there is an archive here already"
    remedy = "add to it with: habeas add, or name another folder"


class ArchiveBusy(ArchiveError):
    """Somebody else is writing to it."""

    what = "another command is writing to this archive"
    remedy = "wait until it is done, or stop it, and run this again; nothing was changed"


class ReadOnlyArchive(ArchiveError):
    """This user may not write to it."""

    what = "this user may not write to the archive"
    remedy = "get the right to write to its folder and database, and run this again"


class NoSpace(ArchiveError):
    """The disk is full."""

    what = "the disk is full"
    remedy = "make room and run this again; what was added before is kept"


class DatabaseUnreachable(ArchiveError):
    """The database does not answer, or is not what it should be."""

    what = "the database does not answer"
    remedy = "check that its server runs and that its address and password are right"


class DamagedArchive(ArchiveError):
    """Something in it is not as it was written."""

    what = "something in the archive is not as it was written"
    remedy = "run: habeas verify, and restore what it names from a backup or an exported bag"


class ExportRefused(ArchiveError):
    """It cannot be written there."""

    what = "is there already"
    remedy = "name another place; nothing was written"


class BagRefused(ArchiveError):
    """A bag is damaged, or none that Habeas made."""

    what = "is no bag that Habeas made, or it is damaged"
    remedy = "get another copy of the bag; nothing was imported"


class NotInArchive(ArchiveError):
    """No such document, person, claim or event."""

    what = "is not in the archive"
    remedy = "see what there is with: habeas status, people, claims or events"


class NotPossible(ArchiveError):
    """The archive holds what was named, but the act makes no sense."""

    what = "makes no sense"
    remedy = "nothing was changed"
