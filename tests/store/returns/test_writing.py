import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from programme.access import NotAllowed, Person, Role
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.assessments import ASSESSMENT, SUFFICIENT
from programme.sheets.commentary import COMMENTARY
from programme.wordings import WordsTyped
from store.errors import Overtaken, StoreError
from store.log.log import log_rows
from store.returns import versions
from store.returns.wordings import wordings_of
from store.returns.writing import withdraw_words, write_words
from tests.accepting import by
from tests.store.submissions import Q3
from tests.store.wordings import KPI, LEAD, comes, comment, later, lead

OTHER = Person("B. Lead", "b@desk-4", frozenset({Role.LEAD}))
ANALYST = Person("A. Nalyst", "a@desk-1", frozenset({Role.ANALYST}))
LOST = "Nothing was stored, and what you typed is not lost."


@pytest.fixture
def database(database):
    comes(database, 0)
    return database


def test_each_deed_is_logged_with_the_deed_itself_and_counts_as_a_change(database):
    write_words(database, comment("Two left"), lead(at=later(1)))
    typed = WordsTyped(ASSESSMENT, Q3, ASSESSMENT.typed(weakness="6", text=SUFFICIENT, reason="plans are on time"), 3)
    write_words(database, typed, lead(at=later(2)))
    withdraw_words(database, 1, lead("a slip", at=later(3)))
    with database.cursor() as cursor:
        told = [(row.deed, row.name, row.account, row.what) for row in log_rows(cursor)][1:]
    assert told == [
        ("wrote words", "A. Lead", "lead@desk-3", f"number 1: Commentary, 2024/25 Q3, {KPI}"),
        ("wrote words", "A. Lead", "lead@desk-3", "number 2: Assessment, 2024/25 Q3, 6"),
        ("withdrew words", "A. Lead", "lead@desk-3", f"number 1: Commentary, 2024/25 Q3, {KPI}"),
    ]
    assert versions.latest_change(database) == 4


def test_a_return_comes_after_what_was_written(database):
    write_words(database, comment("Two left"), lead(at=later(2)))
    with pytest.raises(ValueError, match="What is stored next must not be earlier than"):
        comes(database, 1)
    assert comes(database, 3).number == 2


def test_only_a_lead_writes(database):
    with pytest.raises(NotAllowed, match=r"^Only a lead may do this \(write words\), got: analyst\. Nothing was changed\.$"):
        write_words(database, comment("Two left"), lead(who=ANALYST))
    typed = WordsTyped(ASSESSMENT, Q3, ASSESSMENT.typed(weakness="6", text=SUFFICIENT))
    with pytest.raises(NotAllowed, match=r"^Only a lead may do this \(assess\), got: analyst\."):
        write_words(database, typed, lead(who=ANALYST))
    assert wordings_of(database) == []


def test_whoever_changes_what_is_said_says_why(database):
    write_words(database, comment("Two left"), lead(at=later(1)))
    with pytest.raises(StoreError, match=rf"^Whoever changes what is said must say why, got: tbc\. {LOST}$"):
        write_words(database, comment("Three left"), lead("tbc", at=later(2)))
    with pytest.raises(StoreError, match=r"^Words must say something else than what stands already, got: the same\."):
        write_words(database, comment("Two left"), lead("no reason", at=later(2)))
    made = write_words(database, comment("Three left"), lead("one more left in March", at=later(2)))
    assert [each.reason for each in wordings_of(database)] == ["", "one more left in March"]
    assert made.number == 2


def test_what_a_return_says_is_changed_with_a_reason_too(database):
    comes(database, 1, "Two left")
    with pytest.raises(StoreError, match=r"^Whoever changes what is said must say why, got: nothing\."):
        write_words(database, comment("Three left"), lead(at=later(2)))


def test_who_is_not_named_writes_nothing(database):
    with pytest.raises(StoreError, match=rf"^Whoever writes must give a name or role, got: nothing\. {LOST}$"):
        write_words(database, comment("Two left"), lead(who=LEAD.called(" ")))


