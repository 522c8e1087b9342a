from datetime import date

import pytest

from tests.loaders.rules.one_change import Row
from tests.loaders.rules.written_rows import row, with_rows


def planned(name, cell, rule, message, **changes):
    expected = ((rule, f"Trajectory!{cell}", f"Plans issued within 20 weeks: {message}"),)
    return Row(name, with_rows("Trajectory", row("Trajectory", **changes)), expected)


ROWS = [
    planned(
        "a year and no quarter",
        "C2",
        "planned_quarter_not_understood",
        "Quarter must be written like 2024/25 Q4, got: 2025/26",
        quarter="2025/26",
    ),
    planned(
        "an area of nowhere",
        "B2",
        "planned_area_unknown",
        "Area must be an area of the form, or blank for the whole: did you mean Canterbury? got: Cantebury",
        area="Cantebury",
    ),
    planned(
        "an area of the comparison",
        "B2",
        "planned_area_unknown",
        "Area must be an area of the form, or blank for the whole, got: England",
        area="England",
    ),
    planned(
        "agreed in the future",
        "F2",
        "agreed_in_future",
        "Agreed on must be no later than today, 1 June 2025, got: 1 September 2025",
        agreed_on=date(2025, 9, 1),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


@pytest.mark.parametrize("changes", [{}, {"area": "canterbury"}, {"planned": 0}, {"quarter": "2025-26 Q4"}])
def test_a_planned_value_is_no_finding(changes):
    assert Row("planned", with_rows("Trajectory", row("Trajectory", **changes)), ()).found == ()


@pytest.mark.parametrize("name", ["kpi", "quarter", "planned", "basis", "agreed_on"])
def test_no_row_does_without_any_of_these(name):
    found = Row("blank", with_rows("Trajectory", row("Trajectory", **{name: None})), ()).found
    assert [rule for rule, *_ in found] == ["needed_answer_missing"]


def test_a_row_about_another_workstreams_kpi_is_asked_about():
    found = Row("other", with_rows("Trajectory", row("Trajectory", kpi="tribunal_appeal_rate")), ()).found
    assert [rule for rule, *_ in found] == ["row_of_another_workstream"]
