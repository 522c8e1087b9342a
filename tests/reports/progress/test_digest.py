from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from programme.access import Role
from programme.concerns import Concern
from programme.figure import Source
from programme.quarter import Quarter
from programme.signoff import SignOff, SignOffDeed
from record.logs import Logs
from record.records import read
from reports.progress.digest import newest_quarter, stands_of
from reports.progress.readings import Progress
from store.database import Database
from store.meetings.tellings import GONE, tell
from store.returns import versions
from store.signing.signoff_rows import sign_off_of
from tests.accepting import by, person
from tests.reports.build import progress_of, records_of
from tests.reports.letters import letter
from tests.reports.lines import plans
from tests.reports.meetings import ANSWERED, ASKED, TO_DO, held, meeting, progress_after
from tests.reports.sentences.test_signoff import APPROVED, DAY, EMBARGOED, NEXT, SENT
from tests.store.submissions import IN_TIME, ISSUED, standard

FIRST, QUARTERS = Quarter(2019, 1), 23


def states_of(progress, *roles) -> dict[str, str]:
    return {thing: each.state for thing, each in stands_of(progress, roles or [Role.CHAIR]).items()}


def told(database, progress) -> dict[str, str]:
    """What a digest says to a role; the same digest once more says nothing."""
    states = states_of(progress, progress.role)
    digest = tell(database, progress.role, states, person(), lambda digest: None)
    assert tell(database, progress.role, states, person(), lambda digest: None) is None
    return {thing: now for thing, (_, now) in digest.news.items()} if digest else {}


def courses(steps: list[dict[str, str]]) -> dict[str, list[str]]:
    """The states that each thing went through, one after the other; gone where it was there and is not any more."""
    found: dict[str, list[str]] = {}
    for states in steps:
        for thing in {**found, **states}:
            now = states.get(thing, GONE)
            if found.get(thing, [None])[-1] != now:
                found.setdefault(thing, []).append(now)
    return found


def as_told(digests: list[dict[str, str]]) -> dict[str, list[str]]:
    """What was said of each thing, one after the other."""
    found: dict[str, list[str]] = {}
    for news in digests:
        for thing, state in news.items():
            found.setdefault(thing, []).append(state)
    return found


def repeats(digests: list[dict[str, str]]) -> int:
    return sum(before == after for said in as_told(digests).values() for before, after in pairwise(said))


def test_twenty_three_quarterly_acceptances_are_each_told_once(tmp_path):
    digests, steps = [], []
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        for number, quarter in enumerate(FIRST.to(FIRST + (QUARTERS - 1))):
            at = datetime.combine(quarter.end + timedelta(days=20), time(9), UTC)
            figures = {ISSUED: 100 + number, IN_TIME: 50 + number % 7 * 5}
            versions.accept(database, standard(figures, quarter=quarter), by(at=at))
            progress = Progress(read(database), Role.CHAIR, at.date())
            steps.append(states_of(progress))
            digests.append(told(database, progress))
            came = [thing for thing, state in digests[-1].items() if state.startswith("received")]
            assert came == [f"return {quarter}, workstream 3, Kent County Council"]
    assert len(digests) == QUARTERS
    assert as_told(digests) == courses(steps)
    assert repeats(digests) == 0


def test_the_demonstrations_acceptances_are_each_told_once(demonstration_copy, tmp_path):
    digests, steps = [], []
    with Database.open(demonstration_copy(tmp_path)) as database:
        for version in versions.versions(database):
            progress = Progress(read(database, version.accepted_at), Role.CHAIR)
            steps.append(states_of(progress))
            digests.append(told(database, progress))
            came = {state for thing, state in digests[-1].items() if thing.startswith("return ") and "received" in state}
            assert {state.rpartition(" ")[2] for state in came} <= {str(version.number)}
    assert len(digests) == 11
    assert as_told(digests) == courses(steps)
    assert repeats(digests) == 0


def test_what_is_published_of_the_demonstration_is_told_to_readers_once_and_what_is_corrected_since_is_not(
    demonstration_copy, tmp_path
):
    digests, steps = [], []
    with Database.open(demonstration_copy(tmp_path)) as database:
        published = [each for each in sign_off_of(database).signatures if each.deed is SignOffDeed.PUBLISHED]
        corrected = versions.version(database, 6).accepted_at
        moments = sorted([*(each.shown_from for each in published), corrected])
        for at in moments:
            progress = Progress(read(database, at), Role.READER)
            steps.append(states_of(progress, Role.READER))
            digests.append(told(database, progress))
    first, second = (at in {each.shown_from for each in published} for at in moments[:2])
    assert (first, second, moments[1] == corrected) == (True, False, True)
    assert digests[1] == {}, "the correction stands, and is not published"
    assert digests[0]["what readers are shown"].startswith("published 2024/25 Q2, ")
    assert digests[2]["what readers are shown"].startswith("published 2024/25 Q3, ")
    assert as_told(digests) == courses(steps)
    assert repeats(digests) == 0


