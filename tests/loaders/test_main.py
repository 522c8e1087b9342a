import json
import subprocess
import sys
from datetime import datetime, timedelta
from io import BytesIO

import openpyxl
import pytest

from loaders.__main__ import main, parser
from plumbing.command_line import Later
from store.database import Database
from store.returns.facts import facts
from store.returns.versions import answered, versions
from tests import factories, wrong_files
from tests.accepting import person
from tests.asking import published, releases
from tests.factories import QUARTER, cell_of

pytestmark = pytest.mark.usefixtures("read_in_this_process")

REASON = "agreed with the service"


@pytest.fixture(autouse=True)
def own_database(tmp_path, monkeypatch):
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "wsoa.duckdb"))


@pytest.fixture
def put(tmp_path):
    def write(content, name="return.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return write


def wrong(form):
    cell_of(form, "plans_issued", "Kent").value = "about 500"


def doubtful(form):
    cell_of(form, "educational_psychology_posts_vacant", "Kent").value = 0.5


def stored(read, *more):
    with Database.open() as database:
        return read(database, *more)


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_blank_form_is_written(capsys, tmp_path):
    output = tmp_path / "form.xlsx"
    code, said, _ = run(capsys, "template", "--quarter", "2024/25 Q4", "--workstream", "3", "--output", output)
    assert (code, said) == (0, f"{output}: the form for 2024/25 Q4\n")
    book = openpyxl.load_workbook(output)
    assert (book["Cover"]["B4"].value, book["Cover"]["B5"].value) == ("2024/25 Q4", 3)
    assert not (tmp_path / "wsoa.duckdb").exists()


def test_a_form_of_all_workstreams(capsys, tmp_path):
    output = tmp_path / "form.xlsx"
    assert run(capsys, "template", "--quarter", "2024/25 Q4", "--workstream", "all", "--output", output)[0] == 0
    assert openpyxl.load_workbook(output)["Cover"]["B5"].value == "all"


def test_a_form_shows_last_quarters_values(capsys, tmp_path, put):
    last = put(factories.standard_return(QUARTER - 1))
    assert run(capsys, "load", last, "--by", "Analyst")[0] == 0
    output = tmp_path / "form.xlsx"
    asked = ("template", "--quarter", QUARTER, "--workstream", 3, "--output", output, "--database", tmp_path / "wsoa.duckdb")
    assert run(capsys, *asked)[0] == 0
    sheet = openpyxl.load_workbook(BytesIO(output.read_bytes()))["Figures"]
    assert sheet["G1"].value == "Last quarter (2024/25 Q3)"
    assert sheet["G60"].value == 1_674


def test_a_form_that_cannot_be_written_is_a_sentence(capsys, tmp_path):
    output = tmp_path / "no" / "form.xlsx"
    code, _, said = run(capsys, "template", "--quarter", "2024/25 Q4", "--workstream", "3", "--output", output)
    assert (code, said) == (1, f"{output} must be a file that can be written, got: No such file or directory\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chek", "file.xlsx"),
        ("check",),
        ("template", "--quarter", "2024/25 Q5", "--workstream", "3", "--output", "x.xlsx"),
        ("template", "--quarter", "2024/25 Q4", "--workstream", "6", "--output", "x.xlsx"),
        ("template", "--quarter", "2024/25 Q4", "--workstream", "3"),
        ("load", "file.xlsx"),
        ("load", "file.xlsx", "--by", " "),
        ("load", "file.xlsx", "--by", "Analyst", "--accept-queries", ""),
        ("load", "file.xlsx", "--by", "Analyst", "--accept-queries", "tbc"),
        ("withdraw", "1", "--by", "Analyst", "--reason", "n/a"),
        ("withdraw", "first", "--by", "Analyst", "--reason", "mistaken"),
        ("withdraw", "1", "--by", "Analyst"),
        ("comparators", "file.csv", "--by", "Analyst"),
    ],
)
def test_wrong_use_leaves_with_64_and_says_how(capsys, arguments):
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == 64
    assert capsys.readouterr().err.startswith("usage: python -m loaders")


def test_a_quarter_that_there_is_not_is_named(capsys):
    with pytest.raises(SystemExit):
        main(["template", "--quarter", "2024/25 Q5", "--workstream", "3", "--output", "x.xlsx"])
    assert "argument --quarter: A quarter is written like 2021/22 Q3, got: 2024/25 Q5" in capsys.readouterr().err


