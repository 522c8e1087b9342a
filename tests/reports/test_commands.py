import json
import shutil
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest

from loaders.pipeline import load
from reports.__main__ import main
from store.database import Database
from store.moments import stored
from store.returns.versions import accept
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review
from tests import factories
from tests.accepting import by
from tests.loaders.rules.written_rows import row, with_rows
from tests.store.signatures import CHAIR, LEAD, because, later, opened, published
from tests.store.submissions import IN_TIME, ISSUED, Q3, standard

QUARTER = "2024/25 Q4"


@pytest.fixture(scope="module")
def two_returns(tmp_path_factory):
    """A store with two returns, to be copied: an action slips and one vanishes, a third is done without evidence."""
    path = tmp_path_factory.mktemp("two returns") / "wsoa.duckdb"
    actions = [
        row("Actions", ref=ref, baseline=None) | {"Baseline due": "2025-02-28"} for ref in ("APP-1", "APP-2", "APP-3")
    ]
    now = [
        actions[0] | {"Forecast": "2025-06-30", "Status": "Amber"},
        actions[2] | {"Actual": "2025-02-14", "% complete": 100},
    ]
    with Database.open(path) as store:
        for quarter, typed in ((factories.QUARTER - 1, actions), (factories.QUARTER, now)):
            content = factories.standard_return(quarter, change=with_rows("Actions", *typed))
            loaded = load(
                store, content, f"{quarter.file_name}.xlsx", by("analyst", reasons="known"), read=factories.read_here
            )
            assert loaded.version, loaded.refusal
    return path


@pytest.fixture
def database(two_returns, tmp_path):
    """The store, for one test alone: every command that is asked is logged there. It stays open from one to the next."""
    path = shutil.copy(two_returns, tmp_path)
    with Database.open(path):
        yield path


def said(capsys, *arguments):
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_actions_are_one_object_each(database, capsys):
    found = json.loads(said(capsys, "actions", "--quarter", QUARTER, "--database", database, "--json"))
    told = {each["ref"]: (each["status"], each["slip_days"], each["overdue"], each["vanished"]) for each in found}
    assert told == {
        "APP-1": ("Amber", 122, True, False),
        "APP-2": ("Red", None, True, True),
        "APP-3": ("Green", -14, False, False),
    }
    assert found[0]["cell"]["file"] == "2024-25-Q4.xlsx"


def test_actions_are_lines_for_people(database, capsys):
    lines = said(capsys, "actions", "--quarter", QUARTER, "--database", database).splitlines()
    assert lines[0].split() == ["APP-1", "Amber", "+122", "days", "Clear", "the", "backlog"]
    assert lines[-1] == (
        "Accelerated Progress Plan, 2024/25 Q4: Of 3 actions, 1 is complete, 0 of them with evidence; "
        "0 not started, 2 past the date agreed first, 1 missing from the newest return."
    )


def test_an_earlier_quarter_stands_as_it_stood(database, capsys):
    found = json.loads(said(capsys, "actions", "--quarter", "2024/25 Q3", "--database", database, "--json"))
    assert [(each["ref"], each["status"], each["overdue"]) for each in found] == [
        ("APP-1", "Green", False),
        ("APP-2", "Green", False),
        ("APP-3", "Green", False),
    ]


def test_changes_are_one_object_and_for_people_one_paragraph(database, capsys):
    found = json.loads(said(capsys, "changes", "--quarter", QUARTER, "--database", database, "--json"))
    assert found["completed"] == [{"ref": "APP-3", "evidenced": False}]
    assert found["slipped"] == [{"ref": "APP-1", "slip_days": 122}]
    assert (found["newly_overdue"], found["vanished"]) == (["APP-1", "APP-2"], ["APP-2"])
    assert said(capsys, "changes", "--quarter", QUARTER, "--database", database).strip() == found["paragraph"]


def test_before_anything_was_accepted_nothing_is_known(database, capsys):
    assert (
        json.loads(said(capsys, "actions", "--quarter", QUARTER, "--as-at", "2020-01-01", "--database", database, "--json"))
        == []
    )


