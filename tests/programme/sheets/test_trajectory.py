from datetime import date

from programme.areas import area_named
from programme.quarter import Quarter
from programme.sheets.trajectory import TRAJECTORY, planned_points_in
from tests.programme.rows import rows

TYPED = {
    "KPI": "plans_within_20_weeks",
    "Area": "ashford",
    "Quarter": "2025-26 Q4",
    "Planned value": "0",
    "Basis": "Recovery plan",
    "Agreed on": "20 January 2025",
}


def test_a_planned_value_is_read_with_its_area_quarter_basis_and_day():
    (point,) = planned_points_in(rows("Trajectory", TYPED))
    assert (point.kpi, point.area, point.quarter) == ("plans_within_20_weeks", area_named("Ashford"), Quarter(2025, 4))
    assert (point.planned, point.basis, point.agreed_on) == (0, "Recovery plan", date(2025, 1, 20))


def test_without_an_area_it_is_the_whole_and_without_anything_else_it_is_no_plan():
    (point,) = planned_points_in(rows("Trajectory", TYPED | {"Area": ""}))
    assert point.area is None
    for heading in ("KPI", "Quarter", "Planned value", "Basis", "Agreed on"):
        assert planned_points_in(rows("Trajectory", TYPED | {heading: ""})) == []


def test_its_columns_stand_as_the_form_has_them():
    assert TRAJECTORY.headings == ("KPI", "Area", "Quarter", "Planned value", "Basis", "Agreed on")
    assert not TRAJECTORY.quarterly
