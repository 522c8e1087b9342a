from disclosure.ties import Tie, group_of, ties, ties_of
from plumbing.reference import rows
from programme.measures import measures


def test_a_part_is_tied_to_the_measure_that_it_cannot_exceed():
    assert Tie("plans_issued", ("plans_issued_within_20_weeks",)) in ties()
    assert Tie("send_16_17", ("send_16_17_participating", "send_16_17_not_known")) in ties()


def test_measures_of_nobody_are_not_tied():
    assert not any("schools" in (tie.whole, *tie.parts) for tie in ties())


def test_the_ties_of_a_measure_are_those_it_is_a_part_or_a_whole_of():
    assert {tie.whole for tie in ties_of()["plans_in_mainstream"]} == {"plans_in_place"}
    assert ties_of()["plans_issued"] == (Tie("plans_issued", ("plans_issued_within_20_weeks",)),)


def test_a_group_is_everything_that_hangs_together():
    assert group_of("plans_issued_within_20_weeks") == {
        *("plans_issued", "plans_issued_within_20_weeks", "plans_issued_all", "plans_issued_over_52_weeks")
    }
    assert group_of("permanent_exclusions_send") == {"permanent_exclusions_send"}


def test_every_tie_of_the_file_names_measures_and_says_why():
    for row in rows("ties"):
        assert {row["whole"], *row["parts"].split(";")} <= set(measures())
        assert row["because"]
        assert len({measures()[name].period for name in (row["whole"], *row["parts"].split(";"))} - {"at quarter end"}) <= 1
