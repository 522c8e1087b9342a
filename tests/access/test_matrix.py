"""Role by deed by way: whoever asks, and however, the deed itself answers. A way that is not here is not a way in."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

import access.__main__
import access.hidden
import access.token_commands
import loaders.__main__
import loaders.alias_commands
import loaders.commands
import loaders.forms_out
import loaders.layout_commands
import loaders.word_commands
import store.__main__
import store.log_commands
import store.redaction_commands
import store.sign_off_commands
from access import people
from disclosure.decide import decider
from kpis.registry import registry
from loaders.impact import impact, impact_of_withdrawal
from loaders.pipeline import Checked, check_file, known_to
from loaders.published import releases
from programme.access import MAY, SECOND_PERSON, Deed, NotAllowed, Owned, Person, Role, may, person_here, sight
from programme.aliases import Alias, Thing
from programme.areas import DISTRICTS, KENT
from programme.hidden import Item
from programme.kept_packs import KeptPack
from programme.meeting import About, Minuted, MinutedOutcome, ToMinute
from programme.names import shipped_naming
from programme.published import PublishedFile
from programme.redaction import RedactedKind, RedactedPlace
from programme.sheets.assessments import ASSESSMENT, NOT_YET
from programme.sheets.commentary import COMMENTARY
from programme.sheets.summary import SENTENCE, SUMMARY
from programme.submission import Acceptance
from programme.wordings import WordsTyped
from record.lineage import former_values
from record.records import read
from reports.progress.readings import Progress
from store import comparators
from store.accounts.people import enrol, enrol_subject, forget_password, give_roles, keep_link, strike
from store.accounts.tokens import TokenAsked, keep_token, revoke_token
from store.backups import backup, moving
from store.database import Database, Place
from store.hiding.unhiding import ask_to_unhide, refuse_to_unhide, unhide
from store.log_check import checked_log, read_log
from store.meetings import meetings
from store.redaction.redacting import carry_out
from store.redactions import name_redaction, refuse_redaction
from store.returns import drafts, versions
from store.returns.aliases import keep_alias, withdraw_alias
from store.returns.layouts import keep_layout, withdraw_layout
from store.returns.wordings import answered_of_wording
from store.returns.writing import withdraw_words, write_words
from store.signing import kept_packs
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication
from tests import dfe_files, factories
from tests.factories import QUARTER, read_here
from tests.store.packs import pack_to_keep
from tests.store.submissions import EXCLUSIONS, Q3, exclusions
from tests.store.test_comparators import KENT as PUBLISHED

REQUESTS = dfe_files.requests()
SMALL = Item(EXCLUSIONS, DISTRICTS[0].code, Q3, 1)
ROOMS = {"access": access.__main__.main, "loaders": loaders.__main__.main, "store": store.__main__.main}
WORDS = RedactedPlace(RedactedKind.NAME, words="Persephone Quill")
FILE = PublishedFile("2025", "requests.csv", "f" * 64, (PUBLISHED,), b"the file")
COMMENT = WordsTyped(COMMENTARY, QUARTER, COMMENTARY.typed(kpi="plans_within_20_weeks", why="Two caseworkers left"))
SAID_OF_ALL = WordsTyped(SUMMARY, QUARTER, SUMMARY.typed(kind=SENTENCE, place="1", words="Plans are on time again."))
WRITTEN = WordsTyped(COMMENTARY, QUARTER, COMMENTARY.typed(kpi="plans_over_20_weeks", why="Two caseworkers left"))
ASSESSED = WordsTyped(ASSESSMENT, QUARTER, ASSESSMENT.typed(weakness="6", text=NOT_YET, reason="too few are on time"))

LAYOUT = 'name = "Ours"\nperiod = "asked"\nheadings = { "Plans" = "plans_issued" }\n'
ALIAS = Alias(Thing.AREA, DISTRICTS[0].code, "The old town")
CHECKED: dict[int, Checked] = {}
PREPARED: Counter[Path] = Counter()
"""How many times what deeds are done to was stored, by store."""
Prepared = TypeVar("Prepared")

WAYS: Mapping[Deed, Mapping[str, Callable]] = {
    Deed.SEE_ORIGINAL: {
        "original file": lambda database, who, _: versions.original_file(database, 1, who),
        "a release's file": lambda database, who, _: comparators.release_file(database, 1, who),
    },
    Deed.SEE_VERSIONS: {
        "queries answered": lambda database, who, _: versions.answered(database, 1, who),
        "queries of a release": lambda database, who, _: comparators.release_answers(database, 1, who),
        "values before": lambda database, who, _: former_values(_reading(database).result, False, database, who),
    },
    Deed.UPLOAD: {
        "held against what is stored": lambda database, who, _: known_to(database, who),
        "keep a draft": lambda database, who, _: drafts.keep_draft(database, b"PK", "return.xlsx", who),
        "own drafts": lambda database, who, _: drafts.drafts_of(database, who),
        "open a draft": lambda database, who, _: drafts.draft_of(database, _draft(database), who),
        "a draft's file": lambda database, who, _: drafts.draft_content(database, _draft(database), who),
        "answer in a draft": lambda database, who, _: drafts.answer_draft(database, _draft(database), {"why": "late"}, who),
        "throw a draft away": lambda database, who, _: drafts.throw_away(database, _draft(database), who),
    },
    Deed.PREVIEW: {
        "of a return": lambda database, who, _: impact(database, _checked(database).submission, who),
        "of a withdrawal": lambda database, who, _: impact_of_withdrawal(database, 1, who),
        "of a release": lambda database, who, _: releases.check_release(database, REQUESTS, "requests.csv", "2025", who),
        "of a release's withdrawal": lambda database, who, _: releases.foreseen_withdrawal(database, 1, who),
    },
    Deed.ACCEPT: {
        "accept": lambda database, who, _: versions.accept(database, _checked(database).submission, Acceptance(who)),
    },
    Deed.WITHDRAW: {"withdraw": lambda database, who, _: versions.withdraw(database, 1, Acceptance(who, "wrong file"))},
    Deed.LOAD_RELEASE: {
        "load release": lambda database, who, _: comparators.save_release(database, FILE, Acceptance(who)),
        "keep what was checked": lambda database, who, _: _kept(database, who),
    },
    Deed.WITHDRAW_RELEASE: {
        "withdraw release": lambda database, who, _: comparators.withdraw_release(database, 1, Acceptance(who, "wrong")),
        "take back": lambda database, who, _: releases.take_back(database, 1, Acceptance(who, "wrong file")),
    },
    Deed.KEEP_LAYOUT: {
        "keep an alias": lambda database, who, _: keep_alias(database, ALIAS, Acceptance(who), shipped_naming()),
        "take an alias back": lambda database, who, _: withdraw_alias(database, _alias(database), _because(who)),
        "keep a layout": lambda database, who, _: keep_layout(database, "Ours", LAYOUT, _because(who)),
        "take a layout back": lambda database, who, _: withdraw_layout(database, _layout(database), _because(who)),
    },
    Deed.ASK_RELEASE_HIDDEN: {
        "ask to unhide": lambda database, who, _: ask_to_unhide(database, SMALL, _because(who), decider()),
    },
    Deed.RELEASE_HIDDEN: {
        "unhide": lambda database, who, _: unhide(database, _asked(database), _because(who), decider()),
        "refuse to unhide": lambda database, who, _: refuse_to_unhide(database, _asked(database), _because(who)),
    },
    Deed.WRITE_WORDS: {
        "a comment": lambda database, who, _: write_words(database, COMMENT, Acceptance(who)),
        "a sentence": lambda database, who, _: write_words(database, SAID_OF_ALL, Acceptance(who)),
        "what was answered": lambda database, who, _: answered_of_wording(database, 1, who),
    },
    Deed.ASSESS: {"a weakness": lambda database, who, _: write_words(database, ASSESSED, Acceptance(who))},
    Deed.NAME_REDACTION: {"name a redaction": lambda database, who, _: name_redaction(database, WORDS, _because(who))},
    Deed.REDACT: {
        "carry a redaction out": lambda database, who, _: carry_out(database, _named(database), _because(who)),
        "refuse a redaction": lambda database, who, _: refuse_redaction(database, _named(database), _because(who)),
    },
    Deed.READ_LOG: {
        "read the log": lambda database, who, _: read_log(database, who),
        "check the log": lambda database, who, _: checked_log(database, who),
    },
    Deed.MANAGE_PEOPLE: {
        "add": lambda database, who, _: people.invite(database, "Bo", {Role.LEAD}, who),
        "add by subject": lambda database, who, _: enrol_subject(database, "Bo", ("https://login", "bo"), {Role.LEAD}, who),
        "give roles": lambda database, who, _: people.change_roles(database, _ann(database), {Role.CHAIR}, who),
        "make a new link": lambda database, who, _: people.reset(database, _ann(database), who),
        "remove": lambda database, who, _: people.remove(database, _ann(database), who),
        "five to try it with": lambda _, who, folder: _five(folder, who),
        "in the store: roles": lambda database, who, _: give_roles(database, _ann(database), {Role.CHAIR}, who),
        "in the store: a link": lambda database, who, _: keep_link(database, _ann(database), "h", who),
        "in the store: no password": lambda database, who, _: forget_password(database, _ann(database), who),
        "in the store: removed": lambda database, who, _: strike(database, _ann(database), who),
    },
    Deed.OPEN_MEETING: {
        "open": lambda database, who, _: _opened(database, who),
        "set the agenda": lambda database, who, _: meetings.set_agenda(database, 2, [], Acceptance(who)),
        "say who came": lambda database, who, _: meetings.say_attendance(database, 2, [], Acceptance(who)),
        "close": lambda database, who, _: meetings.close_meeting(database, 2, Acceptance(who)),
    },
    Deed.RECORD_CHALLENGE: {
        "challenge": lambda database, who, _: _minuted(database, who, Minuted.CHALLENGE),
        "request a figure": lambda database, who, _: _minuted(database, who, Minuted.REQUEST),
        "judge an answer": lambda database, who, _: meetings.judge_reply(database, 1, True, Acceptance(who)),
    },
    Deed.RECORD_DECISION: {
        "decide": lambda database, who, _: _minuted(database, who, Minuted.DECISION, MinutedOutcome.AGREED),
        "confirm a judgement": lambda database, who, _: _minuted(database, who, Minuted.JUDGEMENT, MinutedOutcome.CONFIRMED),
    },
    Deed.RECORD_FOLLOW_UP: {"follow up": lambda database, who, _: _minuted(database, who, Minuted.FOLLOW_UP)},
    Deed.ANSWER: {"answer": lambda database, who, _: meetings.reply_to(database, 1, "yes", Acceptance(who))},
    Deed.SIGN_MINUTES: {
        "keep minutes": lambda database, who, _: _minutes(database, who, sign=False),
        "sign minutes": lambda database, who, _: _minutes(database, who, sign=True),
    },
    Deed.SEND_FOR_REVIEW: {"send": lambda database, who, _: send_for_review(database, Q3, _because(who))},
    Deed.APPROVE: {"approve": lambda database, who, _: approve_quarter(database, Q3, _because(who))},
    Deed.PUBLISH: {"publish": lambda database, who, _: _published(database, who)},
    Deed.KEEP_PACK: {
        "keep a pack": lambda database, who, _: _kept_pack(database, who),
        "send one that is kept": lambda database, who, _: _kept_pack(database, who, kept_packs.send_kept_pack),
    },
    Deed.SEE_UNSIGNED: {
        "kept packs": lambda database, who, _: kept_packs.kept_packs(database, who),
        "a kept pack's files": lambda database, who, _: kept_packs.pack_contents(database, _pack_there(database, who), who),
        "what a pack said": lambda database, who, _: kept_packs.pack_lines_kept(database, _pack_there(database, who), who),
    },
    Deed.WITHDRAW_PUBLICATION: {"withdraw": lambda database, who, _: _unpublished(database, who)},
    Deed.BACK_UP: {"back up": lambda database, who, _: backup.back_up(database, who)},
    Deed.MAKE_TOKEN: {"make a token": lambda database, who, _: _token(database, who)},
    Deed.REVOKE_TOKEN: {"revoke a token": lambda database, who, _: revoke_token(database, _token(database, who), who)},
}
"""The deeds that can be done today, each with its ways in. The others have none yet: their issues bring them here."""

NOT_YET = {
    Deed.SEE_HIDDEN: "asked by what disclosure gives: see below",
    Deed.RESTORE: "asked before there is a store: see below",
    Deed.TAKE_AWAY: "everybody's",
    Deed.EXPORT_PUBLIC: "of the reports: tests/reports/test_public_commands.py asks it as every role",
}


def _checked(database: Database, workstream: int = 2):
    """A return that was checked: once for all copies of the one store."""
    if workstream not in CHECKED:
        content, known = factories.standard_return(streams=(workstream,)), known_to(database, _person(Role.ANALYST))
        CHECKED[workstream] = check_file(content, "return.xlsx", known=known, read=read_here)
    return CHECKED[workstream]


def _once(prepare: Callable[[Database], Prepared]) -> Callable[[Database], Prepared]:
    """What a deed is done to is made once in each store, however many try the deed there, and is not counted as the deed."""
    made: dict[Path, Prepared] = {}

    def prepared(database: Database) -> Prepared:
        if database.path not in made:
            before = database.stored
            made[database.path] = prepare(database)
            PREPARED[database.path] += database.stored - before
        return made[database.path]

    return prepared


def _done(database: Database) -> int:
    """How many times anything was stored in a store, but for what deeds are done to."""
    return database.stored - PREPARED[database.path]


@_once
def _draft(database: Database) -> str:
    return drafts.keep_draft(database, b"PK", "return.xlsx", _person(Role.ANALYST)).key


def _kept(database: Database, who: Person):
    checked = releases.check_release(database, REQUESTS, "requests.csv", "2025", _person(Role.ANALYST), date(2025, 6, 26))
    return releases.keep_checked(database, checked, Acceptance(who, reasons="looked up"))


def _because(who: Person) -> Acceptance:
    return Acceptance(who, "it was in the council's report")


@_once
def _ann(database: Database) -> int:
    """Somebody to whom the deeds about people are done."""
    return enrol(database, "Ann", {Role.READER}, _person(Role.ADMINISTRATOR)).number


def _five(folder, who: Person) -> None:
    """Demonstration people, in a store that has no return in earnest."""
    with Database.open(folder / "new.duckdb") as database:
        people.demonstrate(database, who)


@_once
def _asked(database: Database) -> int:
    asking = Person("somebody else", "other@desk-8", frozenset({Role.ANALYST}))
    return ask_to_unhide(database, SMALL, _because(asking), decider())


@_once
def _named(database: Database) -> int:
    return name_redaction(database, WORDS, Acceptance(person_here("an analyst"), "it names a child"))


def _reading(database: Database):
    return Progress(read(database), Role.ANALYST).reading(registry()["plans_within_20_weeks"], KENT, QUARTER)


def _opened(database: Database, who: Person) -> int:
    """Another meeting, once the one that is open is closed."""
    if may(who, Deed.OPEN_MEETING):
        meetings.close_meeting(database, 2, Acceptance(who))
    return meetings.open_meeting(database, QUARTER, date(2025, 3, 12), Acceptance(who))


def _minuted(database: Database, who: Person, kind: Minuted, outcome: MinutedOutcome | None = None) -> int:
    said = ToMinute(kind, About(), "the wording", "Chair", outcome, "Head of SEND", date(2025, 6, 1))
    return meetings.record(database, 2, said, Acceptance(who))


def _minutes(database: Database, who: Person, sign: bool) -> int:
    return meetings.keep_minutes(database, 1, "what was said", "", Acceptance(who), sign)


def _token(database: Database, who: Person) -> int:
    asked = TokenAsked("Power BI", Role.READER, timedelta(days=1))
    return keep_token(database, asked, "the hash", (None, who.owner), who).number


def _token_there(folder) -> str:
    """Somebody else's."""
    with Database.open(folder / "store.duckdb") as database:
        return str(_token(database, _person(Role.READER)))


