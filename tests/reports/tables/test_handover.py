from reports.tables.handover import fates_table
from tests.reports.cells import texts, values
from tests.reports.progress.test_handover import fates


def test_what_nobody_says_stands_first_and_what_is_proved_last():
    told = texts(fates_table(fates()))
    assert [row["Ref"] for row in told] == ["WSOA-6", "WSOA-7", "WSOA-3", "WSOA-5", "WSOA-4", "WSOA-2", "WSOA-1"]
    assert told[3]["What became of the action"] == "carried on in APP-6.02 and APP-6.03"
    assert values(fates_table(fates()))[3]["What became of the action"] == "carried on"
    assert told[-1]["Done or expected"] == "1 March 2021"
    assert fates_table(fates()).caption == "What became of every action of the Written Statement of Action"
