from disclosure.rule import Number
from programme.areas import KENT
from reports.pack.measures import definition_of, grid_table
from reports.progress.overview import overview
from reports.sentences.kpi import kpi_headline, kpi_sentence
from tests.reports.cells import missing, texts, values
from tests.reports.lines import line_of, plans
from tests.reports.pack.conftest import QUARTER


def test_a_grid_has_a_column_for_each_year_and_says_why_nothing_stands_in_it():
    table = grid_table(line_of(plans([41.5, None, 40, 60]), quarters=4))
    assert table.caption == "Plans within 20 weeks, %"
    assert texts(table) == [
        {"Quarter": "Q1", "2023/24": "", "2024/25": "–"},
        {"Quarter": "Q2", "2023/24": "", "2024/25": "40.0"},
        {"Quarter": "Q3", "2023/24": "", "2024/25": "60.0"},
        {"Quarter": "Q4", "2023/24": "41.5", "2024/25": ""},
    ]
    assert values(table)[1]["2024/25"] == 40
    assert missing(table)[0] == {"2024/25": "not returned"}
    assert table.notes == ("–: no figure; the workbook gives each reason.",)


def test_every_measure_says_what_its_page_says(pack, shown):
    judged = {each.line.kpi.id: each for each in overview(shown[0], KENT, QUARTER).judged}
    assert [each.id for each in pack.measures] == list(judged)
    for each in pack.measures:
        about = judged[each.id]
        assert each.headline.endswith(kpi_headline(about))
        assert each.sentence == kpi_sentence(about)
        assert len(each.table.rows) == len(about.line.readings)
        seen = [reading.shown.value for reading in about.line.readings if isinstance(reading.shown, Number)]
        in_grid = sorted(cell.value for row in each.grid.rows for cell in row[1:] if cell.value is not None)
        assert in_grid == sorted(seen)


def test_the_alternative_of_a_chart_says_the_finding_first(pack):
    found = next(each for each in pack.measures if each.id == "plans_within_20_weeks")
    assert found.alternative.startswith("Plans issued within 20 weeks: 58.5%, target missed but floor met, ")
    assert found.alternative.endswith(found.chart.alternative)


def test_companions_go_with_a_measure(pack):
    found = next(each for each in pack.measures if each.id == "plans_within_20_weeks")
    assert found.companions[0].startswith("Assessments open for more than 20 weeks: 139, target met")
    assert len(found.companions) == 3


def test_a_definition_says_what_is_counted_over_what():
    assert definition_of("plans_within_20_weeks").count(" / ") == 1
