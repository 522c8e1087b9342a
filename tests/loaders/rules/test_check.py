from datetime import date

from openpyxl.utils.cell import coordinate_to_tuple

from loaders.parsing.parse import parse
from loaders.rules.check import MOST_OF_ONE_RULE, run
from loaders.rules.rule import RULES, Need, Stage
from programme.areas import DISTRICTS
from programme.finding import Severity
from programme.measures import measures
from tests import factories
from tests.factories import cell_of
from tests.loaders.rules.one_change import findings, known_before, nothing, renamed, said, typed


def spoilt(form):
    factories.answer_of(form, "Status").value = "finished"
    cell_of(form, "requests_refused", "Kent").value = 99_999
    cell_of(form, "plans_issued", "Kent").value = "about 500"
    cell_of(form, "plans_issued_within_20_weeks", "Dover").value = None
    cell_of(form, "ep_advice_requested", "Kent").value = 99_999


def test_findings_come_in_the_order_in_which_a_person_reads():
    found = findings(factories.standard_return(change=spoilt), known=known_before())
    assert [(finding.rule, finding.place) for finding in found] == [
        ("status_on_cover_unknown", "Cover!B10"),
        ("value_missing", "Figures!D6"),
        ("value_not_a_number", "Figures!D15"),
        ("numerator_over_denominator", "Figures!D59"),
        ("jump", "Figures!D60"),
    ]


def waiting(label, answer):
    def change(form):
        factories.answer_of(form, label).value = answer

    parsed = parse(factories.read_here(factories.standard_return(change=change)))
    return run(parsed, known=known_before(), today=date(2025, 6, 1))[1]


def of_the(*needs):
    return sum(bool(rule.needs & set(needs)) for rule in RULES.values())


def test_what_waits_is_counted_and_says_for_what():
    assert waiting("Status", "final") == ()
    assert waiting("Organisation", "Kent Conty Council") == (
        f"{of_the(Need.ORGANISATION)} checks wait for the Cover's organisation.",
    )
    assert waiting("Quarter", "spring") == (f"{of_the(Need.QUARTER)} checks wait for the Cover's quarter.",)


def test_without_the_headings_everything_else_waits():
    def change(form):
        form["Figures"]["D1"].value = "Nonsense"

    parsed = parse(factories.read_here(factories.standard_return(change=change)))
    others = sum(rule.stage is not Stage.BOOK for rule in RULES.values())
    assert run(parsed, today=date(2025, 6, 1))[1] == (f"{others} checks wait for the sheets and headings of the form.",)


def test_a_sound_cover_brings_what_is_due_and_the_comparison_with_earlier_quarters():
    def with_a_sound_cover(form):
        spoilt(form)
        factories.answer_of(form, "Status").value = "final"

    found = findings(factories.standard_return(change=with_a_sound_cover), known=known_before())
    assert [(finding.rule, finding.place) for finding in found] == [
        ("value_missing", "Figures!D6"),
        ("value_not_a_number", "Figures!D15"),
        ("numerator_over_denominator", "Figures!D59"),
        ("jump", "Figures!D60"),
    ]
    assert found == sorted(found, key=lambda finding: coordinate_to_tuple(finding.cell))


def test_without_its_sheets_nothing_else_is_said():
    def renamed_and_spoilt(form):
        spoilt(form)
        renamed("Figures", "Figurs")(form)

    assert [finding.rule for finding in findings(factories.standard_return(change=renamed_and_spoilt))] == ["sheet_missing"]


BY_DISTRICT = [measure.id for measure in measures().values() if set(DISTRICTS) <= set(measure.areas)][:5]
"""Measures of 13 areas each: as many rows as are changed below, where a history of all has 400."""


def test_of_one_rule_no_more_is_said_than_anybody_reads():
    content = factories.history(of=BY_DISTRICT, typed=[], change=fill_with_words)
    found = [finding for finding in findings(content) if finding.rule == "value_not_a_number"]
    assert len(found) == MOST_OF_ONE_RULE + 1
    (more,) = [finding for finding in found if not finding.cell]
    assert more.message == "The same may stand in more cells: only the first 500 are listed, put them right first"
    assert more.severity is Severity.ERROR


def test_many_misspelt_rows_are_all_named():
    """Each stands under 20 quarters: the limit is on faults, not on figures."""

    def misspelt(form):
        for row in range(2, 42):
            form["History"].cell(row, 1).value += f"_{row}"

    found = [
        finding
        for finding in findings(factories.history(of=BY_DISTRICT, change=misspelt))
        if finding.rule == "measure_unknown"
    ]
    assert [finding.cell for finding in found] == [f"A{row}" for row in range(2, 42)]


def fill_with_words(form):
    for row in form["History"].iter_rows(min_row=2, max_row=60, min_col=3):
        for cell in row:
            cell.value = "many"


def test_a_misspelt_row_of_a_history_is_named_once():
    def misspelt(form):
        form["History"]["A2"].value = "plans_isued_all"

    found = said(findings(factories.history(of=["plans_issued_all"], change=misspelt)))
    message = "Measure must be one of those in the blank form: did you mean plans_issued_all? got: plans_isued_all"
    assert found == (("measure_unknown", "History!A2", message),)


def test_the_day_decides_what_is_in_the_future():
    content = factories.standard_return(change=nothing)
    assert findings(content, today=date(2025, 4, 1)) == []


def test_a_query_alone_does_not_hide_the_later_stages():
    def doubtful_and_wrong(form):
        factories.answer_of(form, "Data as at").value = date(2025, 3, 1)
        typed("ep_advice_requested", "Kent", 99_999)(form)

    found = findings(factories.standard_return(change=doubtful_and_wrong), known=known_before())
    assert [finding.rule for finding in found] == ["data_as_at_odd", "jump"]
