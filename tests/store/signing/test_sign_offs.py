import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.access import NotAllowed, Person, Role
from programme.redaction import RedactedKind, RedactedPlace
from programme.signoff import SignOffState
from programme.submission import Entry
from store import moments
from store.backups import backup
from store.backups.manifest import hash_of
from store.errors import Overtaken, StoreError
from store.log.log import log_rows
from store.redaction.redacting import carry_out
from store.redactions import name_redaction
from store.returns import versions
from store.returns.writing import write_words
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication
from store.signing.signoff_rows import sign_off_of
from tests.accepting import by, person
from tests.store.signatures import CHAIR, LEAD, approved, because, later, opened, published, sent
from tests.store.submissions import ISSUED, Q2, Q3, standard
from tests.store.wordings import comes, comment

LOST = "Nothing was changed, and what you typed is not lost."
BOTH = Person("The chair", LEAD.account, frozenset({Role.CHAIR, Role.LEAD}))


@pytest.fixture
def database(database):
    comes(database, 0)
    return database


def refused(kind, deed, *given, **named) -> str:
    with pytest.raises(kind) as said:
        deed(*given, **named)
    return str(said.value)


def test_each_deed_is_logged_counts_as_a_change_and_keeps_what_was_on_the_screen(database):
    one, two = sent(database), approve_quarter(database, Q3, because(CHAIR, "read", at=later(2), seen=2))
    three = publish_quarter(database, Q3, because(CHAIR, at=later(3)), later(9))
    four = withdraw_publication(database, Q3, because(CHAIR, "a slip", at=later(4)))
    assert [each.change for each in (one, two, three, four)] == [2, 3, 4, 5]
    assert [each.rests_on for each in (one, two, three, four)] == [None, 2, 3, 4]
    assert {each.shows_at for each in (one, two, three, four)} == {later(1)}
    assert (two.note, two.seen, two.doer, three.embargo) == ("read", 2, "The chair (chair@desk-4)", later(9))
    assert sign_off_of(database).signatures == (one, two, three, four)
    assert versions.latest_change(database) == 5
    with database.cursor() as cursor:
        told = [(row.deed, row.name, row.what) for row in log_rows(cursor)][1:]
    assert told == [
        ("sent a quarter for review", "A. Lead", "2024/25 Q3"),
        ("approved a quarter", "The chair", "2024/25 Q3"),
        ("published a quarter", "The chair", "2024/25 Q3, under embargo until 29 January 2025 at 09:00"),
        ("withdrew a publication", "The chair", "2024/25 Q3"),
    ]


def test_a_deed_needs_the_one_before(database):
    assert refused(StoreError, approve_quarter, database, Q3, because(CHAIR, at=later(1))) == (
        "Only a quarter that waits for review is approved, got: 2024/25 Q3, of which nothing was sent for review yet. "
        f"{LOST}"
    )
    sent(database)
    assert refused(StoreError, publish_quarter, database, Q3, because(CHAIR, at=later(2))) == (
        "Only an approved quarter is published, got: 2024/25 Q3: A. Lead (lead@desk-3) sent 2024/25 Q3 for review on "
        f"21 January 2025 at 09:00. {LOST}"
    )
    assert refused(StoreError, withdraw_publication, database, Q3, because(CHAIR, at=later(2))).startswith(
        "Only a quarter that is published can be withdrawn, got: 2024/25 Q3: "
    )


def test_a_quarter_without_returns_is_not_signed_off(database):
    assert refused(StoreError, send_for_review, database, Q2, because(LEAD, at=later(1))) == (
        "A quarter that is signed off must have a return that was accepted, got: 2024/25 Q2, of which there is no figure. "
        f"It can be sent for review once its first return is accepted. {LOST}"
    )


@pytest.mark.parametrize("note", ["", "  ", "tbc"])
def test_each_deed_has_a_note_and_a_person(database, note):
    got = note.strip() or "nothing"
    assert refused(StoreError, send_for_review, database, Q3, because(LEAD, note, at=later(1))) == (
        f"Whoever sends a quarter for review must give a name and a note, got: {got}. Nothing was changed."
    )
    assert "got: nothing." in refused(StoreError, send_for_review, database, Q3, because(LEAD.called(" "), at=later(1)))