def test_a_quarter_without_a_return_takes_no_words(database):
    typed = replace(comment("Two left"), quarter=Quarter(2025, 1))
    told = (
        r"^Words must be of a quarter of which a return was accepted, got: 2025/26 Q1, of which there is no figure\. They "
        rf"can be written once its first return is accepted\. {LOST}$"
    )
    with pytest.raises(StoreError, match=told):
        write_words(database, typed, lead(at=later(1)))
    versions.withdraw(database, 1, by(reason="wrong", at=later(1)))
    with pytest.raises(StoreError, match="got: 2024/25 Q3, of which there is no figure"):
        write_words(database, comment("Two left"), lead(at=later(2)))


def test_the_second_of_two_is_told_what_the_first_wrote(database):
    comes(database, 1, "Two left")
    seen = versions.latest_change(database)
    write_words(database, comment("Three left"), lead("one more", OTHER, at=later(2), seen=seen))
    told = (
        r"^What you were shown is no longer what is said: B\. Lead \(b@desk-4\) wrote here on 22 January 2025 at 09:00\. It "
        rf"says now Why: “Three left” in place of “Two left”\. {LOST} To put yours in its place, store it again\.$"
    )
    with pytest.raises(Overtaken, match=told):
        write_words(database, comment("Four left"), lead("two more", at=later(3), seen=seen))
    write_words(database, comment("Four left"), lead("two more", at=later(3), seen=versions.latest_change(database)))
    assert [each.by for each in wordings_of(database)] == ["B. Lead", "A. Lead"]


def test_a_return_or_a_withdrawal_in_between_is_told_of_too(database):
    write_words(database, comment("Two left"), lead(at=later(1)))
    seen = versions.latest_change(database)
    comes(database, 2, "Three left")
    with pytest.raises(Overtaken, match=r"analyst accepted return\.xlsx on 22 January 2025 at 09:00\. It says now Why: “T"):
        write_words(database, comment("Four left"), lead("two more", at=later(3), seen=seen))
    seen = versions.latest_change(database)
    versions.withdraw(database, 2, by(reason="wrong file", at=later(3)))
    withdraw_words(database, 1, lead("a slip", at=later(4)))
    told = r"A\. Lead \(lead@desk-3\) withdrew what stood here on 24 January 2025 at 09:00\. It says now Why: nothing in "
    with pytest.raises(Overtaken, match=told):
        write_words(database, comment("Four left"), lead("two more", at=later(5), seen=seen))


def test_what_changed_elsewhere_stands_in_nobodys_way(database):
    seen = versions.latest_change(database)
    write_words(database, WordsTyped(ASSESSMENT, Q3, ASSESSMENT.typed(weakness="6", text=SUFFICIENT), 3), lead(at=later(1)))
    comes(database, 2)
    assert write_words(database, comment("Two left"), lead(at=later(3), seen=seen)).number == 2


def test_words_are_withdrawn_by_whoever_wrote_them_or_an_analyst_with_a_reason(database):
    write_words(database, comment("Two left"), lead(at=later(1)))
    foreign = r"^Only who wrote these words or an analyst may withdraw them, got: somebody else's\. Nothing was changed\.$"
    with pytest.raises(NotAllowed, match=foreign):
        withdraw_words(database, 1, lead("a slip", OTHER))
    with pytest.raises(NotAllowed, match=r"^Only a lead may do this \(write words\), got: reader\."):
        withdraw_words(database, 1, lead("a slip", Person("R", "r@desk", frozenset({Role.READER}))))
    with pytest.raises(StoreError, match=r"^A withdrawal must say who withdraws and why, got: n/a\. Nothing was changed\.$"):
        withdraw_words(database, 1, lead("n/a", at=later(2)))
    found = withdraw_words(database, 1, lead("it names somebody", ANALYST, at=later(2)))
    assert (found.withdrawal.doer, found.withdrawal.at) == ("A. Nalyst (a@desk-1)", later(2))
    with pytest.raises(StoreError, match=r"^The words number 1 were withdrawn already, by A\. Nalyst \(a@desk-1\)\."):
        withdraw_words(database, 1, lead("a slip", at=later(3)))
    with pytest.raises(StoreError, match=r"^It must be one of the 1 wordings that were written here, got: number 7\."):
        withdraw_words(database, 7, lead("a slip"))


