"""Who may do what: the roles, the deeds, one table of both, and the one question `may(person, deed, thing)`.

Every room may ask it. It is asked at the deed itself, where something is stored, read or given out, and never by leaving
a page out of a menu.
"""

import getpass
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What somebody is here. A person may hold several; only analysts see figures that could point to a child."""

    READER = "reader"
    ANALYST = "analyst"
    LEAD = "lead"
    CHAIR = "chair"
    ADMINISTRATOR = "administrator"


class Deed(StrEnum):
    """What can be done."""

    SEE_HIDDEN = "see hidden"
    SEE_ORIGINAL = "see original"
    PREVIEW = "preview"
    SEE_VERSIONS = "see versions and queries"
    SEE_UNSIGNED = "see what is not signed off"
    UPLOAD = "upload"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    LOAD_RELEASE = "load release"
    WITHDRAW_RELEASE = "withdraw release"
    KEEP_LAYOUT = "keep alias or layout"
    NAME_REDACTION = "name what is to be redacted"
    ASK_RELEASE_HIDDEN = "ask to release hidden"
    WRITE_WORDS = "write words"
    ASSESS = "assess"
    ANSWER = "answer"
    SEND_FOR_REVIEW = "send for review"
    APPROVE = "approve"
    PUBLISH = "publish"
    WITHDRAW_PUBLICATION = "withdraw publication"
    OPEN_MEETING = "open meeting"
    RECORD_CHALLENGE = "record challenge"
    RECORD_DECISION = "record decision"
    RECORD_FOLLOW_UP = "record follow-up"
    SIGN_MINUTES = "sign minutes"
    EXPORT_PUBLIC = "export public"
    KEEP_PACK = "keep pack"
    TAKE_AWAY = "take pack away"
    MAKE_TOKEN = "make token"
    REVOKE_TOKEN = "revoke token"
    MANAGE_PEOPLE = "manage people"
    BACK_UP = "back up"
    RESTORE = "restore"
    REDACT = "redact"
    READ_LOG = "read log"
    RELEASE_HIDDEN = "release hidden"


_EVERYBODY = {Deed.TAKE_AWAY, Deed.MAKE_TOKEN, Deed.REVOKE_TOKEN}

MAY: Mapping[Role, frozenset[Deed]] = MappingProxyType(
    {
        role: frozenset(_EVERYBODY | own)
        for role, own in {
            Role.READER: set(),
            Role.ANALYST: {
                Deed.SEE_HIDDEN,
                Deed.SEE_ORIGINAL,
                Deed.PREVIEW,
                Deed.SEE_VERSIONS,
                Deed.SEE_UNSIGNED,
                Deed.UPLOAD,
                Deed.ACCEPT,
                Deed.WITHDRAW,
                Deed.LOAD_RELEASE,
                Deed.WITHDRAW_RELEASE,
                Deed.KEEP_LAYOUT,
                Deed.NAME_REDACTION,
                Deed.ASK_RELEASE_HIDDEN,
            },
            Role.LEAD: {Deed.SEE_UNSIGNED, Deed.WRITE_WORDS, Deed.ASSESS, Deed.ANSWER, Deed.SEND_FOR_REVIEW, Deed.KEEP_PACK},
            Role.CHAIR: {
                Deed.SEE_UNSIGNED,
                Deed.OPEN_MEETING,
                Deed.RECORD_CHALLENGE,
                Deed.RECORD_DECISION,
                Deed.RECORD_FOLLOW_UP,
                Deed.SIGN_MINUTES,
                Deed.APPROVE,
                Deed.PUBLISH,
                Deed.WITHDRAW_PUBLICATION,
                Deed.EXPORT_PUBLIC,
                Deed.KEEP_PACK,
            },
            Role.ADMINISTRATOR: {
                Deed.MANAGE_PEOPLE,
                Deed.BACK_UP,
                Deed.RESTORE,
                Deed.REDACT,
                Deed.READ_LOG,
                Deed.RELEASE_HIDDEN,
            },
        }.items()
    }
)
"""The table: what each role may do. Whoever holds several roles may do what any of them may."""

SECOND_PERSON = frozenset({Deed.APPROVE, Deed.PUBLISH})
"""Deeds that need a person who wrote none of the words: refused while nobody is asked to sign in."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who does something: the name as said, the account it was done with (empty where none is known), and the roles.

    `alone` says that nobody is asked to sign in here, so that no second person can be told from the first. `identity` is
    who it is whatever role they look as, where the account says more than that. `came_from` is the address they ask from.
    """

    name: str
    account: str
    roles: frozenset[Role]
    alone: bool = False
    identity: str = ""
    came_from: str = field(default="", compare=False)

    @property
    def owner(self) -> str:
        """Whose a thing of theirs is: the same under every name that they give and in every role."""
        return self.identity or self.account

    def called(self, name: str) -> "Person":
        """The same person under the name that they give for what they do now."""
        return replace(self, name=name)

    def looking_as(self, role: Role) -> "Person":
        """The same person, narrowed to one of the roles that they hold."""
        if role not in self.roles:
            raise ValueError(f"a person can look as one of their own roles ({', '.join(sorted(self.roles))}), got: {role}")
        return replace(self, roles=frozenset({role}))


@dataclass(frozen=True, slots=True)
class Owned:
    """A thing that belongs to one person, such as a token or a draft; `account` is its owner."""

    account: str


class NotAllowed(Exception):  # noqa: N818 - a refusal, as Overtaken is
    """A deed that this person may not do; its text is a sentence for that person."""


EVERY_ROLE = frozenset(Role)


def done_by(name: str, account: str) -> str:
    """Who did something: the name as said, and the account beside it where one is known and the two differ."""
    return name if account in ("", name) else f"{name} ({account})"


class DoneBy:
    """What somebody did: `by` is the name as said, `account` what it was done with (empty where none is known)."""

    __slots__ = ()
    by: str
    account: str

    @property
    def doer(self) -> str:
        """Who did it: the name as said, and the account beside it where the two differ."""
        return done_by(self.by, self.account)


@dataclass(frozen=True, slots=True)
class TakenBack(DoneBy):
    """That something was taken back: when, by whom and why."""

    at: datetime
    by: str
    account: str
    reason: str


def may(person: Person, deed: Deed, thing: object = None) -> bool:
    """Whether `person` may do `deed` to `thing`. A token of somebody else is the administrator's to revoke."""
    return not refusal(person, deed, thing)