def test_a_corrected_return_is_told_again_and_one_that_was_taken_back_too(tmp_path):
    thing = "return 2024/25 Q3, workstream 3, Kent County Council"
    at = datetime(2025, 1, 20, 9, tzinfo=UTC)

    def state(database):
        return states_of(Progress(read(database), Role.ANALYST, at.date()), Role.ANALYST).get(thing)

    with Database.open(tmp_path / "wsoa.duckdb") as database:
        versions.accept(database, standard({ISSUED: 100}), by(at=at))
        assert state(database) == "received on time, version 1"
        versions.accept(database, standard({ISSUED: 101}), by(reason="recounted", at=at + timedelta(days=1)))
        assert state(database) == "received on time, version 2"
        versions.withdraw(database, 2, by(reason="wrong file", at=at + timedelta(days=2)))
        assert state(database) == "received on time, version 1"
        versions.withdraw(database, 1, by(reason="wrong file", at=at + timedelta(days=3)))
        assert state(database) is None


def test_nothing_is_told_where_nothing_is_known():
    empty = progress_of(versions=())
    assert newest_quarter(empty.records) is None
    assert states_of(empty) == {}


def test_each_role_hears_of_what_concerns_it():
    progress = held(ASKED)
    kinds = {role: {each.concern for each in stands_of(progress, [role]).values()} for role in Role}
    assert Concern.RATING in kinds[Role.READER]
    assert Concern.RETURN not in kinds[Role.READER]
    assert Concern.ON_RECORD not in kinds[Role.ANALYST]
    assert kinds[Role.ADMINISTRATOR] <= {Concern.RETURN}


def test_what_a_board_asked_is_told_by_what_became_of_it_and_never_by_how_many_days_it_waits():
    found = states_of(held(ASKED, ANSWERED, TO_DO))
    assert {thing: state for thing, state in found.items() if thing.startswith("on record")} == {
        "on record M1-1": "no answer, 0 replies, overdue",
        "on record M1-2": "satisfied, 1 replies",
        "on record M1-4": "no answer, 0 replies",
    }


def test_while_a_meeting_is_held_nothing_of_it_is_told():
    assert not any(thing.startswith("on record") for thing in states_of(progress_after(meeting(ASKED, closed=False))))


def test_how_far_a_quarter_is_is_told_to_who_sees_it_and_to_readers_what_they_are_shown():
    known = {"sign_off": SignOff((SENT, APPROVED, EMBARGOED), NEXT), "change": 9}

    def of_sign_off(role, **more):
        progress = Progress(replace(records_of(*plans([58])), **known | more), role)
        return {each.thing: each.state for each in stands_of(progress, [role]).values() if each.concern is Concern.SIGN_OFF}

    assert of_sign_off(Role.CHAIR) == {"sign-off of 2024/25 Q3": "published, 4"}
    assert of_sign_off(Role.CHAIR, sign_off=SignOff((SENT, APPROVED, EMBARGOED), DAY)) == {
        "sign-off of 2024/25 Q3": "under embargo, 4"
    }
    assert of_sign_off(Role.READER, sign_off=SignOff((SENT, APPROVED, EMBARGOED), DAY)) == {}
    assert of_sign_off(Role.READER, given=EMBARGOED) == {"what readers are shown": "published 2024/25 Q3, 4"}
    assert of_sign_off(Role.ADMINISTRATOR, given=EMBARGOED) == {}


def test_a_rating_is_told_by_its_word_and_one_that_is_not_rated_is_not_told():
    found = states_of(progress_of(*plans([49, 58])))
    assert found["rating plans_within_20_weeks"] == "amber"
    assert not any(state == "not rated" for state in found.values())


def test_a_letter_is_told_by_what_it_says_and_not_again_by_a_later_return_of_the_same():
    def said(*letters):
        known = replace(records_of(*plans([58])), logs=Logs(letters=letters))
        return {thing: state for thing, state in states_of(Progress(known, Role.CHAIR)).items() if "letter" in thing}

    thing = "letter-2024-11-20-1 on weakness 6"
    assert list(said(letter())) == [thing]
    assert said(letter()) == said(replace(letter(), source=Source("later.xlsx", "Letters", "A9", 9)))
    assert said(letter())[thing] != said(letter(wording="Clear them all."))[thing]
