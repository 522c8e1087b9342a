from reports.sentences.heat import heat_of_kpis
from reports.tables.heat import heat_table
from tests.reports.cells import texts
from tests.reports.lines import NOW, line_of, plans


def test_a_map_reads_as_a_table():
    heat = heat_of_kpis([line_of(plans([30, None, 70]), quarters=3)], NOW.last(3))
    table = heat_table(heat)
    assert (table.caption, table.headings[-1]) == ("Rating in each quarter", "2024/25 Q3")
    assert list(texts(table)[0].values()) == [
        "Plans issued within 20 weeks",
        "red, 30.0%",
        "no figure: not returned",
        "green, 70.0%",
    ]