def test_a_quarter_that_there_is_not_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as left:
        main(["changes", "--quarter", "2024/25 Q5"])
    assert left.value.code == 64
    assert "A quarter is written like 2021/22 Q3, got: 2024/25 Q5" in capsys.readouterr().err


def test_a_database_that_is_not_there_is_not_created_and_published_figures_are_known(tmp_path, capsys):
    missing = tmp_path / "mistyped.duckdb"
    assert main(["results", "--quarter", QUARTER, "--kpi", "attainment_8_ehcp", "--database", str(missing), "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)[0]["display"] == "13.3"
    assert printed.err == (
        f"There is no database at {missing}, so no figure is returned; only published figures are known.\n"
    )
    assert not missing.exists()


def test_the_demonstration_gives_up_little_and_nothing_of_it_can_be_narrowed(demonstration_copy, tmp_path, capsys):
    database = demonstration_copy(tmp_path)
    assert main(["disclosure", "--json", "--role", "analyst", "--database", str(database)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["narrowed"], told["narrowed_cells"], told["solver"], told["withheld"]) == (0, [], "HiGHS", [])
    lost = {level: 100 * told["given_up"][level] / told["figures"][level] for level in told["figures"]}
    assert lost["kent_and_nhs"] <= 0.5
    assert lost["districts_quarters"] <= 11
    assert lost["districts_rolling_years"] <= 10
    assert told["protected"] > 250 and told["let_out_by_edition_1"] > 50


def test_where_none_was_ever_published_it_is_marked_not_signed_off(database, capsys):
    one = ("--kpi", "plans_within_20_weeks", "--area", "Kent")  # each of the results says it: one does
    for command, *of in (("results", *one), ("actions",), ("changes",)):
        asked = [command, *of, "--quarter", QUARTER, "--database", str(database)]
        assert main(asked) == 0
        assert capsys.readouterr().err == "Not signed off.\n"
        found = json.loads(said(capsys, *asked, "--json"))
        assert (found if command == "changes" else found[0])["sign_off"] == "Not signed off."


def test_a_reader_is_told_what_was_published_and_a_lead_what_stands(tmp_path, capsys):
    with opened(tmp_path) as store:
        accept(store, standard({ISSUED: 50, IN_TIME: 20}), by(at=later(0.5)))
        published(store)
        accept(store, standard({ISSUED: 50, IN_TIME: 30}), by(at=later(4)))
        accept(store, standard({ISSUED: 60, IN_TIME: 45}, quarter=Q3 + 1), by(at=later(5)))

        def in_time(role, quarter):
            asked = ["results", "--quarter", quarter, "--kpi", "plans_within_20_weeks", "--area", "Kent", "--json"]
            (found,) = json.loads(said(capsys, *asked, "--database", tmp_path / "wsoa.duckdb", "--role", role))
            return found["value"], found["sign_off"]

        reader, *others = (in_time(role, Q3) for role in ("reader", "lead", "chair", "analyst"))
        later_reader, later_lead = (in_time(role, Q3 + 1) for role in ("reader", "lead"))
    corrected = "Corrected since: 1 return was accepted; 1 figure says something else."
    assert reader == (
        40,
        f"Published on 23 January 2025 at 09:00, as it stood on 21 January 2025 at 09:00. {corrected}",
    )
    assert others == [(60, f"Published on 23 January 2025. {corrected}")] * 3
    assert later_reader[0] is None
    assert later_lead == (75, "Not signed off. Readers are shown 2024/25 Q3.")


def test_a_readers_digest_says_nothing_of_what_is_under_embargo_and_tells_it_once_at_its_end(tmp_path, capsys):
    with opened(tmp_path) as store:
        accept(store, standard({ISSUED: 50, IN_TIME: 20}), by(at=later(0.5)))
        published(store)
        accept(store, standard({ISSUED: 60, IN_TIME: 45}, quarter=Q3 + 1), by(at=later(4)))
        send_for_review(store, Q3 + 1, because(LEAD, at=later(6)))
        approve_quarter(store, Q3 + 1, because(CHAIR, at=later(7)))
        end = publish_quarter(store, Q3 + 1, because(CHAIR, at=later(8)), datetime.now(UTC) + timedelta(days=1)).embargo
    asked = ("--output", tmp_path, "--database", tmp_path / "wsoa.duckdb", "--on", "2025-05-01")
    for role in ("reader", "lead"):
        said(capsys, "digest", "--role", role, *asked)
    before, stands = ((tmp_path / f"digest-{role}.txt").read_text("utf-8") for role in ("reader-0001", "lead-0002"))
    assert "40.0% for 2024/25 Q3." in before and "2024/25 Q3: published; shown from " in before
    assert "2024/25 Q4" not in before and "75.0%" not in before and "embargo" not in before
    assert "75.0% for 2024/25 Q4." in stands and "2024/25 Q4: published; shown from " in stands
    assert "2024/25 Q4" not in said(capsys, "calendar", "--role", "reader", "--output", tmp_path / "a.ics", *asked[2:])
    with patch("store.moments.now", lambda: stored(end)):
        said(capsys, "digest", "--role", "reader", *asked)
        again = said(capsys, "digest", "--role", "reader", *asked)
    after = (tmp_path / "digest-reader-0003.txt").read_text("utf-8")
    assert "75.0% for 2024/25 Q4; told before: amber." in after and "2024/25 Q4: published; shown from " in after
    assert again == "Nothing changed since the reader was told last: no digest is written.\n"


def test_a_digest_says_what_changed_once_and_then_nothing(database, tmp_path, capsys):
    folder = tmp_path / "digests"
    asked = ("digest", "--role", "chair", "--output", folder, "--database", database, "--on", "2025-05-01")
    said(capsys, *asked)
    first = folder / "digest-chair-0001.txt"
    words = first.read_text("utf-8").splitlines()
    assert words[0].startswith("Digest 1 for the chair: ")
    assert "- APP-3 Clear the backlog: done on 14 February 2025, Green." in words
    assert said(capsys, *asked) == "Nothing changed since the chair was told last: no digest is written.\n"
    assert list(folder.iterdir()) == [first]


def test_a_digest_never_takes_the_place_of_another_file_and_is_not_told_then(database, tmp_path, capsys):
    standing = tmp_path / "digest-lead-0001.txt"
    standing.write_text("somebody else's", "utf-8")
    asked = ["digest", "--role", "lead", "--output", str(tmp_path), "--database", str(database)]
    assert main(asked) == 1
    assert capsys.readouterr().err == (
        f"A digest must be written beside those before it, got: a file of that name, {standing}, which this store never "
        "told of. Name another folder with --output, or move that file. Nothing was told.\n"
    )
    assert standing.read_text("utf-8") == "somebody else's"
    standing.unlink()
    assert "The digest for the lead is written, with " in said(capsys, *asked)


def test_where_a_digest_cannot_be_written_a_sentence_says_so_and_the_next_tells_it(database, tmp_path, capsys):
    (tmp_path / "a file").write_text("", "utf-8")
    asked = ["digest", "--role", "reader", "--database", str(database), "--output"]
    assert main([*asked, str(tmp_path / "a file")]) == 1
    told = capsys.readouterr().err
    path = tmp_path / "a file" / "digest-reader-0001.txt"
    assert told.startswith(f"The file must be one that can be written, got: {path} (")
    assert told.endswith("Nothing was told, so the next digest says it.\n")
    assert "digest-reader-0001.txt" in said(capsys, *asked, tmp_path)


def test_a_digest_needs_a_store(tmp_path, capsys):
    assert main(["digest", "--role", "chair", "--output", str(tmp_path), "--database", str(tmp_path / "none.duckdb")]) == 1
    assert "must be a file that is there" in capsys.readouterr().err


def test_a_calendar_is_written_for_a_role(database, tmp_path, capsys):
    path = tmp_path / "chair.ics"
    asked = ("calendar", "--role", "chair", "--output", path, "--database", database, "--on", "2025-05-01")
    assert said(capsys, *asked) == f"The calendar for the chair is written: {path}\n"
    lines = path.read_bytes().decode().split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert "SUMMARY:Action due: APP-1 Clear the backlog" in lines
    assert main(["calendar", "--role", "chair", "--output", str(tmp_path), "--database", str(database)]) == 1
    assert capsys.readouterr().err.startswith(f"The file must be one that can be written, got: {tmp_path} (")
