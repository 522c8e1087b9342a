from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest

from programme.access import person_here
from programme.finding import Finding, Severity
from programme.quarter import Quarter
from programme.submission import Acceptance, Answered, Cover, Entry, Submission, Version
from programme.symbols import Status

COVER = Cover("standard", Quarter(2024, 3), (3,), "Kent County Council", "Lead", "Analyst", date(2024, 12, 31), Status.FINAL)


def test_a_return_is_real_unless_it_says_that_it_is_illustrative():
    assert not COVER.illustrative


def test_a_submission_needs_no_answered_queries():
    assert Submission(COVER, "return.xlsx", b"PK", "0" * 64, (), ()).answered == ()


def test_an_answered_query_keeps_its_finding_and_reason():
    finding = Finding("jump", Severity.QUERY, "Figures", "D7", "…")
    answered = Answered(finding, "A new team started")
    assert (answered.finding.place, answered.reason) == ("Figures!D7", "A new team started")


def test_what_is_typed_elsewhere_keeps_its_cell():
    assert Entry("Actions", 5, "Action", "B5", "Recruit").ref == "B5"


def test_a_version_is_never_changed_and_may_take_another_back():
    version = Version(2, COVER, "return.xlsx", "0" * 64, datetime(2025, 1, 9, tzinfo=UTC), "analyst", "wrong file", 1)
    assert version.withdraws == 1
    with pytest.raises(FrozenInstanceError):
        version.reason = "another"


QUERY = Finding("jump", Severity.QUERY, "Figures", "D7", "…")
OTHER = Finding("jump", Severity.QUERY, "Figures", "D8", "…")


def test_one_reason_answers_every_query_and_a_reason_for_each_answers_its_own():
    assert [Acceptance(person_here("lead"), reasons=" recounted ").answer(query) for query in (QUERY, OTHER)] == [
        "recounted"
    ] * 2
    given = Acceptance(person_here("lead"), reasons={QUERY: " a new team "})
    assert (given.answer(QUERY), given.answer(OTHER)) == ("a new team", "")


def test_an_acceptance_without_reasons_answers_nothing():
    assert Acceptance(person_here("lead"), "quarterly return").answer(QUERY) == ""


def test_a_version_says_who_did_it_as_said_and_the_account_where_it_differs():
    def version(account):
        return Version(1, COVER, "return.xlsx", "0" * 64, datetime(2025, 1, 20, tzinfo=UTC), "jsmith", "", account=account)

    assert [version(account).doer for account in ("", "jsmith", "kdoe@desk-7")] == [
        "jsmith",
        "jsmith",
        "jsmith (kdoe@desk-7)",
    ]


def test_a_word_that_holds_a_place_is_no_answer_to_a_query():
    assert [
        Acceptance(person_here("lead"), reasons=word).answer(QUERY) for word in ("tbc", "-", "n/a", "see above", "xxx")
    ] == [""] * 5
    assert Acceptance(person_here("lead"), reasons={QUERY: "TBC"}).answer(QUERY) == ""