def test_a_reason_that_holds_a_place_is_none(capsys):
    with pytest.raises(SystemExit):
        main(["load", "return.xlsx", "--by", "Analyst", "--accept-queries", " TBC "])
    assert "argument --accept-queries: A reason must say why, got: TBC" in capsys.readouterr().err


def test_check_needs_no_database(capsys, tmp_path, put):
    path = put(factories.standard_return())
    code, said, _ = run(capsys, "check", path)
    assert (code, said) == (0, "return.xlsx can be accepted. It was not compared with earlier returns.\n")
    assert not (tmp_path / "wsoa.duckdb").exists()


def test_check_names_what_is_wrong(capsys, put):
    code, said, _ = run(capsys, "check", put(factories.standard_return(change=wrong)))
    assert code == 1
    assert said == (
        "return.xlsx cannot be accepted as it is. It was not compared with earlier returns.\n"
        "  Figures!D15  error  Plans issued, excluding exceptions, Kent must be a number, or c, x or z where "
        "there is none (the Cover says which), got: about 500\n"
    )


def with_a_column(form):
    form["Figures"]["H1"].value, form["Figures"]["H15"].value = "Value (revised)", 600


def test_check_lists_what_nobody_reads(capsys, put):
    path = put(factories.standard_return(change=with_a_column))
    code, said, _ = run(capsys, "check", path)
    assert (code, said.splitlines()[2:]) == (
        0,
        ["  Nobody reads:", "  Figures!H15  the column Value (revised) (1 cell)"],
    )
    (answer,) = json.loads(run(capsys, "check", path, "--json")[1])
    assert answer["unread"] == [{"place": "Figures!H15", "what": "the column Value (revised) (1 cell)"}]


def test_queries_alone_are_acceptable(capsys, put):
    code, said, _ = run(capsys, "check", put(factories.standard_return(change=doubtful)))
    assert code == 0
    assert said.startswith("return.xlsx can be accepted; its queries need a reason. ")


def test_check_answers_scripts_for_every_file(capsys, put, tmp_path):
    good, bad = put(factories.standard_return(), "good.xlsx"), put(wrong_files.TEXT, "text.csv")
    faulty = put(factories.standard_return(change=wrong), "faulty.xlsx")
    missing = str(tmp_path / "missing.xlsx")
    code, said, _ = run(capsys, "check", good, faulty, bad, missing, "--json")
    assert code == 2
    answers = json.loads(said)
    assert [(each["file"], each["accepted"], each["version"]) for each in answers] == [
        (good, True, None),
        (faulty, False, None),
        (bad, False, None),
        (missing, False, None),
    ]
    assert [[finding["rule"] for finding in each["findings"]] for each in answers] == [
        [],
        ["value_not_a_number"],
        ["file_text"],
        ["file_not_found"],
    ]
    assert answers[1]["findings"] == [
        {
            "rule": "value_not_a_number",
            "severity": "error",
            "sheet": "Figures",
            "cell": "D15",
            "message": (
                "Plans issued, excluding exceptions, Kent must be a number, or c, x or z where there is none "
                "(the Cover says which), got: about 500"
            ),
        }
    ]


def test_load_accepts_a_clean_return(capsys, put):
    path = put(factories.standard_return())
    code, said, _ = run(capsys, "load", path, "--by", "Analyst", "--json")
    assert (code, json.loads(said)) == (0, [{"file": path, "accepted": True, "version": 1, "findings": [], "unread": []}])
    assert len(stored(facts)) == 103


def test_one_refused_file_does_not_stop_the_others(capsys, put):
    faulty, good = put(factories.standard_return(change=wrong), "faulty.xlsx"), put(factories.standard_return(), "good.xlsx")
    code, said, _ = run(capsys, "load", faulty, good, "--by", "Analyst")
    assert code == 1
    assert "faulty.xlsx was not accepted: 1 error must be put right. Nothing was stored.\n" in said
    assert said.endswith("good.xlsx was accepted as version 1.\n")
    assert [each.file_name for each in stored(versions)] == ["good.xlsx"]


def test_load_says_when_a_file_is_no_return(capsys, put):
    assert run(capsys, "load", put(wrong_files.OLD_EXCEL), "--by", "Analyst")[0] == 2
    assert stored(versions) == []


def test_queries_need_a_reason(capsys, put):
    path = put(factories.standard_return(change=doubtful))
    code, said, _ = run(capsys, "load", path, "--by", "Analyst", "--json")
    assert code == 1
    assert [(each["accepted"], each["version"], len(each["findings"])) for each in json.loads(said)] == [(False, None, 1)]
    assert run(capsys, "load", path, "--by", "Analyst", "--accept-queries", REASON)[0] == 0
    assert [each.reason for each in stored(answered, 1, person())] == [REASON]


def test_another_database_can_be_named(capsys, put, tmp_path):
    other = tmp_path / "other.duckdb"
    assert run(capsys, "load", put(factories.standard_return()), "--by", "Analyst", "--database", other)[0] == 0
    assert stored(versions) == []
    with Database.open(other) as database:
        assert len(versions(database)) == 1


def test_a_version_is_withdrawn(capsys, put):
    run(capsys, "load", put(factories.standard_return()), "--by", "Analyst")
    code, said, _ = run(capsys, "withdraw", 1, "--by", "Analyst", "--reason", "another quarter's file")
    assert (code, said) == (0, "Version 1 was withdrawn, which is version 2. Nothing was deleted.\n")
    assert stored(facts) == {}


def test_long_after_the_newest_moment_each_deed_takes_the_day(capsys, put, monkeypatch):
    """The newest thing is of a given day; the clock of the machine is given too, 200 days later."""
    first = datetime(2025, 3, 3, 12)
    monkeypatch.setattr("store.moments.now", lambda: first)
    load = ("load", put(factories.standard_return()), "--by", "Analyst", "--accept-queries", REASON)
    withdraw = ("withdraw", 1, "--by", "Analyst", "--reason", "mistaken")
    release = (
        "comparators",
        put(f"{HEADINGS}\n{LINE}\n".encode(), "assessments.csv"),
        "--release",
        "2025",
        "--by",
        "Analyst",
    )
    before = put(factories.standard_return(QUARTER - 1), "before.xlsx")
    assert run(capsys, "load", before, "--by", "Analyst")[0] == 0
    monkeypatch.setattr("store.moments.now", lambda: first + timedelta(days=200))
    for deed in (load, withdraw, release):
        code, _, said = run(capsys, *deed)
        assert (code, "give --today 2025-09-19; if not" in said) == (1, True)
        code, _, said = run(capsys, *deed, "--today", "2025-09-18")
        assert (code, "must be this machine's, 19 September 2025, got: 18 September 2025." in said) == (1, True)
    assert run(capsys, *withdraw, "--today", "2025-09-19")[0] == 0
    assert run(capsys, *release)[0] == 0


@pytest.mark.parametrize("text", ["20250919", "19/09/2025", "today"])
def test_a_day_that_is_none_is_named(capsys, text):
    with pytest.raises(SystemExit) as left:
        main(["withdraw", "1", "--by", "Analyst", "--reason", "mistaken", "--today", text])
    assert left.value.code == 64
    assert f"A day must be written like 2025-06-26, got: {text}" in capsys.readouterr().err


def test_a_day_that_the_calendar_does_not_have_is_said_to_be_none(capsys):
    with pytest.raises(SystemExit) as left:
        main(["withdraw", "1", "--by", "Analyst", "--reason", "mistaken", "--today", "2025-02-30"])
    assert left.value.code == 64
    assert "There is no such day, because February 2025 has 28 days, got: 2025-02-30" in capsys.readouterr().err


def test_what_the_store_refuses_is_a_sentence(capsys, put):
    run(capsys, "load", put(factories.standard_return()), "--by", "Analyst")
    code, said, refused = run(capsys, "withdraw", 9, "--by", "Analyst", "--reason", "mistaken")
    assert (code, said) == (1, "")
    assert refused.endswith("got: version 9.\n")
    assert "Traceback" not in refused


def test_a_database_in_use_is_a_sentence(put, tmp_path):
    path = put(factories.standard_return())
    with Database.open():
        command = [sys.executable, "-m", "loaders", "load", path, "--by", "Analyst"]
        other = subprocess.run(command, capture_output=True, text=True)
    assert (other.returncode, other.stdout) == (1, "")
    assert other.stderr.startswith(
        f"Only one program at a time can use the database {tmp_path / 'wsoa.duckdb'}, got: it is in use"
    )


HEADINGS = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,"
    "breakdown_topic,assess_not_issued,assess_in_year,assess_not_issued_pc,outcome_decision_within_time,"
    "outcome_decision_over_time,outcome_decision_within_time_pc"
)
LINE = "2024,Calendar year,National,E92000001,England,,,,,All EHC needs assessments,488,3197,15.3,174,314,35.7"


def test_published_figures_are_loaded(capsys, put):
    path = put(f"{HEADINGS}\n{LINE}\n{LINE.replace('2024', '2023')}\n".encode(), "assessments.csv")
    code, said, _ = run(capsys, "comparators", path, "--release", "2025 release", "--by", "Analyst")
    assert (code, said) == (0, "assessments.csv: 4 published figures loaded.\n")
    assert [figure.period for figure in stored(published).values()] == ["2024", "2024", "2023", "2023"]
    figure = stored(published)["assessments_without_plan", "E92000001", "2024"]
    assert (figure.value, figure.source) == (15.3, "DfE, 2025 release, assessments.csv")
    (release,) = stored(releases)
    assert (release.release, release.file_name, release.loaded_by) == ("2025 release", "assessments.csv", "Analyst")


def test_a_changed_file_of_published_figures_is_refused(capsys, put):
    path = put(f"{HEADINGS}\n{LINE}\n".replace("assess_in_year", "assessed").encode(), "assessments.csv")
    code, said, _ = run(capsys, "comparators", path, "--release", "2025", "--by", "Analyst", "--json")
    (answer,) = json.loads(said)
    assert (code, answer["accepted"], [each["rule"] for each in answer["findings"]]) == (1, False, ["dfe_column_missing"])
    assert stored(releases) == []


def test_another_file_is_none_of_published_figures(capsys, put):
    path = put(wrong_files.TEXT, "figures.csv")
    assert run(capsys, "comparators", path, "--release", "2025", "--by", "Analyst")[0] == 2


def test_the_demonstration_is_loaded(capsys, monkeypatch):
    loaded = []
    monkeypatch.setattr(
        "loaders.sample.load_demonstration", lambda database, tell: loaded.append(tell(1, 6, "a.xlsx")) or [1]
    )
    monkeypatch.setattr("loaders.sample_command.lay_down", lambda place: 0)
    monkeypatch.setattr("loaders.sample_command.lay_down_in", lambda database: 0)
    code, said, _ = run(capsys, "demonstration")
    assert (code, said) == (0, "1 demonstration returns were loaded. Their figures are illustrative.\n")
    assert loaded == [None]


def test_a_database_with_returns_takes_no_demonstration(capsys, put):
    run(capsys, "load", put(factories.standard_return()), "--by", "Analyst")
    code, _, refused = run(capsys, "demonstration")
    assert code == 1
    assert refused.startswith("Demonstration returns can only be loaded into an empty database, got: one with 1")


def test_no_bar_where_nobody_watches(put):
    path = put(factories.standard_return())
    done = subprocess.run([sys.executable, "-m", "loaders", "check", path], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("place", ["1", "Cover", "Figures", "nowhere"])
def test_a_reason_answers_the_line_it_names(capsys, put, place):
    file = put(factories.standard_return(change=doubtful))
    code, told, _ = run(capsys, "check", file, "--json")
    cell = json.loads(told)[0]["findings"][0]
    named = {"Cover": f"{cell['sheet']}!{cell['cell']}"}.get(place, place)
    code, told, _ = run(capsys, "load", file, "--by", "Analyst", "--reasons", f"{named}=looked up")
    assert code == (0 if place in ("1", "Cover") else 1), told


def test_a_marked_copy_is_written_and_never_over_the_file_itself(capsys, put, tmp_path):
    file = put(factories.standard_return(change=wrong))
    code, told, _ = run(capsys, "check", file, "--marked", tmp_path / "out.xlsx")
    assert code == 1
    assert f"The marked copy is {tmp_path / 'out.xlsx'}." in told
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames[0] == "Findings"
    with pytest.raises(SystemExit, match="64"):
        run(capsys, "check", file, "--marked", file)
    assert "--marked must name another file than the one that is checked" in capsys.readouterr().err


def test_a_preview_needs_a_database_and_says_what_would_change(capsys, put):
    file = put(factories.standard_return())
    assert run(capsys, "check", file, "--preview")[0] == 1
    Database.open().close()
    code, told, _ = run(capsys, "check", file, "--preview")
    assert "Figures: 103 new, 0 changed, 0 withdrawn, 0 unchanged." in told, (code, told)
    assert told.rstrip().endswith("Nothing more would be hidden from readers.")


def test_what_every_command_runs_is_there():
    (commands,) = (each.choices for each in parser()._actions if isinstance(each.choices, dict))
    later = [run for each in commands.values() if isinstance(run := each.get_default("run"), Later)]
    assert len(later) == 14
    assert all(callable(each.function) for each in later)
