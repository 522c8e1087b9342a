"""The demonstration's quarters are signed off in the past: one was corrected since, and words of the newest were."""

import csv
import shutil

import pytest

from loaders.sample_files import SAMPLE, SIGN_OFFS, manifest
from loaders.sample_signoffs import play_sign_offs
from programme.access import Role
from programme.quarter import Quarter
from programme.signoff import CorrectionKind, SignOffState
from record.records import given_to, read
from reports.sentences.signoff import sign_off_sentence
from store.database import Database
from store.signing.signoff_rows import sign_off_of

CORRECTED, NEWEST = Quarter(2024, 2), Quarter(2024, 3)


@pytest.fixture(scope="module")
def database(demonstration_file, tmp_path_factory):
    copied = shutil.copy(demonstration_file, tmp_path_factory.mktemp("demonstration") / "wsoa.duckdb")
    with Database.open(copied) as opened:
        yield opened


def test_two_quarters_are_approved_and_published_by_others_than_who_sent_them_and_labelled(database):
    signed = sign_off_of(database)
    assert [signed.state(quarter) for quarter in (CORRECTED, NEWEST)] == [SignOffState.PUBLISHED] * 2
    for quarter in (CORRECTED, NEWEST):
        sent, approved, published = signed.of(quarter)
        assert sent.by != approved.by == published.by
    assert all("(illustrative)" in each.by and each.note.endswith("(illustrative)") for each in signed.signatures)
    assert [each.embargo is not None for each in signed.signatures].count(True) == 1
    with (SAMPLE / SIGN_OFFS).open(encoding="utf-8", newline="") as file:
        moments = [row["at"] for row in csv.DictReader(file)]
    assert [each.at.isoformat() for each in signed.signatures] == moments == sorted(moments)
    assert all(each.at.year in (2024, 2025) for each in signed.signatures)


def test_the_quarter_that_was_corrected_was_published_before_its_correction_came(database):
    received = next(each.received_at for each in manifest() if each.file == f"{CORRECTED.file_name}.xlsx")
    then = given_to(read(database, received), Role.READER)
    (corrected,) = then.corrected
    assert (then.newest, corrected.kind, corrected.named) == (CORRECTED, CorrectionKind.RETURN, "2024-25-Q2.xlsx")
    key = ("plans_issued_within_20_weeks", "E10000016", CORRECTED)
    assert then.evidence.facts[key].value == 302 and key in corrected.moved


def test_a_reader_is_given_the_newest_quarter_as_published_labelled_and_told_what_came_since(database):
    given = given_to(read(database), Role.READER)
    assert (given.newest, given.illustrative) == (NEWEST, True)
    assert sign_off_sentence(given, NEWEST) == (
        "Published on 10 February 2025 at 09:00, as it stood on 6 February 2025 at 16:30. Corrected since: 1 text was "
        "written and 1 withdrawn."
    )


def test_a_folder_without_sign_offs_has_none(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        assert play_sign_offs(database, tmp_path) == 0
