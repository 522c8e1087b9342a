from datetime import UTC, datetime

from programme.access import TakenBack
from programme.kept_layouts import KeptLayout, layouts_standing

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
BACK = TakenBack(DAY, "A. Lead", "lead@desk-3", "it is another form now")


def kept(number, name, withdrawal=None):
    return KeptLayout(number, name, f'name = "{name}"\n', DAY, "A. Nalyst", "", "every month", withdrawal)


def test_of_each_name_the_newest_that_nobody_took_back_stands():
    known = [kept(1, "B"), kept(2, "A"), kept(3, "B"), kept(4, "B", BACK), kept(5, "C", BACK)]
    assert [each.number for each in layouts_standing(known)] == [2, 3]


def test_who_did_it_is_said_with_the_account_where_they_differ():
    assert (kept(1, "A").doer, BACK.doer) == ("A. Nalyst", "A. Lead (lead@desk-3)")