OTHERS = {role: Person(f"another {role}", f"{role}@desk-9", frozenset({role})) for role in Role}


@_once
def _layout(database: Database) -> int:
    return keep_layout(database, "Ours", LAYOUT, _because(OTHERS[Role.ANALYST])).number


@_once
def _alias(database: Database) -> int:
    return keep_alias(database, ALIAS, Acceptance(OTHERS[Role.ANALYST]), shipped_naming()).number


def _published(database: Database, who: Person):
    if may(who, Deed.PUBLISH):
        approve_quarter(database, Q3, _because(OTHERS[Role.CHAIR]))
    return publish_quarter(database, Q3, _because(who))


def _kept_pack(database: Database, who: Person, keep=kept_packs.keep_pack):
    """A pack that is kept, of a quarter that is approved where this person may keep one."""
    approved = may(who, Deed.KEEP_PACK) and approve_quarter(database, Q3, _because(OTHERS[Role.CHAIR]))
    made = pack_to_keep(approved.change if approved else 0)
    if approved and keep is not kept_packs.keep_pack:
        kept_packs.keep_pack(database, made, "The board", Acceptance(who))
    return keep(database, made, "DfE", Acceptance(who))


@_once
def _pack(database: Database) -> KeptPack:
    return _kept_pack(database, OTHERS[Role.CHAIR])


