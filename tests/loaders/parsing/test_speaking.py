from loaders.parsing.parse import parse
from loaders.parsing.speaking import line_says, parts_spoken, rows_typed, speaks
from programme.parts import FIGURES, Part, Says
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.events import EVENTS
from tests import factories
from tests.factories import QUARTER, read_here
from tests.loaders.rules.one_change import all_of, answered
from tests.loaders.rules.written_rows import row, with_rows

COUNCIL, NHS = "Kent County Council", "NHS Kent and Medway"


def returned(change=None, streams=(3,)):
    return parse(read_here(factories.standard_return(streams=streams, change=change)))


def brief(parsed):
    return {(part.sheet, part.organisation, part.workstream) for part in parts_spoken(parsed)}


def test_figures_are_of_the_organisation_that_owes_their_measure():
    assert brief(returned()) == {(FIGURES, COUNCIL, 3)}
    assert brief(returned(streams=(4, 5))) == {(FIGURES, COUNCIL, 4), (FIGURES, COUNCIL, 5), (FIGURES, NHS, 5)}
    assert {part.quarter for part in parts_spoken(returned())} == {QUARTER}


def test_a_sheet_of_words_speaks_for_its_organisation_in_every_workstream_of_the_cover():
    change = all_of(answered("Organisation", NHS), with_rows("Actions", row("Actions")))
    assert {part for part in brief(returned(change, (3, 5))) if part[0] != FIGURES} == {
        ("Actions", NHS, 3),
        ("Actions", NHS, 5),
    }


def test_a_sheet_without_rows_says_nothing_and_only_the_cover_empties_one():
    assert speaks(returned(), ACTIONS) is False
    assert speaks(returned(lambda form: form.remove(form["Actions"])), ACTIONS) is False
    assert speaks(returned(answered("Actions", "none any more")), ACTIONS) is True
    assert speaks(returned(with_rows("Actions", row("Actions"))), ACTIONS) is True
    left = all_of(with_rows("Actions", row("Actions")), answered("Actions", "left as it is"))
    assert speaks(returned(left), ACTIONS) is False


def test_a_row_that_names_something_and_says_nothing_of_it_is_none():
    assert rows_typed(returned(with_rows("Assessment", {"Weakness": 6})), ASSESSMENT) == []
    assert rows_typed(returned(with_rows("Commentary", {"KPI": "plans_issued"})), COMMENTARY) == []
    assert rows_typed(returned(with_rows("Actions", {"Action": "without a ref"})), ACTIONS) == []
    assert len(rows_typed(returned(with_rows("Events", row("Events"))), EVENTS)) == 1


def test_what_the_cover_says_is_read_whatever_its_capitals():
    assert line_says(returned(answered("Risks", " None any  more")), "Risks") is Says.NONE
    assert line_says(returned(answered("Risks", "none")), "Risks") is None
    assert line_says(returned(lambda form: form["Cover"].delete_rows(12, 8)), "Risks") is None


def test_a_history_speaks_for_the_quarters_of_its_figures_rows_and_days():
    change = all_of(with_rows("Actions", {"Quarter": "2022/23 Q2", **row("Actions")}), with_rows("Events", row("Events")))
    parsed = parse(
        read_here(factories.history(Quarter(2021, 1), Quarter(2021, 2), of=("plans_issued",), change=change), "history.xlsx")
    )
    spoken = parts_spoken(parsed)
    assert {part for part in spoken if part.sheet == FIGURES} == {
        Part(FIGURES, COUNCIL, Quarter(2021, number), 3) for number in (1, 2)
    }
    assert {(part.sheet, part.quarter) for part in spoken if part.workstream == 5} == {
        ("Actions", Quarter(2022, 2)),
        ("Events", Quarter(2024, 4)),
    }
