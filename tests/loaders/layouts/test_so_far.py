from loaders.layouts.layout import Layout
from loaders.layouts.so_far import Taking
from loaders.reading.workbook import Workbook
from programme.finding import Finding, Severity


def test_what_is_said_twice_is_kept_once_and_names_left_out_are_counted():
    taking = Taking(Workbook("x.xlsx", "", ()), Layout("L"), None)
    taking.error("a_rule", "Sheet1", "A1", "It must be so.")
    taking.error("a_rule", "Sheet1", "A1", "It must be so.")
    taking.query("another", "Sheet1", "A2", "Is it so?")
    taking.leave("Sheet1", "Narnia")
    taking.leave("Sheet1", "Narnia")
    assert taking.findings == [
        Finding("a_rule", Severity.ERROR, "Sheet1", "A1", "It must be so."),
        Finding("another", Severity.QUERY, "Sheet1", "A2", "Is it so?"),
    ]
    assert taking.strange == {"Sheet1": {"Narnia": 2}}