def test_who_wrote_or_accepted_words_of_the_quarter_or_sent_it_approves_it_not_under_another_name_either(database):
    write_words(database, comment("Two left"), replace(by(at=later(1)), by=BOTH.called("B. Lead")))
    send_for_review(database, Q3, because(replace(LEAD, account="other@desk-5"), at=later(2)))
    assert refused(NotAllowed, approve_quarter, database, Q3, because(BOTH, at=later(3))) == (
        "A quarter is approved by somebody who wrote none of its words, got: B. Lead (lead@desk-3), who wrote words of "
        f"Commentary. {LOST}"
    )
    sender = Person("S. Ender", "other@desk-5", frozenset({Role.CHAIR}))
    assert "who sent it for review" in refused(NotAllowed, approve_quarter, database, Q3, because(sender, at=later(3)))
    as_other = replace(CHAIR, account="chair as lead", identity=LEAD.account)
    assert "who wrote words" in refused(NotAllowed, approve_quarter, database, Q3, because(as_other, at=later(3)))
    assert approve_quarter(database, Q3, because(CHAIR, at=later(3))).by == "The chair"


def test_who_accepted_a_return_with_words_is_behind_them(database):
    row = (Entry("Commentary", 2, "KPI", "A2", "plans_within_20_weeks"), Entry("Commentary", 2, "Why", "C2", "Two left"))
    analyst = Person("A. Nalyst", "a@desk-1", frozenset({Role.ANALYST, Role.CHAIR}))
    versions.accept(database, standard({ISSUED: 41}, entries=row), replace(by(at=later(1)), by=analyst))
    send_for_review(database, Q3, because(LEAD, at=later(2)))
    assert refused(NotAllowed, approve_quarter, database, Q3, because(analyst, at=later(3))) == (
        "A quarter is approved by somebody who wrote none of its words, got: A. Nalyst (a@desk-1), who accepted "
        f"return.xlsx. {LOST}"
    )


def test_who_wrote_on_an_earlier_quarter_since_it_was_published_approves_neither(database):
    """What they wrote comes with the later quarter, and nobody else has approved it."""
    write_words(database, replace(comment("Two left"), quarter=Q3), because(BOTH, at=later(1)))
    send_for_review(database, Q3, because(replace(LEAD, account="other@desk-5"), at=later(2)))
    approve_quarter(database, Q3, because(CHAIR, at=later(3)))
    publish_quarter(database, Q3, because(CHAIR, at=later(4)))
    versions.accept(database, standard({ISSUED: 7}, quarter=Q3 + 1), by(at=later(5)))
    send_for_review(database, Q3 + 1, because(replace(LEAD, account="other@desk-5"), at=later(6)))
    assert approve_quarter(database, Q3 + 1, because(BOTH, at=later(7))).by == "The chair", "another approved the words"
    write_words(database, replace(comment("Three left"), quarter=Q3), because(BOTH, "one more", at=later(8)))
    send_for_review(database, Q3 + 1, because(replace(LEAD, account="other@desk-5"), at=later(9)))
    assert refused(NotAllowed, approve_quarter, database, Q3 + 1, because(BOTH, at=later(10))) == (
        "A quarter is approved by somebody who wrote none of its words, got: The chair (lead@desk-3), who wrote words of "
        f"Commentary. {LOST}"
    )


def test_where_nobody_signs_in_it_is_neither_approved_nor_published_and_the_sentence_says_why(database):
    approved(database)
    alone = replace(CHAIR, alone=True)
    for deed, word in ((approve_quarter, "approve"), (publish_quarter, "publish")):
        assert refused(NotAllowed, deed, database, Q3, because(alone, at=later(3))) == (
            f"This ({word}) needs a second person, who wrote none of the words, got: a machine that asks nobody to sign in. "
            "It can be done once people sign in. Nothing was changed."
        )


def test_what_moved_since_it_was_sent_is_named_where_approving_is_refused(database):
    sent(database)
    comes(database, 2)
    write_words(database, comment("Two left"), replace(by(at=later(3)), by=LEAD))
    assert refused(Overtaken, approve_quarter, database, Q3, because(CHAIR, at=later(4))) == (
        "2024/25 Q3 is no longer what it was when it was sent for review: analyst accepted return.xlsx on 22 January 2025 "
        "at 09:00, which changed 1 figure; A. Lead (lead@desk-3) wrote on Commentary on 23 January 2025 at 09:00. Look at "
        f"what stands there now, and have it sent for review again where it is right. {LOST}"
    )
    send_for_review(database, Q3, because(LEAD, at=later(5)))
    assert approve_quarter(database, Q3, because(CHAIR, at=later(6))).shows_at == later(5)