def _pack_there(database: Database, who: Person) -> KeptPack | None:
    return _pack(database) if may(who, Deed.SEE_UNSIGNED) else None


def _unpublished(database: Database, who: Person):
    if may(who, Deed.WITHDRAW_PUBLICATION):
        _published(database, OTHERS[Role.CHAIR])
    return withdraw_publication(database, Q3, _because(who))


def _met(database: Database) -> None:
    """A meeting that is closed, with a challenge that was answered, and another that is open."""
    chair, day = Acceptance(_person(Role.CHAIR)), date(2025, 3, 12)
    meetings.open_meeting(database, QUARTER, day, chair)
    meetings.record(
        database, 1, ToMinute(Minuted.CHALLENGE, About(), "Why is it late?", "Chair", answer="It is not."), chair
    )
    meetings.close_meeting(database, 1, chair)
    meetings.open_meeting(database, QUARTER, day, chair)


def _person(role: Role) -> Person:
    return Person("somebody", "somebody@desk-7", frozenset({role}))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A store with what the deeds are done to, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "store.duckdb"
    with Database.open(path) as opened:
        analyst = Acceptance(_person(Role.ANALYST))
        versions.accept(opened, _checked(opened, 3).submission, analyst)
        comparators.save_release(opened, FILE, analyst)
        versions.accept(opened, exclusions([3] + [9] * 11), analyst, decider())
        _met(opened)
        write_words(opened, WRITTEN, Acceptance(_person(Role.LEAD)))
        send_for_review(opened, Q3, _because(OTHERS[Role.LEAD]))
    return path


