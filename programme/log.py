"""What is logged: the deeds by the words that stand in the log, and one row of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.access import done_by


class Logged(StrEnum):
    """What somebody did, as the log calls it."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    SIGN_IN_REFUSED = "sign-in refused"
    LOOKED_AT_HIDDEN = "looked at hidden figures"
    TOOK_ORIGINAL = "took away an original"
    TOOK_AWAY = "took away"
    UPLOADED = "uploaded"
    THREW_AWAY = "threw a draft away"
    ACCEPTED = "accepted"
    WITHDREW = "withdrew"
    WROTE = "wrote words"
    WITHDREW_WORDS = "withdrew words"
    ADDED_ALIAS = "added an alias"
    WITHDREW_ALIAS = "withdrew an alias"
    LOADED_RELEASE = "loaded a release"
    WITHDREW_RELEASE = "withdrew a release"
    ASKED_FOR_HIDDEN = "asked for a hidden figure"
    GRANTED_HIDDEN = "granted a hidden figure"
    REFUSED_HIDDEN = "refused a hidden figure"
    ADDED_PERSON = "added a person"
    GAVE_ROLES = "gave roles"
    REMOVED_PERSON = "removed a person"
    RESET_PERSON = "reset a person"
    SET_PASSWORD = "set their password"
    BACKED_UP = "backed up"
    RESTORED = "restored"
    MOVED = "moved the store"
    NAMED_REDACTION = "named what is to be redacted"
    REFUSED_REDACTION = "refused a redaction"
    REDACTED = "redacted"
    REDACTED_LOG = "redacted a row of the log"
    LET_GO = "let old rows go"
    OPENED_MEETING = "opened a meeting"
    SET_AGENDA = "set an agenda"
    SAID_ATTENDANCE = "said who attended"
    RECORDED_CHALLENGE = "recorded a challenge"
    RECORDED_DECISION = "recorded a decision"
    RECORDED_FOLLOW_UP = "recorded a follow-up"
    ANSWERED = "answered the board"
    JUDGED_REPLY = "judged an answer"
    POINTED = "said what a challenge changed"
    CLOSED_MEETING = "closed a meeting"
    KEPT_MINUTES = "kept minutes"
    SIGNED_MINUTES = "signed minutes"
    SENT_FOR_REVIEW = "sent a quarter for review"
    APPROVED_QUARTER = "approved a quarter"
    PUBLISHED_QUARTER = "published a quarter"
    WITHDREW_PUBLICATION = "withdrew a publication"
    TOLD = "told what changed"
    KEPT_LAYOUT = "kept a layout"
    WITHDREW_LAYOUT = "withdrew a layout"
    KEPT_PACK = "kept a pack"
    MADE_TOKEN = "made a token"
    REVOKED_TOKEN = "ended a token"
    TOOK_BY_TOKEN = "took away by token"
    TOKEN_REFUSED = "token refused"
    LOST = "could not log"


VOUCHING = frozenset({Logged.REDACTED_LOG, Logged.LET_GO})
"""What is said of these vouches for other rows: the app wrote it, nobody typed it, and no redaction may change it."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row: when (UTC), what, who, from which address, about what; `redacts` is the row whose words it redacted.

    `hash` follows from this row and the one before. `salt` is empty where words of this row were redacted.
    """

    number: int
    at: datetime
    deed: str
    name: str
    account: str
    came_from: str
    what: str
    redacts: int | None
    salt: str
    sealed: str
    hash: str

    @property
    def doer(self) -> str:
        """Who it was: the name, and the account beside it where the two differ."""
        return done_by(self.name, self.account)

    @property
    def words(self) -> tuple[str, str, str, str]:
        """What `sealed` vouches for, and a redaction may change."""
        return self.name, self.account, self.came_from, self.what


@dataclass(frozen=True, slots=True)
class LogEnd:
    """Where a log ends, to be kept apart from it: the number of its newest row and that row's hash. 0 and nothing: empty."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class LogVerdict:
    """What checking a log gave: how many rows it holds, where it ends, and the first thing that is wrong with it.

    `row` is the number of the first row that does not follow, or is missing; None where all is sound, with `wrong` empty.
    `clock` are the rows before which the machine's clock was set back.
    """

    rows: int
    end: LogEnd
    row: int | None = None
    wrong: str = ""
    clock: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every row follows from the one before and none is missing."""
        return not self.wrong
