from reports.sentences.before_after import CAUTION
from reports.tables.before_after import before_after_table
from tests.reports.cells import texts
from tests.reports.progress.test_before_after import around


def test_nobody_reads_cause_into_it():
    table = before_after_table([around([30, 32, 34, 36, 50, 60, 62])])
    (row,) = texts(table)
    said = " ".join([table.caption, *table.notes, *row, *row.values()]).casefold()
    assert CAUTION.casefold() in said
    assert "does not show what brought it about" in said
    assert [word for word in ("because", "led to", "effect", "thanks to", "due to", "impact") if word in said] == []