@pytest.fixture(scope="module")
def as_prepared() -> Iterator[list[Database]]:
    """Stores in which nothing was stored after all: whoever wants a fresh one takes one of these first."""
    left: list[Database] = []
    yield left
    for each in left:
        each.close()


@pytest.fixture
def fresh(prepared, as_prepared, tmp_path_factory):
    """Gives the store as it was prepared, one more each time."""
    given: dict[Database, int] = {}

    def made() -> Database:
        folder = tmp_path_factory.mktemp("fresh")
        database = as_prepared.pop() if as_prepared else Database.open(shutil.copy(prepared, folder))
        given[database] = database.stored
        return database

    yield made
    for database, stored in given.items():
        if database.stored == stored:
            as_prepared.append(database)
        else:
            database.close()


@pytest.fixture
def database(fresh):
    """The store as it was prepared, for one test."""
    return fresh()


@pytest.fixture(scope="module")
def refusing(prepared, tmp_path_factory):
    """The store as it was prepared, beside what commands read, for all who are refused: they leave it as it was."""
    folder = tmp_path_factory.mktemp("refusing")
    _laid(folder)
    with Database.open(shutil.copy(prepared, folder / "store.duckdb")) as opened:
        yield opened


def _laid(folder: Path) -> None:
    (folder / "return.xlsx").write_bytes(factories.standard_return(streams=(2,)))
    (folder / "requests.csv").write_bytes(REQUESTS)


