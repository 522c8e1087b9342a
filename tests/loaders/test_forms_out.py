"""Forms fill themselves: with the last known words, for one organisation, from the standing database, and without one."""

from io import BytesIO

import openpyxl
import pytest

from loaders.__main__ import main
from loaders.forms.template import save
from loaders.forms_out import FIRST_OF_HISTORY, NothingOwedError, blank_history, form_of, streams_owed
from loaders.pipeline import check_file, known_to, load
from loaders.wordings import check_words, write_checked_words
from programme.measures import owed_by
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT
from store.database import Database
from tests import factories
from tests.accepting import by, person
from tests.factories import ALL, QUARTER, read_here
from tests.loaders.rules.written_rows import row, with_rows

NHS = "NHS Kent and Medway"
BEFORE = QUARTER - 1


@pytest.fixture
def standing(tmp_path, monkeypatch):
    """A database that holds the quarter before, with an action that is open and one that is done and proved."""
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "kent.duckdb"))
    done = row("Actions", ref="APP-6.02", actual="2024-11-01", evidence="DOC-7", complete=100, status="Blue")
    content = factories.standard_return(BEFORE, change=with_rows("Actions", row("Actions"), done))
    with Database.open(tmp_path / "kent.duckdb") as database:
        loaded = load(database, content, "return.xlsx", by("Analyst", reasons="checked with the team"), read=read_here)
        assert loaded.version
    return tmp_path / "kent.duckdb"


def written(capsys, tmp_path, *arguments):
    output = tmp_path / "form.xlsx"
    code = main(["template", *map(str, arguments), "--output", str(output)])
    said = capsys.readouterr()
    book = openpyxl.load_workbook(BytesIO(output.read_bytes())) if output.exists() else None
    return code, said.out.replace(str(output), "form.xlsx"), said.err, book


def column(book, sheet, number=1):
    return [cell.value for (cell,) in book[sheet].iter_rows(2, min_col=number, max_col=number) if cell.value]


def line(book, label):
    return next(cells[1].value for cells in book["Cover"].iter_rows(max_col=2) if cells[0].value == label)


def test_the_form_brings_what_is_open_and_says_from_where(capsys, tmp_path, standing):
    code, said, _, book = written(capsys, tmp_path, "--quarter", QUARTER, "--workstream", 3)
    assert (code, said) == (
        0,
        f"form.xlsx: the form for 2024/25 Q4, with the figures of 2024/25 Q3 and 1 row of words from {standing}\n",
    )
    assert column(book, "Actions") == ["APP-6.01"]
    assert [line(book, sheet) for sheet in ("Figures", "Actions", "Risks")] == ["replaced by what is here"] * 3


def test_a_correction_brings_everything_and_without_words_the_cover_leaves_what_stands(capsys, tmp_path, standing):
    *_, book = written(capsys, tmp_path, "--quarter", BEFORE, "--workstream", 3)
    assert column(book, "Actions") == ["APP-6.01", "APP-6.02"]
    *_, book = written(capsys, tmp_path, "--quarter", BEFORE, "--workstream", 3, "--words", "no")
    assert (column(book, "Actions"), line(book, "Actions")) == ([], "left as it is")
    assert line(book, "Risks") == "replaced by what is here"


def test_what_a_correction_brings_is_found_to_be_what_stands(standing):
    with Database.open(standing) as database:
        known = known_to(database, person())
        form = form_of(known, BEFORE, (3,)).form
        content = save(factories.fill(form, factories.figures(BEFORE)))
        assert check_file(content, "again.xlsx", known=known, read=read_here).findings == ()


def test_a_correction_brings_what_leads_wrote_on_screen_of_its_workstreams(standing):
    def brought(*streams):
        return column(form_of(known_to(database, person()), BEFORE, streams).form, "Assessment", 3)

    with Database.open(standing) as database:
        typed = ASSESSMENT.typed(weakness="6", text="not yet sufficient progress", reason="plans are late")
        write_checked_words(database, check_words(ASSESSMENT, BEFORE, typed), by("A. Lead"))
        assert (brought(3), brought(4)) == (["plans are late"], [])


