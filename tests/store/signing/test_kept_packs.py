from dataclasses import replace
from hashlib import sha256

import pytest

from programme.access import NotAllowed, Person, Role
from programme.kept_packs import PackSending
from programme.redaction import RedactedKind, RedactedPlace
from programme.submission import Acceptance
from store.backups import backup
from store.database import Database
from store.errors import Overtaken, StoreError
from store.log_check import read_log
from store.redaction.redacting import carry_out
from store.redactions import name_redaction
from store.returns import versions
from store.signing.kept_packs import (
    keep_pack,
    kept_packs,
    pack_contents,
    pack_kept,
    pack_lines_kept,
    send_kept_pack,
)
from store.signing.sign_offs import send_for_review
from tests.accepting import by, person
from tests.store.backups.test_backup import hash_of
from tests.store.packs import FILES, LINES, SAID, pack_to_keep
from tests.store.signatures import CHAIR, LEAD, approved, because
from tests.store.submissions import ISSUED, Q3, standard
from tests.store.wordings import comes, later, returned

TO = "DfE and NHS England"


@pytest.fixture
def database(database):
    comes(database, 0)
    return database


def kept(database, day=3.0, to=TO, **more):
    signed = approved(database).change
    return keep_pack(database, pack_to_keep(signed, **more), to, because(CHAIR, at=later(day)))


def test_a_pack_is_kept_byte_for_byte_with_its_hashes_and_to_whom_it_went(database):
    found = kept(database)
    assert kept_packs(database, LEAD) == (found,)
    assert (found.id, found.quarter, found.as_at, found.signed) == ("2024-25-Q3-reader-0a1b", Q3, later(1), 3)
    assert (found.state, found.program, found.definitions) == ("approved", "prog", "defs")
    assert found.sendings == (PackSending(TO, later(3), CHAIR.name, CHAIR.account),)
    assert [(each.name, each.length, each.sha256) for each in found.files] == [
        (name, len(content), sha256(content).hexdigest()) for name, content in FILES
    ]
    assert pack_contents(database, found, LEAD) == FILES
    assert pack_lines_kept(database, found, LEAD) == LINES
    assert read_log(database, person())[-1].what == f"pack {found.id}, to {TO}"


def test_the_day_before_it_is_not_there(database):
    found = kept(database)
    assert kept_packs(database, LEAD, later(2.9)) == ()
    assert kept_packs(database, LEAD, later(3)) == (found,)
    with pytest.raises(StoreError, match=r"^A pack must be one of those that are kept \(none\), got: 2024-25-Q3"):
        pack_kept(database, found.id, LEAD, later(2))


def test_one_that_is_kept_goes_to_others_as_it_is(database):
    first = kept(database)
    other = pack_to_keep(first.signed, files=(("other.pdf", b"made otherwise"),))
    again = keep_pack(database, other, "The board", because(CHAIR, at=later(4)))
    assert [each.recipients for each in again.sendings] == [TO, "The board"]
    assert pack_contents(database, again, LEAD) == FILES
    assert [len(each.sendings) for each in kept_packs(database, LEAD, later(3.5))] == [1]


def test_of_one_that_is_kept_nothing_is_made_to_send_it_to_others(database):
    first = kept(database)
    again = send_kept_pack(database, first, " The board ", because(CHAIR, at=later(4)))
    assert again == replace(
        first, sendings=(*first.sendings, replace(first.sendings[0], recipients="The board", at=later(4)))
    )
    assert kept_packs(database, LEAD) == (again,)
    assert pack_contents(database, again, LEAD) == FILES
    assert read_log(database, person())[-1].what == f"pack {first.id}, to The board"


def test_one_that_is_not_kept_is_not_sent(database):
    first = kept(database)
    assert send_kept_pack(database, replace(first, id="another"), "The board", because(CHAIR, at=later(4))) is None
    assert kept_packs(database, LEAD) == (first,)
    assert read_log(database, person())[-1].what == f"pack {first.id}, to {TO}"


KEEPING = pytest.mark.parametrize("keep", [keep_pack, send_kept_pack])


def test_it_comes_after_everything_that_was_kept_also_where_the_clock_is_set_back(database):
    found = kept(database, day=3)
    with pytest.raises(ValueError, match="What is stored next must not be earlier than "):
        keep_pack(database, pack_to_keep(found.signed, "another"), TO, because(CHAIR, at=later(2.5)))


@KEEPING
@pytest.mark.parametrize(
    ("to", "who", "got"),
    [
        (" ", CHAIR, "nobody it goes to"),
        ("tbc", CHAIR, "tbc"),
        (TO, Person(" ", "a", frozenset({Role.CHAIR})), "nobody who keeps it"),
    ],
)
def test_it_is_refused_where_something_is_not_said(database, to, who, got, keep):
    made = pack_to_keep(approved(database).change)
    with pytest.raises(StoreError, match=rf"must say to whom it goes and who keeps it, got: {got}\. Nothing was kept"):
        keep(database, made, to, because(who, at=later(3)))
    assert kept_packs(database, LEAD) == ()


