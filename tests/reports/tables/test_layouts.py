from datetime import UTC, datetime

from programme.access import TakenBack
from programme.kept_layouts import KeptLayout, ListedLayout
from reports.tables.layouts import layouts_table
from tests.reports.cells import texts

NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)


def kept(number, withdrawal=None):
    return KeptLayout(number, "Board", "text", NOON, "Ann", "", "every month", withdrawal)


def test_each_layout_has_its_row_with_who_made_it_and_whether_it_stands():
    gone = kept(1, TakenBack(NOON, "Bo", "", "another form came"))
    listed = [ListedLayout("NHS", "Waiting lists", "text"), ListedLayout("Board", "brings Figures", "text", kept(3))]
    listed += [ListedLayout("Board", "", "text", each, stands=False) for each in (gone, kept(2))]
    shipped, standing, withdrawn, replaced = texts(layouts_table(listed))
    assert (shipped["Number"], shipped["By"], shipped["Withdrawn"]) == ("", "comes with WSoA Monitor", "no")
    assert (standing["Number"], standing["Reads"], standing["By"], standing["Why"], standing["Withdrawn"]) == (
        *("3", "brings Figures", "Ann", "every month", "no"),
    )
    assert (withdrawn["Reads"], withdrawn["Withdrawn"]) == ("nothing any more", "2 June 2025, Bo: another form came")
    assert replaced["Withdrawn"] == "no: another was kept under its name"