def demand(person: Person, deed: Deed, thing: object = None) -> None:
    """Raise NotAllowed, with the sentence that says why, unless `person` may."""
    if said := refusal(person, deed, thing):
        raise NotAllowed(said)


def refusal(person: Person, deed: Deed, thing: object = None) -> str:
    """Why `person` may not do `deed` to `thing`; empty where they may."""
    if not any(deed in MAY[role] for role in person.roles):
        held = " and ".join(sorted(person.roles)) or "nobody that is known here"
        who = " or ".join(role for role in Role if deed in MAY[role])
        return f"Only {_article(who)} may do this ({deed}), got: {held}. Nothing was changed."
    if deed in SECOND_PERSON and person.alone:
        return (
            f"This ({deed}) needs a second person, who wrote none of the words, got: a machine that asks nobody to sign "
            "in. It can be done once people sign in. Nothing was changed."
        )
    foreign = isinstance(thing, Owned) and thing.account != person.owner
    if deed is Deed.UPLOAD and foreign:
        return "Only its owner may open, change or throw away a draft, got: somebody else's. Nothing was changed."
    if deed in (Deed.WRITE_WORDS, Deed.ASSESS) and foreign:
        return "Only who wrote these words or an analyst may withdraw them, got: somebody else's. Nothing was changed."
    if deed is Deed.REVOKE_TOKEN and foreign and Role.ADMINISTRATOR not in person.roles:
        return "Only its owner or an administrator may revoke a token, got: somebody else's. Nothing was changed."
    return ""


def _article(role: str) -> str:
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"


def sees_hidden(role: Role) -> bool:
    """Whether figures that could point to a child are shown to this role."""
    return Deed.SEE_HIDDEN in MAY[role]


def sees_unsigned(role: Role) -> bool:
    """Whether this role is shown what stands, also where something else of it is published."""
    return Deed.SEE_UNSIGNED in MAY[role]


def sees_no_more(role: Role, roles: Iterable[Role]) -> bool:
    """Whether `role` is shown nothing that one of `roles` is not; where there are none, no role is."""
    held = frozenset(roles)
    shown = frozenset({Deed.TAKE_AWAY, Deed.SEE_HIDDEN, Deed.SEE_UNSIGNED})
    return MAY[role] & shown <= frozenset().union(*(MAY[each] for each in held))


def sight(person: Person) -> Role:
    """What a person sees as: an analyst where any of their roles sees hidden figures; a lead, who sees no more of them
    than a reader, where any sees what is not signed off; else a reader."""
    if may(person, Deed.SEE_HIDDEN):
        return Role.ANALYST
    return Role.LEAD if may(person, Deed.SEE_UNSIGNED) else Role.READER


AT_THE_COMMAND_LINE = "whoever works at this machine"
HERE = "this machine"
THE_APP = Person("WSoA Monitor", "", frozenset({Role.ADMINISTRATOR}), came_from=HERE)
"""Who does what the app does by itself."""


def person_here(name: str) -> Person:
    """Whoever works at this machine and says this name: the account is the operating system's user and host.

    On the command line file permissions are the boundary, so that whoever can open the file holds every role.
    """
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):  # a process whose user has no name
        user = ""
    return Person(name, f"{user}@{socket.gethostname()}", EVERY_ROLE, alone=True, came_from=HERE)
