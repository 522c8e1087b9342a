"""Role by deed by way: whoever asks, and however, the deed itself answers. A way that is not here is not a way in."""

from collections.abc import Callable, Mapping

import pytest

from kpis.registry import registry
from loaders.impact import impact, impact_of_withdrawal
from loaders.pipeline import check_file, known_to
from programme.access import MAY, Deed, NotAllowed, Owned, Person, Role, may
from programme.areas import KENT
from programme.published import PublishedFile
from programme.submission import Acceptance
from record.lineage import former_values
from record.records import read
from reports.progress.readings import Progress
from store import backup, comparators, versions
from store.database import Database
from tests import factories
from tests.factories import QUARTER, read_here
from tests.store.test_comparators import KENT as PUBLISHED

FILE = PublishedFile("2025", "requests.csv", "f" * 64, (PUBLISHED,))

WAYS: Mapping[Deed, Mapping[str, Callable]] = {
    Deed.SEE_ORIGINAL: {"original file": lambda database, who, _: versions.original_file(database, 1, who)},
    Deed.SEE_VERSIONS: {
        "queries answered": lambda database, who, _: versions.answered(database, 1, who),
        "values before": lambda database, who, _: former_values(_reading(database).result, False, database, who),
    },
    Deed.PREVIEW: {
        "of a return": lambda database, who, _: impact(database, _checked(database).submission, who),
        "of a withdrawal": lambda database, who, _: impact_of_withdrawal(database, 1, who),
    },
    Deed.ACCEPT: {
        "accept": lambda database, who, _: versions.accept(database, _checked(database).submission, Acceptance(who)),
    },
    Deed.WITHDRAW: {"withdraw": lambda database, who, _: versions.withdraw(database, 1, Acceptance(who, "wrong file"))},
    Deed.LOAD_RELEASE: {"load release": lambda database, who, _: comparators.save_release(database, FILE, Acceptance(who))},
    Deed.BACK_UP: {"back up": lambda database, who, _: backup.back_up(database, who)},
}
"""The deeds that can be done today, each with its ways in. The others have none yet: their issues bring them here."""

NOT_YET = {
    Deed.SEE_HIDDEN: "asked by what disclosure gives: see below",
    Deed.UPLOAD: "asked by the page; nothing is stored until it is accepted",
    Deed.RESTORE: "asked before there is a store: see below",
    Deed.TAKE_AWAY: "everybody's",
}


def _checked(database: Database, workstream: int = 2):
    content = factories.standard_return(streams=(workstream,))
    return check_file(content, "return.xlsx", known=known_to(database), read=read_here)


def _reading(database: Database):
    return Progress(read(database), Role.ANALYST).reading(registry()["plans_within_20_weeks"], KENT, QUARTER)


def _person(role: Role) -> Person:
    return Person("somebody", "somebody@desk-7", frozenset({role}))


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "store.duckdb") as opened:
        versions.accept(opened, _checked(opened, 3).submission, Acceptance(_person(Role.ANALYST)))
        yield opened


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("deed", "way"), [(deed, way) for deed, ways in WAYS.items() for way in ways])
def test_a_deed_is_done_by_who_may_and_refused_to_others(database, tmp_path, role, deed, way):
    doing = WAYS[deed][way]
    before = versions.latest_change(database)
    if may(_person(role), deed):
        doing(database, _person(role), tmp_path)
        return
    with pytest.raises(NotAllowed, match=rf"may do this \({deed}\), got: {role}\. Nothing was changed\.$"):
        doing(database, _person(role), tmp_path)
    assert versions.latest_change(database) == before


@pytest.mark.parametrize("role", Role)
def test_restoring_is_the_administrators(database, tmp_path, role):
    folder = backup.back_up(database, _person(Role.ADMINISTRATOR))
    if role is Role.ADMINISTRATOR:
        return
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this \(restore\)"):
        backup.restore(folder, tmp_path / "again.duckdb", _person(role))
    assert not (tmp_path / "again.duckdb").exists()


def test_every_deed_has_its_ways_or_the_reason_why_it_has_none():
    later = set(Deed) - set(WAYS) - set(NOT_YET)
    assert later == {
        Deed.WITHDRAW_RELEASE,
        Deed.KEEP_LAYOUT,
        Deed.NAME_REDACTION,
        Deed.ASK_RELEASE_HIDDEN,
        Deed.WRITE_WORDS,
        Deed.ASSESS,
        Deed.ANSWER,
        Deed.SEND_FOR_REVIEW,
        Deed.APPROVE,
        Deed.PUBLISH,
        Deed.WITHDRAW_PUBLICATION,
        Deed.OPEN_MEETING,
        Deed.RECORD_CHALLENGE,
        Deed.RECORD_DECISION,
        Deed.RECORD_FOLLOW_UP,
        Deed.SIGN_MINUTES,
        Deed.EXPORT_PUBLIC,
        Deed.MAKE_TOKEN,
        Deed.REVOKE_TOKEN,
        Deed.MANAGE_PEOPLE,
        Deed.REDACT,
        Deed.READ_LOG,
        Deed.RELEASE_HIDDEN,
    }, "nothing does these yet"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
def test_the_question_answers_as_the_table_says(role, deed):
    assert may(_person(role), deed, Owned("somebody@desk-7")) == (deed in MAY[role])
