"""The demonstration is loaded as real returns are: checked, as of the days they came in."""

import shutil
from datetime import datetime
from threading import Thread

import pytest

from loaders.sample import load_demonstration
from loaders.sample_files import SAMPLE, manifest
from programme.areas import KENT
from programme.parts import FIGURES
from programme.quarter import Quarter
from programme.symbols import Status
from programme.working_days import return_due
from store.counting.standing import holding
from store.database import Database
from store.errors import StoreError
from store.returns.facts import facts
from store.returns.versions import answered, versions
from store.snapshot import snapshot
from tests.accepting import person

CORRECTED = Quarter.parse("2024/25 Q2")


@pytest.fixture(scope="module")
def database(demonstration_file, tmp_path_factory):
    copied = shutil.copy(demonstration_file, tmp_path_factory.mktemp("demonstration") / "wsoa.duckdb")
    with Database.open(copied) as opened:
        yield opened


@pytest.fixture(scope="module")
def held(database):
    """The figures that count."""
    return facts(database)


def test_every_file_is_accepted_in_order_as_of_the_day_it_came_in(database):
    held = versions(database)
    assert [version.file_name for version in held] == [line.file for line in manifest()]
    assert [version.accepted_at for version in held] == [line.received_at for line in manifest()]
    assert [(version.accepted_by, version.reason) for version in held] == [(line.by, line.reason) for line in manifest()]
    assert all(version.cover.illustrative for version in held)


def test_no_rule_has_anything_to_say(database):
    assert [answer for version in versions(database) for answer in answered(database, version.number, person())] == []


def test_every_figure_of_the_last_24_quarters_is_there(held):
    assert {str(quarter) for _, _, quarter in held} == {str(q) for q in Quarter(2018, 4).to(Quarter(2024, 3))}
    assert len(held) == 8970


def test_the_plans_of_each_calendar_year_are_the_published_ones(held):
    for year, counted in {2019: (546, 1903), 2023: (324, 1796), 2024: (783, 2354)}.items():
        quarters = [quarter for quarter in Quarter(2018, 4).to(Quarter(2024, 3)) if quarter.start.year == year]
        for measure, count in zip(("plans_issued_within_20_weeks", "plans_issued"), counted, strict=True):
            assert sum(held[measure, KENT.code, quarter].value for quarter in quarters) == count


def test_one_return_is_late_and_one_was_corrected(database):
    first = {}
    for version in versions(database):
        if version.cover.quarter:
            first.setdefault(version.cover.quarter, version.accepted_at.date())
    assert {str(quarter) for quarter, day in first.items() if day > return_due(quarter)} == {"2024/25 Q1"}
    of_corrected = [version for version in versions(database) if version.cover.quarter == CORRECTED]
    assert [version.cover.status for version in of_corrected] == [Status.PROVISIONAL, Status.FINAL]
    assert FIGURES not in {part.sheet for part in holding(versions(database))[of_corrected[0].number]}
    assert {part.sheet for part in of_corrected[1].parts} == {FIGURES}


def test_the_quarter_reads_as_it_did_before_the_correction(database, held):
    key = ("plans_issued_within_20_weeks", KENT.code, CORRECTED)
    before = facts(database, datetime.fromisoformat("2024-11-30T12:00:00+00:00"))
    assert (before[key].value, held[key].value) == (302, 284)
    assert (before[key].status, held[key].status) == (Status.PROVISIONAL, Status.FINAL)


def test_a_partners_return_a_correction_of_words_alone_and_a_withdrawn_release_are_there(database):
    spoken = {version.file_name: {part[:2] for part in version.parts or ()} for version in versions(database)}
    assert spoken["2024-25-Q3-NHS.xlsx"] == {(FIGURES, "NHS Kent and Medway")}
    assert (FIGURES, "NHS Kent and Medway") not in spoken["2024-25-Q3.xlsx"]
    assert spoken["2024-25-Q1-words.xlsx"] == {("Actions", "Kent County Council")}
    with snapshot(database) as known:
        (release,) = known.releases
        assert (release.release, release.withdrawal.reason) == (
            "SEN2 2025, draft (illustrative)",
            "A draft: its counts of Kent were not yet those that were published",
        )
        assert known.published == {}


def test_progress_is_told_file_by_file(loaded):
    assert loaded.told == [*((done, 11, line.file) for done, line in enumerate(manifest())), (11, 11, "")]


def test_a_database_that_holds_returns_is_left_alone(database):
    with pytest.raises(StoreError, match=r"into an empty database, got: one with 11 versions\. .* Nothing was changed\.$"):
        load_demonstration(database)
    assert len(versions(database)) == 11


def small(folder):
    """A demonstration of one file."""
    lines = (SAMPLE / "manifest.csv").read_text(encoding="utf-8").splitlines()
    (folder / "manifest.csv").write_text("\n".join((lines[0], lines[2])), encoding="utf-8")
    (folder / "2023-24-Q4.xlsx").write_bytes((SAMPLE / "2023-24-Q4.xlsx").read_bytes())
    return folder


def test_two_people_who_ask_at_once_get_it_once(tmp_path):
    folder, refused = small(tmp_path), []

    def ask(database):
        try:
            load_demonstration(database, folder=folder)
        except StoreError as refusal:
            refused.append(str(refusal))

    with Database.open(tmp_path / "wsoa.duckdb") as database:
        asking = [Thread(target=ask, args=(database,)) for _ in range(2)]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        assert len(versions(database)) == 1
    assert len(refused) == 1


def test_a_file_that_is_refused_is_said_so(tmp_path):
    folder = small(tmp_path)
    (folder / "2023-24-Q4.xlsx").write_bytes(b"not a workbook")
    with (
        Database.open(tmp_path / "wsoa.duckdb") as database,
        pytest.raises(StoreError, match=r"2023-24-Q4\.xlsx was not accepted: 1 error must be put right"),
    ):
        load_demonstration(database, folder=folder)
