from reports.progress.heat import heat_of_kpis
from reports.tables.heat import heat_table
from tests.reports.lines import NOW, line_of, plans


def test_a_map_reads_as_a_table():
    heat = heat_of_kpis([line_of(plans([30, None, 70]), quarters=3)], NOW.last(3))
    assert heat_table(heat).iloc[0].tolist() == [
        "Plans issued within 20 weeks",
        "red, 30.0%",
        "no figure: not returned",
        "green, 70.0%",
    ]