def test_a_return_of_a_later_quarter_moves_nothing(database):
    sent(database)
    versions.accept(database, standard({ISSUED: 7}, quarter=Q3 + 1), by(at=later(2)))
    assert approve_quarter(database, Q3, because(CHAIR, at=later(3))).rests_on == 2


def test_whoever_sends_what_they_did_not_see_is_told_what_moved(database):
    comes(database, 2)
    assert refused(Overtaken, send_for_review, database, Q3, because(LEAD, at=later(3), seen=1)).startswith(
        "2024/25 Q3 is no longer what it was when you were shown it: analyst accepted return.xlsx on 22 January 2025"
    )
    assert send_for_review(database, Q3, because(LEAD, at=later(3), seen=2)).seen == 2


def test_of_two_at_the_same_minute_the_second_is_told(database):
    sent(database)
    seen = versions.latest_change(database)
    approve_quarter(database, Q3, because(CHAIR, at=later(2), seen=seen))
    second = Person("Deputy", "deputy@desk-6", frozenset({Role.CHAIR}))
    assert refused(Overtaken, approve_quarter, database, Q3, because(second, at=later(2), seen=seen)) == (
        "What you were shown is no longer what is stored: The chair (chair@desk-4) approved 2024/25 Q3 on 22 January 2025 "
        f"at 09:00. {LOST}"
    )


def test_an_embargo_is_not_in_the_past(database):
    approved(database)
    assert refused(StoreError, publish_quarter, database, Q3, because(CHAIR, at=later(3)), later(3)) == (
        f"An embargo must end after now, 23 January 2025 at 09:00, got: 23 January 2025 at 09:00. {LOST}"
    )
    with pytest.raises(ValueError, match="must say its offset from UTC"):
        publish_quarter(database, Q3, because(CHAIR, at=later(3)), later(5).replace(tzinfo=None))
    assert sign_off_of(database).state(Q3) is SignOffState.APPROVED


def test_what_rests_on_a_return_that_was_withdrawn_is_not_published(database):
    approved(database)
    comes(database, 3)
    versions.withdraw(database, 1, by("analyst", "wrong file", at=later(4)))
    assert refused(StoreError, publish_quarter, database, Q3, because(CHAIR, at=later(5))) == (
        "What is published must rest on returns that stand, got: version 1 (return.xlsx), which analyst withdrew on "
        f"24 January 2025 at 09:00, after it was sent for review. Have 2024/25 Q3 sent for review again. {LOST}"
    )


def test_what_was_corrected_since_it_was_approved_is_published_as_approved(database):
    approved(database)
    comes(database, 3)
    assert publish_quarter(database, Q3, because(CHAIR, at=later(4))).shows_at == later(1)


def test_an_earlier_quarter_is_not_published_beside_a_later_one(database):
    published(database)
    versions.accept(database, standard({ISSUED: 5}, quarter=Q2), by(at=later(4)))
    assert refused(StoreError, send_for_review, database, Q2, because(LEAD, at=later(5))) == (
        "What is published of a quarter speaks for all before it as well, got: 2024/25 Q2 after 2024/25 Q3, published by "
        "The chair (chair@desk-4) on 23 January 2025 at 09:00. Send 2024/25 Q3 for review again: 2024/25 Q2 comes with it "
        f"as it stands. {LOST}"
    )


def test_nothing_comes_into_a_state_that_was_signed(database):
    sent(database, 5)
    with pytest.raises(ValueError, match="What is stored next must not be earlier than"):
        comes(database, 3)


def test_a_clock_that_is_set_back_by_days_is_refused_and_by_an_hour_never_runs_backwards(database, monkeypatch):
    published(database)
    monkeypatch.setattr(moments, "now", lambda: moments.stored(later(0)))
    assert refused(StoreError, withdraw_publication, database, Q3, because(CHAIR)).startswith(
        "This machine's day must not be before the newest thing that is stored, 23 January 2025, got: 20 January 2025."
    )
    monkeypatch.setattr(moments, "now", lambda: moments.stored(later(3) - timedelta(hours=1)))
    assert withdraw_publication(database, Q3, because(CHAIR)).at > later(3)


