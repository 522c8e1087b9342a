from datetime import date
from io import BytesIO

import openpyxl
import pytest

from loaders.forms.template import history_form, save, standard_form
from loaders.parsing.parse import parse
from programme.areas import DISTRICTS, KENT
from programme.measures import due_measures, measures
from programme.quarter import Quarter
from programme.submission import Cover
from programme.symbols import MEANING, Status
from programme.workstreams import workstreams
from tests.factories import ALL, QUARTER, answer_of, cell_of, figure, read_here

FIRST, LAST = Quarter(2019, 1), Quarter(2020, 4)


def opened(form: openpyxl.Workbook) -> openpyxl.Workbook:
    """The form after saving and opening: what Excel will find."""
    return openpyxl.load_workbook(BytesIO(save(form)))


@pytest.fixture(scope="module")
def form() -> openpyxl.Workbook:
    return opened(standard_form(QUARTER, (3,)))


@pytest.fixture(scope="module")
def past() -> openpyxl.Workbook:
    return opened(history_form(FIRST.to(LAST)))


def test_the_form_has_the_sheets_of_the_standard_return(form):
    assert form.sheetnames == [
        "Cover", "Figures", "Actions", "Risks", "Participation", "Decisions", "Assessment", "Commentary",
        "Events", "Trajectory", "Summary", "Milestones", "Closed actions", "Letters",
    ]  # fmt: skip


def test_there_is_a_row_for_every_measure_and_area_that_is_due_and_for_nothing_else(form):
    rows = [(row[0], row[1], row[2]) for row in form["Figures"].iter_rows(2, max_col=3, values_only=True)]
    assert rows == [
        (measure.id, measure.description, area.name) for measure in due_measures(QUARTER, (3,)) for area in measure.areas
    ]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_is_due_in_the_fourth_quarter_only_is_not_asked_for_in_others(number):
    asked = {row[0].value for row in standard_form(Quarter(2024, number), ALL)["Figures"].iter_rows(2)}
    assert "phase_transfers" not in asked
    assert "plans_issued" in asked


def test_what_the_system_works_out_itself_is_never_asked_for():
    computed = {measure.id for measure in measures().values() if measure.collected == "computed"}
    asked = {row[0].value for row in standard_form(QUARTER, ALL)["Figures"].iter_rows(2)}
    assert computed and not computed & asked


def test_the_cover_is_answered_beforehand_as_most_returns_answer_it():
    assert parse(read_here(save(standard_form(QUARTER, (3,))))).cover == Cover(
        "standard",
        QUARTER,
        (3,),
        "Kent County Council",
        "SEND assessment and placement lead",
        "",
        date(2025, 3, 31),
        Status.FINAL,
        illustrative=False,
    )


@pytest.mark.parametrize(("streams", "written"), [((3,), 3), (ALL, "all"), ((1, 3), "1, 3")])
def test_the_cover_names_its_workstreams_and_guides_with_their_titles(streams, written):
    cell = answer_of(standard_form(QUARTER, streams), "Workstream")
    assert cell.value == written
    assert cell.offset(0, 1).value == ". ".join(workstreams()[number].name for number in streams)
    assert parse(read_here(save(standard_form(QUARTER, streams)))).cover.workstreams == streams


def test_a_cover_can_be_answered_in_advance():
    answers = Cover("standard", QUARTER, (5,), "NHS Kent and Medway", "a lead", "a team", None, Status.PROVISIONAL, True)
    assert parse(read_here(save(standard_form(QUARTER, (5,), answers=answers)))).cover == answers


def test_last_quarters_value_stands_beside_the_cell_and_is_no_part_of_the_return():
    before = [figure("plans_issued", KENT, QUARTER - 1, 512), figure("plans_issued", DISTRICTS[0], QUARTER - 1, "c")]
    older = figure("requests_received", KENT, QUARTER - 4, 999)
    form = standard_form(QUARTER, (3,), previous={each.key: each for each in (*before, older)})
    heading = "Last quarter (2024/25 Q3)"
    assert form["Figures"]["G1"].value == heading
    assert cell_of(form, "plans_issued", "Kent", heading).value == 512
    assert cell_of(form, "plans_issued", DISTRICTS[0].name, heading).value == "c"
    assert cell_of(form, "requests_received", "Kent", heading).value is None
    assert {row.value_cell for row in parse(read_here(save(form))).rows} == {None}


