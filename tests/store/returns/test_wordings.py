from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.access import NotAllowed, Person, Role
from programme.finding import Finding, Severity
from programme.sheets.assessments import ASSESSMENT, NOT_YET
from programme.sheets.commentary import COMMENTARY
from programme.submission import Answered
from programme.wordings import WordsTyped
from store.errors import StoreError
from store.returns.wordings import answered_of_wording, wording_numbered, wordings_of
from store.returns.writing import withdraw_words, write_words
from tests.accepting import by, person
from tests.asking import spoken, spoken_on
from tests.store.submissions import ISSUED, Q3, standard
from tests.store.wordings import KPI, LEAD, comes, comment, later, returned


@pytest.fixture
def database(database):
    comes(database, 0)
    return database


def test_words_are_read_as_they_were_written(database):
    query = Finding("no_answer", Severity.QUERY, "Commentary", "Management action", "must say something, got: tbc")
    typed = comment("Two caseworkers left", answered=(Answered(query, "nobody is in post yet"),), illustrative=True)
    made = write_words(database, typed, by("A. Lead", "asked by the board", at=later(1)))
    (found,) = wordings_of(database)
    assert found == made
    assert (found.number, found.change, found.sheet, found.quarter) == (1, 2, "Commentary", Q3)
    assert found.cells == (("KPI", KPI), ("Why", "Two caseworkers left"))
    assert (found.at, found.doer, found.reason, found.illustrative) == (later(1), "A. Lead", "asked by the board", True)
    assert found.withdrawal is None
    assert answered_of_wording(database, 1, LEAD) == [Answered(query, "nobody is in post yet")]


def test_the_answers_quote_the_words_and_are_for_those_who_may_write_them(database):
    write_words(database, comment("Two left"), by(at=later(1)))
    with pytest.raises(NotAllowed, match=r"^Only a lead may do this \(write words\), got: reader\. Nothing was changed\.$"):
        answered_of_wording(database, 1, Person("R", "r@desk", frozenset({Role.READER})))
    with pytest.raises(StoreError, match=r"^It must be one of the 1 wordings that were written here, got: number 2\."):
        answered_of_wording(database, 2, LEAD)
    assert wording_numbered(wordings_of(database), 1).number == 1


def test_what_comes_later_counts_whether_it_is_returned_or_written(database):
    write_words(database, comment("written first"), by(at=later(1)))
    comes(database, 2, "returned")
    assert spoken(database, "Commentary") == [[KPI, "written first"], [KPI, "returned"]]
    write_words(database, comment("written anew"), by(reason="the return was older", at=later(3)))
    assert spoken(database, "Commentary") == [[KPI, "returned"], [KPI, "written anew"]]
    withdraw_words(database, 2, by(reason="a slip", at=later(4)))
    assert spoken(database, "Commentary") == [[KPI, "written first"], [KPI, "returned"]]


def test_what_would_count_after_the_next_return_knows_what_was_written(database):
    from store.snapshot import snapshot

    write_words(database, comment("written"), by(at=later(1)))
    with snapshot(database) as known:
        after = known.after(standard({ISSUED: 50}, entries=returned("returned")))
        assert [[row.text(COMMENTARY.why) for row in rows] for _, rows in after.spoken("Commentary")] == [
            ["written"],
            ["returned"],
        ]
        assert [[row.wording for row in rows] for _, rows in known.without(1).spoken("Commentary")] == [[1]]


STEPS = st.lists(st.sampled_from(["write", "assess", "withdraw", "return"]), max_size=6)


@settings(max_examples=12, deadline=None)
@given(steps=STEPS)
def test_every_past_moment_reads_as_it_did_then_and_knows_nothing_of_later_words(empty_store, steps):
    with empty_store() as database:
        comes(database, 0)
        then = {}
        for day, step in enumerate(steps, start=1):
            moment, known = later(day), wordings_of(database)
            standing = [each.number for each in known if each.withdrawal is None]
            if step == "write":
                write_words(database, comment(f"day {day}"), by(reason="it changed", at=moment))
            elif step == "assess":
                typed = WordsTyped(ASSESSMENT, Q3, ASSESSMENT.typed(weakness="6", text=NOT_YET, reason=f"day {day}"), 3)
                write_words(database, typed, by(reason="it changed", at=moment))
            elif step == "return":
                comes(database, day, f"returned on day {day}")
            elif standing:
                withdraw_words(database, standing[-1], by(reason="a slip", at=moment))
            then[moment] = all_said(database)
            assert all_said(database, moment - timedelta(days=1)) == then.get(moment - timedelta(days=1), [[], [], []])
        assert {moment: all_said(database, moment) for moment in then} == then


def all_said(database, as_at=None):
    told = [(each.number, each.cells, each.withdrawal) for each in wordings_of(database, as_at)]
    return [*spoken_on(database, "Commentary", "Assessment", as_at=as_at), told]


def test_a_person_with_an_account_is_told_by_both(database):
    made = write_words(database, comment("Two left"), by(at=later(1)))
    assert made.doer == person().name
    withdrawn = withdraw_words(database, 1, by("Head", "a slip", at=later(2))).withdrawal
    assert (withdrawn.doer, withdrawn.reason, withdrawn.at, withdrawn.change) == ("Head", "a slip", later(2), 3)