@pytest.mark.parametrize(("deed", "way"), [(deed, way) for deed, ways in WAYS.items() for way in ways])
def test_a_deed_is_done_by_who_may_and_refused_to_others(fresh, refusing, tmp_path, cheap, deed, way):
    """Those who may share a store until the deed is done there; those who are refused have one that stays as it was."""
    database = None
    for role in Role:
        if may(_person(role), deed):
            database = database or fresh()
            done = _done(database)
            WAYS[deed][way](database, _person(role), tmp_path)
            database = database if deed in EACH_THEIR_OWN or _done(database) == done else None
            continue
        before = versions.latest_change(refusing)
        with pytest.raises(NotAllowed, match=rf"may do this \({deed}\), got: {role}\. Nothing was changed\.$"):
            WAYS[deed][way](refusing, _person(role), tmp_path)
        assert versions.latest_change(refusing) == before


EACH_THEIR_OWN = {Deed.MAKE_TOKEN, Deed.REVOKE_TOKEN}
"""What one does here leaves everything as it was for another, who has tokens of their own."""

COMMANDS: Mapping[str, tuple[Deed, Callable]] = {
    "loaders template": (
        Deed.UPLOAD,
        lambda at: ["template", "--quarter", "2024/25 Q4", "--workstream", "3", "--output", at / "form.xlsx", *_in(at)],
    ),
    "loaders load": (
        Deed.UPLOAD,
        lambda at: ["load", at / "return.xlsx", "--by", "me", "--accept-queries", "looked up", *_in(at)],
    ),
    "loaders withdraw": (Deed.WITHDRAW, lambda at: ["withdraw", "1", "--by", "me", "--reason", "wrong file", *_in(at)]),
    "loaders comparators": (
        Deed.PREVIEW,
        lambda at: [
            *("comparators", at / "requests.csv", "--release", "2025", "--published", "2025-06-26", "--by", "me"),
            *("--accept-queries", "looked up", *_in(at)),
        ],
    ),
    "loaders withdraw-release": (
        Deed.PREVIEW,
        lambda at: ["withdraw-release", "1", "--by", "me", "--reason", "wrong file", *_in(at)],
    ),
    "loaders write-words": (
        Deed.WRITE_WORDS,
        lambda at: [
            *("write-words", "Commentary", "--quarter", str(QUARTER), "--by", "me"),
            *("--cell", "KPI=plans_within_20_weeks", "--cell", "Why=Two caseworkers left", *_in(at)),
        ],
    ),
    "access ask-hidden": (
        Deed.ASK_RELEASE_HIDDEN,
        lambda at: [
            *("ask-hidden", "--measure", SMALL.measure, "--area", DISTRICTS[0].name, "--quarter", str(SMALL.quarter)),
            *("--by", "me", "--reason", "it was in print", *_in(at)),
        ],
    ),
    "access grant-hidden": (Deed.RELEASE_HIDDEN, lambda at: ["grant-hidden", *_asked_there(at)]),
    "access refuse-hidden": (Deed.RELEASE_HIDDEN, lambda at: ["refuse-hidden", *_asked_there(at)]),
    "access add": (Deed.MANAGE_PEOPLE, lambda at: ["add", "Bo", "--role", "lead", *_in(at)]),
    "access roles": (Deed.MANAGE_PEOPLE, lambda at: ["roles", _ann_there(at), "--role", "chair", *_in(at)]),
    "access reset": (Deed.MANAGE_PEOPLE, lambda at: ["reset", _ann_there(at), *_in(at)]),
    "access remove": (Deed.MANAGE_PEOPLE, lambda at: ["remove", _ann_there(at), *_in(at)]),
    "access token make": (
        Deed.MAKE_TOKEN,
        lambda at: ["token", "make", "--name", "Power BI", "--role", "reader", *_in(at)],
    ),
    "loaders alias": (
        Deed.KEEP_LAYOUT,
        lambda at: ["alias", "The old town", "--area", "Ashford", "--by", "me", *_in(at)],
    ),
    "loaders keep-layout": (Deed.KEEP_LAYOUT, lambda at: ["keep-layout", _layout_there(at), *_by_me(at)]),
    "loaders withdraw-layout": (Deed.KEEP_LAYOUT, lambda at: ["withdraw-layout", _kept_there(at), *_by_me(at)]),
    "store backup": (Deed.BACK_UP, lambda at: ["backup", *_in(at)]),
    "store log": (Deed.READ_LOG, lambda at: ["log", *_in(at)]),
    "store redact name": (
        Deed.NAME_REDACTION,
        lambda at: ["redact", "name", "--version", "1", "--by", "me", "--reason", "a child", *_in(at)],
    ),
    "store redact carry-out": (Deed.REDACT, lambda at: ["redact", "carry-out", *_named_there(at)]),
    "store redact refuse": (Deed.REDACT, lambda at: ["redact", "refuse", *_named_there(at)]),
    "store sign-off send": (Deed.SEND_FOR_REVIEW, lambda at: ["sign-off", "send", *_signed_there(at)]),
    "store sign-off approve": (Deed.APPROVE, lambda at: ["sign-off", "approve", *_signed_there(at)]),
    "store sign-off publish": (Deed.PUBLISH, lambda at: ["sign-off", "publish", *_signed_there(at)]),
    "store sign-off withdraw": (Deed.WITHDRAW_PUBLICATION, lambda at: ["sign-off", "withdraw", *_published_there(at)]),
}
"""Each command that does a deed, with the deed that it asks for first."""


