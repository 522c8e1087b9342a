"""Published releases: refused or asked about for what a return would be, and never breaking a page for good."""

import pytest

from loaders.__main__ import main
from programme.access import Role
from tests.cases.imports import KENT, Progress, keep_release, read, results
from tests.cases.playing import Q3, timeliness


def test_a_period_of_another_kind_is_refused_or_shown(database):
    release = timeliness("2025", "Reporting year")
    kept = keep_release(database, release, "timeliness.csv", release="Invented 2026", by="Analyst")
    assert kept.findings or len(results(Progress(read(database), Role.READER), Q3, "plans_within_20_weeks", KENT)) == 1


def test_a_total_under_another_name_is_refused_with_a_reason(database, tmp_path, capsys):
    file = tmp_path / "total.csv"
    file.write_bytes(timeliness("2025", total="Total"))
    assert keep_release(database, file.read_bytes(), "total.csv", release="X", by="me").findings
    database.close()
    assert main(["comparators", str(file), "--release", "X", "--by", "me", "--database", str(database.path)]) == 1
    assert "Total" in capsys.readouterr().out


@pytest.mark.parametrize("share", [133.3, 0.6])
def test_a_percentage_that_its_counts_do_not_give_is_refused_or_asked_about(database, share):
    release = timeliness("2025", kent=(600, 1_000, share))
    assert keep_release(database, release, "share.csv", release="X", by="me").findings


def test_an_older_release_does_not_take_the_place_of_a_newer_one_unsaid(database):
    newer, older = timeliness("2024", kent=(650, 1_000, 65.0)), timeliness("2024", kent=(600, 1_000, 60.0))
    keep_release(database, newer, "sen2_2025.csv", release="SEN2 2025", by="me")
    kept = keep_release(database, older, "sen2_2024.csv", release="SEN2 2024", by="me")
    assert kept.findings or read(database).evidence.published["plans_within_20_weeks", "E10000016", "2024"].value == 65.0