@pytest.mark.about_files
def test_a_backup_holds_what_was_signed_and_restores_it(database, tmp_path):
    approved(database)
    publish_quarter(database, Q3, because(CHAIR, at=later(3)), later(9))
    folder = backup.back_up(database, person())
    with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
        assert sign_off_of(restored).signatures == sign_off_of(database).signatures
        assert withdraw_publication(restored, Q3, because(CHAIR, "a slip", at=later(10))).rests_on == 4


@pytest.mark.about_files
def test_words_that_are_redacted_stand_in_no_sign_off_any_more_and_it_stands_as_it_did(database):
    child, before = "Persephone Quill", published(database)
    send_for_review(database, Q3, because(LEAD.called(f"for {child}"), f"{child} has a place", at=later(4)))
    withdraw_publication(database, Q3, because(CHAIR, f"it names {child}", at=later(5)))
    held = sign_off_of(database)
    assert repr(held).count(child) == 3
    number = name_redaction(database, RedactedPlace(RedactedKind.NAME, words=child), by("analyst", "it names a child"))
    carry_out(database, number, by("admin", "asked for by the family"))
    left = sign_off_of(database)
    assert child not in repr(left) and child.encode() not in database.path.read_bytes()
    assert left.signatures[-1].note.startswith("it names [redacted on ")
    assert [replace(each, by="", note="") for each in left.signatures] == [
        replace(each, by="", note="") for each in held.signatures
    ]
    assert left.signatures[2] == before


@settings(max_examples=5, deadline=None)
@given(st.lists(st.sampled_from(["return", "words", "send", "approve", "publish", "withdraw"]), min_size=4, max_size=9))
def test_as_at_the_day_before_a_deed_is_not_there_whatever_is_done_after(empty_store, steps):
    """Each past moment reads as it did then: what was signed, how far the quarter was, and what readers were shown."""
    with empty_store() as database:
        comes(database, 0)
        then = {later(0): sign_off_of(database)}
        for day, step in enumerate(["send", "approve", *steps], start=1):
            with suppress(StoreError, NotAllowed):
                _do(database, step, day)
            then[later(day)] = replace(sign_off_of(database), at=later(day), past=True)
        for at, known in then.items():
            assert sign_off_of(database, at).signatures == known.signatures
            assert all(each.at <= at for each in known.signatures)
        assert sign_off_of(database, later(0.9)).signatures == ()
        made = sign_off_of(database).signatures
        assert all(each not in sign_off_of(database, each.at - timedelta(days=1)).signatures for each in made)
        assert made[:2] == sign_off_of(database, later(2)).signatures


def _do(database, step, day):
    chair, lead = because(CHAIR, at=later(day)), because(LEAD, at=later(day))
    match step:
        case "return":
            comes(database, day)
        case "words":
            write_words(database, comment(f"Left on day {day}"), replace(by(reason="another", at=later(day)), by=LEAD))
        case "send":
            send_for_review(database, Q3, lead)
        case "approve":
            approve_quarter(database, Q3, chair)
        case "publish":
            publish_quarter(database, Q3, chair)
        case "withdraw":
            withdraw_publication(database, Q3, chair)


FULL = """
import resource, signal, sys
from store.database import Database, StoreError
from store.signing.sign_offs import send_for_review
from tests.store.signatures import LEAD, because, later
from tests.store.submissions import Q3

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Database.open(sys.argv[1]) as database:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        send_for_review(database, Q3, because(LEAD, at=later(1)))
    except StoreError as refusal:
        print(refusal)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    print(send_for_review(database, Q3, because(LEAD, at=later(1))).change)
"""


@pytest.mark.killed
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot be given a small disk for one process")
def test_a_full_disk_is_a_sentence_and_it_can_be_sent_afterwards(tmp_path):
    opened(tmp_path).close()
    path, root = tmp_path / "wsoa.duckdb", Path(__file__).parents[3]
    said = subprocess.run([sys.executable, "-c", FULL, str(path)], cwd=root, capture_output=True, text=True)
    assert said.stdout.splitlines() == [
        f"There must be room on the disk for the database {path}, got: File too large. Free some space and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
        "2",
    ], said.stderr