def test_what_no_form_lets_through_is_refused(database):
    for typed, told in (
        (
            WordsTyped(ACTIONS, Q3, {"Ref": "APP-6.01"}),
            "Words on screen must be of Commentary, Assessment, Summary, Letters, got: A",
        ),
        (replace(comment("x"), cells={"KPI": KPI, "Mood": "low"}), "must stand under a heading of Commentary, got: Mood"),
        (replace(comment("x"), cells={"Why": "it fell"}), "must have what none does without and no blank cell"),
        (replace(comment("x"), cells={"KPI": KPI, "Why": " "}), "must have what none does without and no blank cell"),
        (comment("x" * 10_001), "Words must have at most 10,000 signs, got: 10,001"),
    ):
        with pytest.raises(ValueError, match=told):
            write_words(database, typed, lead())


def test_the_machines_day_is_asked_about_as_for_a_return(database):
    with pytest.raises(StoreError, match="somebody must confirm the machine's day"):
        write_words(database, comment("Two left"), lead())


def test_a_long_text_is_told_of_in_short(database):
    seen = versions.latest_change(database)
    write_words(database, comment("long " * 200), lead(at=later(1)))
    with pytest.raises(Overtaken) as refused:
        write_words(database, comment("Two left"), lead("why", at=later(2), seen=seen))
    assert len(str(refused.value)) < 800
    assert f"{COMMENTARY.why}: “{('long ' * 60)} …” in place of nothing" in str(refused.value)


FULL = """
import resource, signal, sys
from store.database import Database, StoreError
from store.returns.wordings import wordings_of
from store.returns.writing import write_words
from tests.store.wordings import comes, comment, later, lead

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Database.open(sys.argv[1]) as database:
    comes(database, 0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        write_words(database, comment("Two left"), lead(at=later(1)))
    except StoreError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    print(len(wordings_of(database)), "then", write_words(database, comment("Two left"), lead(at=later(1))).number)
"""


@pytest.mark.killed
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot be given a small disk for one process")
def test_a_full_disk_is_a_sentence_and_the_words_can_be_written_afterwards(tmp_path):
    path, root = tmp_path / "kent.duckdb", Path(__file__).parents[3]
    said = subprocess.run([sys.executable, "-c", FULL, str(path)], cwd=root, capture_output=True, text=True)
    assert said.stdout.splitlines() == [
        f"There must be room on the disk for the database {path}, got: File too large. Free some space and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
        "0 then 1",
    ], said.stderr


def test_words_that_nobody_has_read_yet_are_not_withdrawn_in_the_place_of_others(database):
    write_words(database, comment("Two left"), lead(at=later(1)))
    seen = versions.latest_change(database)
    write_words(database, comment("Three left"), lead("one more", OTHER, at=later(2)))
    with pytest.raises(Overtaken) as refusal:
        withdraw_words(database, 2, lead("a slip", ANALYST, at=later(3), seen=seen))
    assert str(refusal.value) == (
        "What you were shown is no longer what is said: B. Lead (b@desk-4) wrote here on 22 January 2025 at 09:00. Look at "
        f"what is said now, and withdraw that where it is wrong. {LOST}"
    )
    assert [each.withdrawal for each in wordings_of(database)] == [None, None]
    withdraw_words(database, 2, lead("a slip", ANALYST, at=later(3), seen=seen + 1))