def _by_me(folder):
    return "--by", "me", "--reason", "every month", *_in(folder)


def _layout_there(folder):
    path = folder.parent / f"{folder.name}.toml"
    path.write_text(LAYOUT, "utf-8")
    return path


def _kept_there(folder) -> str:
    with Database.open(folder / "store.duckdb") as database:
        return str(_layout(database))


def _ann_there(folder) -> str:
    with Database.open(folder / "store.duckdb") as database:
        return str(_ann(database))


def _asked_there(folder):
    with Database.open(folder / "store.duckdb") as database:
        return _asked(database), "--by", "me", "--reason", "it was in print", *_in(folder)


def _named_there(folder):
    with Database.open(folder / "store.duckdb") as database:
        return _named(database), "--by", "me", "--reason", "asked for", *_in(folder)


def _published_there(folder):
    if may(store.sign_off_commands.person_here("me"), Deed.WITHDRAW_PUBLICATION):
        with Database.open(folder / "store.duckdb") as database:
            _published(database, OTHERS[Role.CHAIR])
    return _signed_there(folder)


def _signed_there(folder):
    return "--quarter", str(Q3), "--by", "me", "--note", "as discussed", *_in(folder)


def _in(folder):
    return "--database", folder / "store.duckdb"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_asks_as_well(fresh, refusing, monkeypatch, capsys, role, command):
    """Whoever can open the file holds every role there; here they are made to hold one."""
    for module in (
        access.__main__,
        access.hidden,
        access.token_commands,
        loaders.commands,
        loaders.forms_out,
        loaders.word_commands,
        loaders.alias_commands,
        loaders.layout_commands,
        store.__main__,
        store.log_commands,
        store.redaction_commands,
        store.sign_off_commands,
    ):
        monkeypatch.setattr(module, "person_here", lambda name: person_here(name).looking_as(role))
    room, *_ = command.split()
    deed, arguments = COMMANDS[command]

    def asked(folder: Path) -> tuple[int, str]:
        code = ROOMS[room](list(map(str, arguments(folder))))
        return code, capsys.readouterr().err

    if may(_person(role), deed):
        folder = fresh().path.parent
        _laid(folder)
        code, told = asked(folder)
        if deed not in SECOND_PERSON:
            assert code == 0, told
            return
        assert code == 1
        assert told.startswith(f"This ({deed}) needs a second person, who wrote none of the words, got: a machine ")
        return
    before, folder = versions.latest_change(refusing), refusing.path.parent
    code, told = asked(folder)
    with Database.open(refusing.path) as again:  # a file that is open already takes this process no time to open again
        assert versions.latest_change(again) == before
    assert code == 1
    assert f"may do this ({deed}), got: {role}. Nothing was changed." in told
    log = {"store.duckdb.wal"}  # may stand beside a store that is open
    assert {each.name for each in folder.iterdir()} - log == {"store.duckdb", "return.xlsx", "requests.csv"}


