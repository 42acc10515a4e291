"""The error tree: what can go wrong, each with what is needed to put it right.

StrideError
├── DataError             a data file holds something that cannot be
├── SettingsError         a setting was given a value that cannot be
├── ForeignRequest        a request for another skill
├── Unanswered            a request that an error of our own left without an answer
├── RequestRefused        a request that Amazon cannot have sent
├── CorruptDocument       a stored athlete cannot be understood
│   └── LaterSchema       a later release wrote it: leave it alone
├── RemindersRefused      reminders cannot be set, listed or cancelled now
├── FileRefused           a file from or for another program cannot be read or written
├── AudioUnavailable      a track cannot be rendered or kept: go on with spoken segments
└── StoreError
    ├── StaleVersion      another writer was first: read again, merge, save again
    └── StoreUnavailable  the store cannot be reached: go on without it
"""

from enum import StrEnum


class StrideError(Exception):
    """Anything Strong Stride itself reports as wrong."""


class DataError(StrideError):
    """A data file holds something that cannot be; for the person who edits it.

    ``problem`` follows the field in a sentence ("is missing"); ``remedy`` is an order
    ("list at least one muscle"). An entry or a field in brackets, such as "(all)", is none that the file names.
    """

    def __init__(self, file: str, entry: str, field: str, problem: str, remedy: str) -> None:
        super().__init__(file, entry, field, problem, remedy)
        self.file = file
        self.entry = entry
        self.field = field
        self.problem = problem
        self.remedy = remedy

    def in_file(self, file: str) -> "DataError":
        """The same, of another file."""
        return DataError(file, self.entry, self.field, self.problem, self.remedy)

    def __str__(self) -> str:
        named = [part for part in (self.entry, self.field) if not part.startswith("(")]
        return f"{': '.join([self.file, *named])} {self.problem}; {self.remedy}"


class SettingsError(StrideError):
    """A setting was given a value that cannot be; for the person who runs the skill."""

    def __init__(self, setting: str, value: str, remedy: str) -> None:
        super().__init__(setting, value, remedy)
        self.setting = setting
        self.value = value
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.setting} cannot be {self.value!r}; {self.remedy}"


class StoreError(StrideError):
    """A store did not do what it was asked; nothing in it has changed."""


class StaleVersion(StoreError):
    """Another writer was first: the store holds version ``found`` (0: no document)."""

    def __init__(self, found: int) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        return f"the store holds version {self.found}; load it, merge and save again"


class StoreUnavailable(StoreError):
    """The store cannot be reached, or not used: locked, full, unreadable, damaged, refused or closed."""

    def __init__(self, store: str, problem: str, remedy: str) -> None:
        super().__init__(store, problem, remedy)
        self.store = store
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.store}: {self.problem}; {self.remedy}"


class CorruptDocument(StrideError):
    """A stored athlete cannot be understood: damaged, or written by a later version."""


class LaterSchema(CorruptDocument):
    """A stored athlete was written by a later release, as after a rollback; it is left alone."""


class Refusal(StrEnum):
    """Why there can be no reminder. Each has the phrase ``reminder.refused_<name>``."""

    NO_ECHO = "no_echo"
    PERMISSION = "permission"
    DEVICE = "device"
    TOO_MANY = "too_many"
    BUSY = "busy"
    UNREACHABLE = "unreachable"


class RemindersRefused(StrideError):
    """Reminders cannot be set, listed or cancelled now."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal

    def __str__(self) -> str:
        return f"reminders refused: {self.refusal}"


class AudioUnavailable(StrideError):
    """A track cannot be rendered or kept now; ``part`` is what fails: a voice, or where the audio lies."""

    def __init__(self, part: str, problem: str, remedy: str) -> None:
        super().__init__(part, problem, remedy)
        self.part = part
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.part}: {self.problem}; {self.remedy}"


class FileRefused(StrideError):
    """A file from or for another program cannot be read or written; ``file`` names it, or what it is about."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(file, problem, remedy)
        self.file = file
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.file} {self.problem}; {self.remedy}"


class ForeignRequest(StrideError):
    """A request for another skill than ours."""

    def __str__(self) -> str:
        return "the request is for another skill; set STRIDE_SKILL_ID to this skill's id"


class Unanswered(StrideError):
    """A request that an error of our own left without an answer; the log has the error's kind and place."""

    def __str__(self) -> str:
        return "the request could not be answered; the log tells the error's kind and place"


class RequestRefused(StrideError):
    """A request that Amazon cannot have sent, or that is no request at all.

    ``reason`` is one short line for the log; it repeats nothing that the sender wrote.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason
