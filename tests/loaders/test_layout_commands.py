import json

import openpyxl
import pytest

from loaders.__main__ import main
from loaders.layout_commands import layout_named, mapped_lines, mapped_object, told_alike
from loaders.layouts.layout import LayoutUnsoundError, layout_read
from loaders.layouts.mapped import MappedFile, MappedValue
from loaders.layouts.shipped import shipped_layouts
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.areas import KENT
from programme.period import Period
from store.database import Database
from store.returns.facts import facts
from store.returns.layouts import layout_of_version
from store.snapshot import snapshot
from tests.factories import saved

pytestmark = pytest.mark.usefixtures("read_in_this_process")

OURS = 'name = "Ours"\nperiod = "asked"\nrows = { "Kent" = "Kent" }\nheadings = { "Plans" = "plans_issued" }\n'
CSV = b"Area,Plans\nKent,41\n"


@pytest.fixture
def put(tmp_path):
    """Writes a file and gives its path."""

    def write(name, content):
        (tmp_path / name).write_bytes(content)
        return str(tmp_path / name)

    return write


def run(capsys, *arguments):
    code = main(list(map(str, arguments)))
    return code, *capsys.readouterr()


def test_a_layout_is_named_or_is_a_file(put):
    assert layout_named("nhs community HEALTH", shipped_layouts()).name == "NHS community health"
    assert layout_named(put("ours.toml", OURS.encode()), ()).name == "Ours"
    with pytest.raises(LayoutUnsoundError) as refused:
        layout_named("ours", shipped_layouts())
    assert str(refused.value) == (
        "A layout must be a file (.toml), or NHS community health or SEND tribunals, got: ours. Nothing was stored."
    )
    with pytest.raises(LayoutUnsoundError, match=r"A layout must be a file that can be read, got: gone\.toml \(No such"):
        layout_named("gone.toml", ())


def test_a_file_is_checked_by_a_layout_at_a_path_without_a_database(put, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "none.duckdb"))
    asked = ("check", put("sent.csv", CSV), "--layout", put("ours.toml", OURS.encode()), "--quarter", "Q3 2024/25")
    code, said, _ = run(capsys, *asked, "--json")
    (answer,) = json.loads(said)
    assert (code, answer) == (
        0,
        {
            "file": asked[1],
            "layout": "Ours",
            "matched": 1.0,
            "findings": [],
            "values": [
                {
                    "sheet": "Sheet1",
                    "cell": "B2",
                    "measure": "plans_issued",
                    "area": "Kent",
                    "period": "2024/25 Q3",
                    "value": 41,
                    "kind": "count",
                    "as_printed": "41",
                }
            ],
        },
    )
    assert not (tmp_path / "none.duckdb").exists()
    assert run(capsys, *asked)[1].splitlines() == [
        "sent.csv looks like Ours (1 of 1 table, 100% of its words): 1 figure of 2024/25 Q3. "
        "sent.csv can be accepted. It was not compared with earlier returns.",
        "  Sheet1!B2  plans_issued, Kent, 2024/25 Q3: 41",
    ]


def test_what_must_be_asked_is_an_error_and_what_fits_nothing_says_so(put, capsys):
    code, said, _ = run(capsys, "check", put("sent.csv", CSV), "--layout", put("ours.toml", OURS.encode()), "--json")
    (answer,) = json.loads(said)
    assert (code, answer["values"], [each["rule"] for each in answer["findings"]]) == (1, [], ["mapped_period_unclear"])
    code, said, _ = run(capsys, "check", put("other.csv", b"Bins,3\n"), "--json")
    (answer,) = json.loads(said)
    assert (code, answer["layout"], answer["matched"], answer["values"]) == (2, None, 0.0, [])
    assert [each["rule"] for each in answer["findings"]] == ["file_text"]


def test_rows_about_children_are_refused_with_the_reason(put, capsys):
    code, said, _ = run(capsys, "check", put("list.csv", b"UPN,Plan\nx,1\n"), "--json")
    (answer,) = json.loads(said)
    assert (code, [each["rule"] for each in answer["findings"]]) == (2, ["rows_about_children"])


@pytest.mark.parametrize("quarter", ["spring", "Q1 2023"])
def test_a_quarter_that_is_none_or_may_be_two_is_wrong_use(quarter, capsys):
    with pytest.raises(SystemExit) as left:
        main(["check", "x.csv", "--quarter", quarter])
    assert left.value.code == 64
    assert "A quarter or month is written like 2022/23 Q4 or January 2023, got: " in capsys.readouterr().err


def test_layouts_are_listed_and_taken_away(capsys, tmp_path, own_database):
    code, said, _ = run(capsys, "layouts", "--json")
    assert (code, [each["name"] for each in json.loads(said)]) == (0, ["NHS community health", "SEND tribunals"])
    assert run(capsys, "layouts")[1].splitlines()[1] == (
        "SEND tribunals: Appeal rate to the SEND tribunal by local authority, Ministry of Justice: a calendar year a block"
    )
    out = tmp_path / "nhs.toml"
    assert run(capsys, "layouts", "--export", "NHS community health", "--output", out)[0] == 0
    assert layout_read(out.read_text("utf-8"), "nhs.toml") == shipped_layouts()[0]
    with pytest.raises(SystemExit):
        main(["layouts", "--export", "NHS community health"])
    assert "--export and --output go together" in capsys.readouterr().err


@pytest.fixture
def own_database(tmp_path, monkeypatch):
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "own.duckdb"))


def test_a_file_is_loaded_by_a_layout_and_its_version_keeps_it(put, capsys, own_database):
    path, layout = put("sent.csv", CSV), put("ours.toml", OURS.encode())
    by = ("--by", "A. Nalyst")
    code, said, _ = run(capsys, "load", path, "--layout", layout, "--quarter", "Q3 2024/25", *by)
    assert (code, said.splitlines()[0]) == (0, "sent.csv was accepted as version 1.")
    with Database.open() as database:
        assert layout_of_version(database, 1).name == "Ours"
        (figure,) = facts(database).values()
        assert (figure.value, str(figure.source), figure.source.file, figure.source.version) == (
            41,
            "Sheet1!B2",
            "sent.csv",
            1,
        )
    code, said, _ = run(
        capsys, "load", put("again.csv", b"Area,Plans\nKent,x\n"), "--layout", layout, "--quarter", "2024/25 Q3", *by
    )
    assert code == 0, said
    code, said, _ = run(
        capsys, "load", put("bad.csv", b"Area,Plans\nKent,many\n"), "--layout", layout, "--quarter", "2024/25 Q3", *by
    )
    assert (code, said.splitlines()) == (
        1,
        [
            "bad.csv was not accepted: 1 error must be put right. Nothing was stored.",
            "  Sheet1!B2  error  plans_issued, Kent must hold a number, or a sign that the layout knows under symbols, "
            "got: many.",
        ],
    )


def test_of_two_sheets_the_one_that_is_said_is_read_and_kept_with_the_version(put, capsys, own_database):
    book = openpyxl.Workbook()
    for sheet, figure in ((book.active, 41), (book.create_sheet("Final"), 43)):
        for line in (["Area", "Plans"], ["Kent", figure]):
            sheet.append(line)
    asked = (put("board.xlsx", saved(book)), "--layout", put("ours.toml", OURS.encode()), "--quarter", "2024/25 Q3")
    code, said, _ = run(capsys, "check", *asked)
    assert (code, said.splitlines()[1]) == (
        1,
        "  Final  error  Only one sheet must have the headings of Ours, got: Sheet, Final. Say which is meant, or take the "
        "others out.",
    )
    assert run(capsys, "load", *asked, "--sheet", "final", "--by", "A. Nalyst")[0] == 0
    with Database.open() as database:
        assert str(next(iter(facts(database).values())).source) == "Final!B2"
        assert 'sheets = { "" = "final" }' in layout_of_version(database, 1).layout
    with pytest.raises(SystemExit):
        main(["check", "x.csv", "--sheet", "Table 4="])


def test_months_that_end_no_quarter_are_kept_and_feed_none(put, capsys, own_database):
    told = b"Area,Waiting January 2023,Waiting February 2023\nICB,7,8\n"
    layout = 'name = "Waits"\nperiod = "heading"\nrows = { "ICB" = "QKS" }\n[headings]\n'
    layout += '"Waiting" = "speech_and_language_waiting"\n'
    code, said, _ = run(capsys, "load", put("w.csv", told), "--layout", put("w.toml", layout.encode()), "--by", "A. Nalyst")
    assert (code, said.splitlines()[0]) == (0, "w.csv was accepted as version 1.")
    with Database.open() as database, snapshot(database) as known:
        assert known.facts == {}
        assert [(str(each.period), each.value, str(each.source)) for each in known.period_figures] == [
            ("2023-01", 7, "Sheet1!B2"),
            ("2023-02", 8, "Sheet1!C2"),
        ]


def test_a_layout_is_kept_recognised_by_its_name_and_taken_back(put, capsys, own_database):
    because = ("--by", "A. Nalyst", "--reason", "every month")
    assert run(capsys, "keep-layout", put("ours.toml", OURS.encode()), *because)[:2] == (
        0,
        "The layout Ours is kept as number 1.\n",
    )
    asked = ("check", put("sent.csv", CSV), "--quarter", "2024/25 Q3")
    assert run(capsys, *asked, "--layout", "ours")[0] == 0
    assert run(capsys, *asked)[1].startswith("sent.csv looks like Ours (1 of 1 table, 100% of its words): 1 figure of")
    code, said, _ = run(capsys, "load", put("sent.csv", CSV), "--quarter", "2024/25 Q3", "--by", "A. Nalyst")
    assert (code, said.splitlines()[0]) == (0, "sent.csv was accepted as version 1.")
    assert run(capsys, "layouts")[1].splitlines()[1].startswith("Ours: brings Figures; number 1, made by A. Nalyst")
    assert run(capsys, "withdraw-layout", "1", "--by", "A. Nalyst", "--reason", "it is another form now")[:2] == (
        0,
        "The layout Ours (number 1) was withdrawn. What was read with it stays as it is.\n",
    )
    listed = json.loads(run(capsys, "layouts", "--json")[1])
    assert [(each["name"], each["number"], bool(each["withdrawn"])) for each in listed] == [
        ("NHS community health", None, False),
        ("SEND tribunals", None, False),
        ("Ours", 1, True),
    ]


def test_where_the_database_cannot_be_asked_a_file_is_checked_by_shipped_layouts_and_that_is_said(
    put, capsys, tmp_path, monkeypatch
):
    monkeypatch.setenv("WSOA_DATABASE", put("broken.duckdb", b"no database"))
    told = "The layouts that people made were not asked. "
    code, said, _ = run(capsys, "check", put("sent.csv", CSV))
    assert (code, told in said) == (2, True)
    assert told not in run(capsys, "check", put("own.pdf", b"%PDF-1.4"))[1]
    assert run(capsys, "check", put("sent.csv", CSV), "--layout", "ours")[0] == 1
    by_path = ("--layout", put("ours.toml", OURS.encode()), "--quarter", "2024/25 Q3")
    assert run(capsys, "check", put("sent.csv", CSV), *by_path)[0] == 0, "no database is opened"


def test_a_layout_that_is_unsound_is_a_sentence(put, capsys):
    code, _, told = run(capsys, "check", put("sent.csv", CSV), "--layout", put("bad.toml", b"name = 1\n"))
    assert (code, told) == (1, "The layout bad.toml must have a text for name, got: 1. Nothing was stored.\n")


def test_what_a_file_looks_like_in_words():
    cell = Typed("B2", 2, 2, Kind.NUMBER, 3.0)
    values = (MappedValue("S", 2, cell, "plans_issued", KENT, Period.parse("2014"), 3.0, None, "count"),)
    mapped = MappedFile(Workbook("x.xlsx", "", ()), shipped_layouts()[0], 0.5, values, (), (4, 8))
    assert told_alike("x.xlsx", mapped) == (
        "x.xlsx looks like NHS community health (4 of 8 tables, 50% of its words): 1 figure of 2014."
    )
    assert mapped_lines(mapped) == ["  S!B2  plans_issued, Kent, 2014: 3"]
    assert set(mapped_object("x.xlsx", mapped, ())) == {"file", "layout", "matched", "findings", "values"}
