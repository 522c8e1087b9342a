from datetime import date

from programme.sheets.handovers import handovers_in
from tests.programme.rows import rows


def test_what_became_of_an_action_is_read_with_all_that_carry_it_on():
    carried, stopped = handovers_in(
        rows(
            "Closed actions",
            {
                "Ref": "WSOA-3.13",
                "What became of it": "Carried on",
                "Carried on in": "APP-6.03, app-6.16",
                "Date": "3 April 2023",
            },
            {"Ref": "WSOA-1.09", "What became of it": "stopped", "Reason": "Nobody read it"},
        )
    )
    assert (carried.became, carried.into, carried.day) == ("carried on", ("APP-6.03", "APP-6.16"), date(2023, 4, 3))
    assert (stopped.became, stopped.into, stopped.reason) == ("stopped", (), "Nobody read it")


def test_a_row_that_does_not_say_what_became_of_it_is_left_out():
    assert handovers_in(rows("Closed actions", {"Ref": "WSOA-3.13"}, {"What became of it": "stopped"})) == []