@KEEPING
def test_it_is_refused_where_the_quarter_was_signed_otherwise_meanwhile(database, keep):
    made = pack_to_keep(approved(database).change)
    send_for_review(database, Q3, because(LEAD, at=later(2.5)))
    with pytest.raises(Overtaken, match=r"^Only the pack of an approved or published quarter is kept, got: 2024/25 Q3, to"):
        keep(database, made, TO, because(CHAIR, at=later(3)))


def test_a_reader_is_not_told_what_is_kept(database):
    found, reader = kept(database), Person("R", "r", frozenset({Role.READER}))
    for asked in (kept_packs, lambda *told: pack_contents(database, found, told[1])):
        with pytest.raises(NotAllowed, match=r"\(see what is not signed off\), got: reader\. Nothing was changed\.$"):
            asked(database, reader)


def test_bytes_that_are_not_those_of_their_hash_are_not_given_out(database):
    found = kept(database)
    with database.transaction() as cursor:
        cursor.execute("UPDATE kept_pack_files SET content = 'other'::BYTEA WHERE place = 1")
    with pytest.raises(StoreError, match=r"^A kept file must be what was kept, got other bytes: board-pack-2024-25-Q3\.pdf"):
        pack_contents(database, found, LEAD)


@pytest.mark.about_files
def test_it_is_in_backups(database, tmp_path):
    found = kept(database)
    folder = backup.back_up(database, person())
    backup.restore(folder, tmp_path / "again.duckdb", person(), hash_of(folder)).close()
    with Database.open(tmp_path / "again.duckdb") as again:
        assert kept_packs(again, LEAD) == (found,)
        assert pack_contents(again, found, LEAD) == FILES


def redacted(database, words):
    asked = RedactedPlace(RedactedKind.NAME, words=words)
    number = name_redaction(database, asked, Acceptance(person("analyst"), "it names a child"))
    carry_out(database, number, Acceptance(person("admin"), "asked for by the family"))


@pytest.mark.about_files
@pytest.mark.parametrize("words", [SAID, "caseworkers left in December"])
def test_a_redaction_takes_the_files_of_a_pack_that_says_the_words_and_leaves_their_hashes(database, words):
    """Also where only a text of it says them, that no file gives away to a search."""
    before = kept(database)
    redacted(database, words)
    (after,) = kept_packs(database, LEAD)
    assert (after.id, after.files, after.sendings) == (before.id, before.files, before.sendings)
    assert after.redacted.startswith("redacted on ") and after.redacted.endswith(": asked for by the family")
    with pytest.raises(StoreError, match=r"^The files of this pack were redacted on .*\. Their hashes are kept\.$"):
        pack_contents(database, after, LEAD)
    told = " ".join(each.text for each in pack_lines_kept(database, after, LEAD))
    assert words not in told and "asked for by the family" in told and "41.0%" in told
    with database.cursor() as cursor:
        assert cursor.execute("SELECT DISTINCT octet_length(content) FROM kept_pack_files").fetchall() == [(0,)]
    for keep in (keep_pack, send_kept_pack):
        with pytest.raises(StoreError, match=r"^The files of this pack, .*, were redacted on .* Nothing was kept"):
            keep(database, pack_to_keep(before.signed), TO, because(CHAIR, at=later(9)))


@pytest.mark.about_files
def test_words_in_a_file_alone_are_found_and_another_pack_stays(database):
    first = kept(database, files=(("a.csv", b"Persephone Quill"),))
    other = keep_pack(database, pack_to_keep(first.signed, "another"), TO, because(CHAIR, at=later(4)))
    redacted(database, "Persephone Quill")
    assert [bool(each.redacted) for each in kept_packs(database, LEAD)] == [True, False]
    assert pack_contents(database, other, LEAD) == FILES


@pytest.mark.about_files
def test_who_it_went_to_can_be_redacted_and_the_files_stay(database):
    found = kept(database, to="Persephone Quill")
    redacted(database, "Persephone Quill")
    (after,) = kept_packs(database, LEAD)
    assert after.sendings[0].recipients.startswith("[redacted on ")
    assert pack_contents(database, found, LEAD) == FILES


@pytest.mark.about_files
def test_what_goes_with_one_file_goes_out_of_the_packs_that_said_it_however_short_it_is(database):
    versions.accept(database, standard({ISSUED: 42}, entries=returned("Short words")), by(at=later(0.5)))
    short = replace(LINES[2], text="Short words")
    found = kept(database, lines=(LINES[0], short))
    asked = RedactedPlace(RedactedKind.FILE, version=2)
    number = name_redaction(database, asked, Acceptance(person("analyst"), "it names a child"))
    carry_out(database, number, Acceptance(person("admin"), "asked for by the family"))
    (after,) = kept_packs(database, LEAD)
    assert after.redacted and after.files == found.files
    figure, words = pack_lines_kept(database, after, LEAD)
    assert figure == LINES[0] and words.text.startswith("[redacted on ")
