from datetime import UTC, datetime

from programme.access import TakenBack
from programme.aliases import AddedAlias, Alias, Thing
from reports.tables.aliases import aliases_table
from tests.reports.cells import texts

NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)


def test_each_name_has_its_row_newest_first():
    shepway = Alias(Thing.AREA, "E07000112", "Shepway")
    gone = TakenBack(NOON, "Bo", "", "the old name is gone")
    added = [AddedAlias(1, shepway, NOON, "Ann", "", "as before", gone), AddedAlias(2, shepway, NOON, "Ann", "", "")]
    newest, first = texts(aliases_table(added, lambda alias: f"the thing {alias.of}"))
    assert (newest["Number"], newest["Why"], newest["Withdrawn"]) == ("2", "no reason was given", "no")
    assert (first["Name"], first["Means the"], first["Called here"]) == ("Shepway", "area", "the thing E07000112")
    assert (first["By"], first["Why"]) == ("Ann", "as before")
    assert first["Withdrawn"] == "2 June 2025, Bo: the old name is gone"
