from programme.impact import Foreseen
from programme.quarter import Quarter
from reports.progress.word_changes import WordTurn, word_changes
from tests.programme.rows import rows

Q3 = Quarter(2024, 3)


def action(ref, **more):
    return {"Ref": ref, "Action": f"Do {ref}", "Workstream": "3"} | more


def typed(*returns):
    """The actions of some returns: for which workstreams each speaks, and its rows."""
    return {"Actions": tuple((frozenset(held), rows("Actions", *own)) for held, own in returns)}


def changes(before, after):
    found = word_changes(Foreseen((), 0, {}, {}, words_before=before, words_after=after))
    return [(each.row.ref, each.turn, [str(column) for column in each.columns]) for each in found]


def test_rows_come_change_and_go():
    before = typed(({3}, [action("A-1", Status="Green"), action("A-2"), action("A-3")]))
    after = typed(({3}, [action("A-1", Status="Red", Forecast="2025-06-30"), action("A-2"), action("A-4")]))
    assert changes(before, after) == [
        ("A-1", WordTurn.CHANGES, ["Forecast", "Status"]),
        ("A-4", WordTurn.COMES, []),
        ("A-3", WordTurn.GOES, []),
    ]


def test_the_same_words_from_another_cell_are_no_change():
    before = typed(({3}, [action("A-1"), action("A-2")]))
    assert changes(before, typed(({3}, [action("A-2"), action("A-1")]))) == []


def test_a_row_counts_as_its_newest_return_says_that_speaks_for_its_workstream():
    before = typed(({3}, [action("A-1", Status="Green")]))
    after = typed(({3}, [action("A-1", Status="Green")]), ({3}, [action("A-1", Status="Red")]))
    assert changes(before, after) == [("A-1", WordTurn.CHANGES, ["Status"])]
    assert changes(before, typed(((), [action("A-1")]))) == [("A-1", WordTurn.GOES, [])]


def test_rows_of_every_sheet_are_compared_each_sheet_by_itself():
    before = typed(({3}, [action("A-1")]))
    events = {"Events": ((frozenset({3}), rows("Events", {"Date": "2025-01-13", "Event": "Hub moves"}, quarter=None)),)}
    found = word_changes(Foreseen((), 0, {}, {}, words_before=before, words_after=events))
    assert [(each.sheet.name, each.turn, each.row.quarter) for each in found] == [
        ("Actions", WordTurn.GOES, Q3),
        ("Events", WordTurn.COMES, Quarter(2024, 4)),
    ]