def test_every_command_that_does_a_deed_is_among_them():
    """`check`, `releases`, `words`, `deeds` and `list` need none, a demonstration needs an empty store; `restore`, `move`
    and taking words back are asked below."""
    tops = (("access", access.__main__), ("loaders", loaders.__main__), ("store", store.__main__))
    known = {
        f"{room} {name}"
        for room, top in ((room, module.parser()) for room, module in tops)
        for action in top._actions
        for name in getattr(action, "choices", None) or ()
    }
    others = {"access deeds", "access list", "access demonstration", "access hidden"}
    others |= {"loaders check", "loaders releases", "loaders demonstration", "store restore", "store move"}
    others |= {"loaders words", "loaders withdraw-words", "loaders aliases", "loaders withdraw-alias"}
    others |= {"loaders layouts"}
    known |= {f"access token {name}" for name in ("make", "list", "revoke")}
    others |= {"access token", "access token list", "access token revoke"}  # revoking asks whose it is: see below
    known |= {f"store redact {name}" for name in ("name", "carry-out", "refuse")}
    known |= {f"store sign-off {name}" for name in ("send", "approve", "publish", "withdraw")}
    others |= {"store redact", "store sign-off"}  # their own commands are among them, and `list` says no words
    assert known == {*COMMANDS, *others}


