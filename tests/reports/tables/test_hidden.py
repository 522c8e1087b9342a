from datetime import UTC, datetime

from programme.hidden import Asking, Decided, Item, Ruling, WhyHidden
from programme.quarter import Quarter
from reports.tables.hidden import asked_table, hiding_table
from tests.reports.cells import missing, texts

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
ITEM = Item("permanent_exclusions_send", "E07000105", Quarter(2024, 3), 1)
GRANTED = Asking(1, ITEM, DAY, "Ann", "in print", "a@x", Ruling(True, DAY, "Bo", "page 12", "b@y"))


def test_each_says_who_asked_why_and_what_was_said_to_it():
    open_one = Asking(2, ITEM._replace(span=4), DAY, "Ann", "asked by the board")
    first, second = texts(asked_table([GRANTED, open_one]))
    assert (second["Figure"], second["Area"], second["Quarter"]) == (
        *("Permanent exclusions of pupils with SEND", "Ashford", "2024/25 Q3"),
    )
    assert (second["Why"], second["Answer"], second["Why so"]) == ("in print", "granted", "page 12")
    assert second["Asked"].endswith("by Ann (a@x)") and second["Answered"].endswith("by Bo (b@y)")
    assert (first["Number"], first["Quarter"], first["Answer"]) == ("2", "4 quarters to 2024/25 Q3", "open")
    assert missing(asked_table([open_one]))[0]["Answered"] == "not yet"


def test_what_readers_would_not_see_says_why():
    first, second = texts(
        hiding_table(Decided(2, {ITEM: WhyHidden.SMALL, ITEM._replace(area="E07000106"): WhyHidden.BESIDE}))
    )
    assert (first["Area"], first["Quarter"], first["Why"]) == ("Ashford", "2024/25 Q3", "a count of 1 to 4")
    assert (second["Area"], second["Why"]) == ("Canterbury", "it would narrow a count of 1 to 4")
