from reports.language.linked import leads
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


def test_an_action_that_goes_on_leads_to_those_it_goes_on_as():
    row = fates_table(fates()).rows[3]
    assert row[0].at == "WSOA-5"
    assert row[-1].linked == (
        "carried on",
        " in ",
        leads("APP-6.02", "actions", action="APP-6.02", at="APP-6.02"),
        " and ",
        leads("APP-6.03", "actions", action="APP-6.03", at="APP-6.03"),
    )