def test_without_a_database_the_form_is_blank(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "none.duckdb"))
    code, said, _, book = written(capsys, tmp_path, "--quarter", QUARTER, "--workstream", 3)
    assert (code, said) == (0, "form.xlsx: the form for 2024/25 Q4\n")
    assert column(book, "Actions") == []
    assert not (tmp_path / "none.duckdb").exists()


def test_a_database_that_cannot_be_read_is_said_and_only_one_that_was_named_is_a_refusal(capsys, tmp_path, monkeypatch):
    broken = tmp_path / "kent.duckdb"
    broken.write_text("no database")
    monkeypatch.setenv("WSOA_DATABASE", str(broken))
    code, said, err, _ = written(capsys, tmp_path, "--quarter", QUARTER, "--workstream", 3)
    assert (code, said) == (0, "form.xlsx: the form for 2024/25 Q4\n")
    assert err.endswith("The form is written without what the database knows.\n")
    assert written(capsys, tmp_path, "--quarter", QUARTER, "--workstream", 3, "--database", broken)[0] == 1


@pytest.mark.parametrize("name", [NHS, "nhs"])
def test_an_organisations_form_has_its_rows(capsys, tmp_path, monkeypatch, name):
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "none.duckdb"))
    *_, book = written(capsys, tmp_path, "--quarter", QUARTER, "--workstream", "all", "--organisation", name)
    assert {owed_by(measure) for measure in column(book, "Figures")} == {NHS}
    assert (line(book, "Organisation"), line(book, "Workstream")) == (NHS, 5)


def test_who_owes_nothing_has_no_form():
    assert streams_owed(QUARTER, ALL, NHS) == (5,)
    assert streams_owed(QUARTER, ALL, None) == ALL
    with pytest.raises(NothingOwedError, match="which owes none in workstream 1 or 3 for 2024/25 Q4"):
        streams_owed(QUARTER, (1, 3), NHS)


def test_a_blank_history_workbook_needs_neither_quarter_nor_workstream(capsys, tmp_path):
    code, said, _, book = written(capsys, tmp_path, "--history", "--from", "2021/22 Q1", "--to", "2021/22 Q3")
    assert (code, said) == (0, "form.xlsx: a blank history workbook, 2021/22 Q1 to 2021/22 Q3\n")
    assert [cell.value for cell in book["History"][1]] == ["Measure", "Area", "2021/22 Q1", "2021/22 Q2", "2021/22 Q3"]
    assert column(book, "History", 3) == []
    assert [cell.value for cell in written(capsys, tmp_path, "--history")[3]["History"][1]][2] == str(FIRST_OF_HISTORY)
    *_, own = written(capsys, tmp_path, "--history", "--organisation", "NHS", "--to", "2021/22 Q3")
    assert {owed_by(measure) for measure in column(own, "History")} == {NHS}
    assert line(own, "Organisation") == NHS


def test_a_blank_history_can_be_filled_and_read():
    book = blank_history(Quarter(2021, 1), Quarter(2021, 1))
    book["History"]["C2"].value = 4
    checked = check_file(save(book), "history.xlsx", read=read_here)
    assert [each.value for each in checked.submission.figures] == [4]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--history", "--quarter", QUARTER), "leave --quarter and --workstream out"),
        (("--quarter", QUARTER), "are needed unless --history is given: --quarter, --workstream"),
        (("--quarter", QUARTER, "--workstream", 3, "--to", QUARTER), "are for a history workbook: add --history"),
        (("--history", "--from", "2021/22 Q3", "--to", "2021/22 Q1"), "got: 2021/22 Q3 and 2021/22 Q1"),
        (("--quarter", QUARTER, "--workstream", 3, "--organisation", "NHS"), "which owes none in workstream 3"),
        (("--quarter", QUARTER, "--workstream", 3, "--organisation", "KPC"), "An organisation must be Kent County Council"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(capsys, tmp_path, arguments, words):
    with pytest.raises(SystemExit) as left:
        written(capsys, tmp_path, *arguments)
    assert left.value.code == 64
    assert words in capsys.readouterr().err