@pytest.mark.parametrize("role", Role)
def test_figures_that_could_point_to_a_child_are_given_to_analysts(demonstration_records, role):
    kpi, areas, records = registry()["permanent_exclusions_send"], (KENT, *DISTRICTS), demonstration_records

    def shown(seen_as: Role) -> list[str]:
        progress = Progress(records, seen_as)
        return [progress.reading(kpi, area, records.newest).display for area in areas]

    found, reader, analyst = shown(sight(_person(role))), shown(Role.READER), shown(Role.ANALYST)
    assert found == (analyst if role is Role.ANALYST else reader)
    small = {place for place, text in enumerate(analyst) if text in ("1", "2", "3", "4")}
    assert small, "the demonstration has some"
    assert [reader[place] for place in small if reader[place][0].isdigit()] == []


@pytest.mark.parametrize(
    "way", [way for way in WAYS[Deed.UPLOAD] if "draft" in way and "own" not in way and "keep" not in way]
)
def test_a_draft_is_its_owners_and_no_other_analysts(database, way):
    """Not even an administrator's who may upload: what is half done is nobody else's to see."""
    key = _draft(database)
    other = Person("another", "another@desk-8", frozenset({Role.ANALYST, Role.ADMINISTRATOR}))
    with pytest.raises(NotAllowed, match=r"^Only its owner may open, change or throw away a draft, got: somebody else's\."):
        WAYS[Deed.UPLOAD][way](database, other, None)
    assert drafts.drafts_of(database, other) == []
    assert [each.key for each in drafts.drafts_of(database, _person(Role.ANALYST))] == [key]


@pytest.mark.parametrize("role", Role)
def test_words_are_taken_back_by_whoever_wrote_them_and_by_analysts(database, role):
    if role in (Role.LEAD, Role.ANALYST):
        assert withdraw_words(database, 1, _because(_person(role))).withdrawal.by == "somebody"
        return
    with pytest.raises(NotAllowed, match=rf"^Only a lead may do this \(write words\), got: {role}\. Nothing was changed\.$"):
        withdraw_words(database, 1, _because(_person(role)))


@pytest.mark.parametrize("role", Role)
def test_a_token_is_revoked_by_its_owner_and_by_administrators(database, monkeypatch, capsys, role):
    folder = database.path.parent
    monkeypatch.setattr(access.token_commands, "person_here", lambda name: person_here(name).looking_as(role))
    code = access.__main__.main(["token", "revoke", _token_there(folder), *map(str, _in(folder))])
    told = capsys.readouterr()
    if role is Role.ADMINISTRATOR:
        assert code == 0, told
        return
    assert code == 1
    assert told.err.startswith("Only its owner or an administrator may revoke a token, got: somebody else's. Nothing was")


@pytest.fixture(scope="module")
def backed_up(prepared, tmp_path_factory):
    """A backup of the store, made by an administrator, to be restored."""
    with Database.open(shutil.copy(prepared, tmp_path_factory.mktemp("backed up"))) as opened:
        return backup.back_up(opened, _person(Role.ADMINISTRATOR))


@pytest.mark.parametrize("role", Role)
def test_restoring_is_the_administrators(backed_up, database, tmp_path, role):
    if role is Role.ADMINISTRATOR:
        return
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this \(restore\)"):
        backup.restore(backed_up, tmp_path / "again.duckdb", _person(role))
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this"):
        moving.move(database, Place(tmp_path / "again.duckdb"), _person(role))
    assert not (tmp_path / "again.duckdb").exists()


def test_every_deed_has_its_ways_or_the_reason_why_it_has_none():
    assert set(Deed) - set(WAYS) - set(NOT_YET) == set(), "nothing does these yet"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
def test_the_question_answers_as_the_table_says(role, deed):
    assert may(_person(role), deed, Owned("somebody@desk-7")) == (deed in MAY[role])