def test_only_what_is_to_be_filled_in_is_open(form):
    sheet = form["Figures"]
    assert sheet.protection.sheet is True
    assert {column: {cell.protection.locked for cell in sheet[column]} for column in "ABCG"} == {
        key: {True} for key in "ABCG"
    }
    assert {cell.protection.locked for column in "DEF" for cell in sheet[column][1:]} == {False}
    assert sheet["D1"].protection.locked is True
    assert answer_of(form, "Quarter").protection.locked is False
    assert form["Cover"]["A4"].protection.locked is True


def test_answers_with_a_fixed_choice_have_a_drop_down(form):
    offered = {str(each.sqref): each.formula1 for each in form["Cover"].data_validations.dataValidation}
    assert offered == {
        "B5": '"1,2,3,4,5,all"',
        "B6": '"Kent County Council,NHS Kent and Medway"',
        "B10": '"provisional,final"',
        "B11": '"real,illustrative"',
        "B12": '"left as it is,replaced by what is here"',
        **{f"B{row}": '"left as it is,replaced by what is here,none any more"' for row in range(13, 25)},
    }
    (status,) = form["Figures"].data_validations.dataValidation
    assert (str(status.sqref), status.formula1) == (f"E2:E{form['Figures'].max_row}", '"provisional,final"')


def test_every_measure_carries_its_definition_as_a_note(form):
    notes = {cell.value: cell.comment.text for cell in form["Figures"]["A"] if cell.comment}
    assert set(notes) == {measure.id for measure in due_measures(QUARTER, (3,))}
    assert notes["plans_issued_within_20_weeks"] == (
        "Plans issued within 20 weeks of the request, excluding exceptions.\n"
        "Unit: count, in the quarter.\n"
        "A whole number, 0 or more, no higher than plans_issued.\n"
        "Without a number: c suppressed or confidential, x not available, z not applicable.\n"
        "Returned by Kent County Council."
    )


def test_a_note_says_where_fractions_or_values_below_zero_are_allowed():
    notes = {cell.value: cell.comment.text for cell in standard_form(QUARTER, ALL)["Figures"]["A"] if cell.comment}
    assert "\nA number, 0 or more.\n" in notes["educational_psychology_posts_vacant"]
    assert "\nA whole number; below 0 is allowed.\n" in notes["dsg_deficit_thousand_pounds"]


def test_the_cover_explains_every_symbol(form):
    guidance = " ".join(str(cell.value) for cell in form["Cover"]["A"])
    assert all(f"{symbol} {meaning}" in guidance for symbol, meaning in MEANING.items())


def test_headings_stay_in_sight(form, past):
    assert form["Figures"].freeze_panes == "D2"
    assert past["History"].freeze_panes == "C2"


def test_the_history_has_a_row_for_every_returned_measure_and_area_and_a_column_for_every_quarter(past):
    sheet = past["History"]
    assert [cell.value for cell in sheet[1]] == ["Measure", "Area", *map(str, FIRST.to(LAST))]
    assert list(sheet.iter_rows(2, max_col=2, values_only=True)) == [
        (measure.id, area.name) for measure in measures().values() if measure.collected == "return" for area in measure.areas
    ]


def test_a_quarter_in_which_a_measure_is_not_due_is_grey_and_locked_in_the_history(past):
    sheet = past["History"]
    cells = {
        (row[0].value, sheet.cell(1, cell.column).value): cell.protection.locked
        for row in sheet.iter_rows(2)
        for cell in row[2:]
    }
    assert cells["phase_transfers", "2019/20 Q4"] is False
    assert cells["phase_transfers", "2020/21 Q1"] is True
    assert cells["special_schools", "2019/20 Q4"] is True


def test_a_history_can_be_made_for_some_measures_only():
    sheet = history_form([QUARTER], [measures()["plans_issued_all"], measures()["returns_due"]])["History"]
    assert list(sheet.iter_rows(2, max_col=2, values_only=True)) == [("plans_issued_all", "Kent")]


def test_the_cover_of_a_history_asks_for_no_quarter(past):
    labels = [cell.value for cell in past["Cover"]["A"][3:9]]
    assert labels == ["Organisation", "Lead role", "Prepared by", "Data as at", "Status", "Figures are"]
    assert parse(read_here(save(history_form(FIRST.to(LAST))))).cover.data_as_at == LAST.end


@pytest.mark.parametrize("make", [lambda: standard_form(QUARTER, ALL), lambda: history_form(FIRST.to(LAST))])
def test_the_same_form_has_the_same_bytes(make):
    assert save(make()) == save(make())
