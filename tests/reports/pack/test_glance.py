from programme.areas import KENT
from programme.workstreams import weaknesses
from reports.pack.glance import glance_table, measured_table
from reports.progress.overview import overview
from reports.progress.standing import standings
from tests.reports.cells import texts, values
from tests.reports.pack.conftest import QUARTER


def test_each_weakness_has_a_row_with_evidence_ratings_actions_and_the_lead_s_word(shown):
    table = glance_table(standings(shown[0], KENT, QUARTER, tuple(weaknesses().values())))
    assert texts(table)[6] == {
        "No": "7",
        "Weakness": "Governance",
        "Evidence since the revisit": "↗ improving",
        "Better": "3",
        "Worse": "0",
        "Red": "2",
        "Amber": "1",
        "Green": "3",
        "Not rated": "0",
        "Actions": "13",
        "Done": "9",
        "Late": "2",
        "The lead says": "Sufficient ≠",
    }
    assert [row["Late"] for row in values(table)] == [5, 8, 2, 7, 8, 6, 2, 10, 7]


def test_a_measure_has_its_figure_target_rating_and_direction(shown):
    table = measured_table(overview(shown[0], KENT, QUARTER).judged, "All")
    (found,) = (each for each in texts(table) if each["Measure"] == "Plans issued within 20 weeks")
    assert found == {
        "Measure": "Plans issued within 20 weeks",
        "Covers": "October to December 2024",
        "Figure": "58.5%",
        "Target": "at least 80.0%",
        "Rating": "◆ Amber",
        "Direction": "→ no real change since 2024/25 Q2",
    }
    assert len(table.rows) == 87
