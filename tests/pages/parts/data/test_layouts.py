"""The layouts on the page: all of them to look at, one taken back, and the one that a version was read with."""

import pytest

from loaders.layouts.layout import Layout, layout_text
from loaders.layouts.recognised import ByLayout
from loaders.pipeline import load
from store.returns.layouts import keep_layout
from tests.accepting import by
from tests.factories import read_here
from tests.pages.looking import go, look_as, markup, table, unfold, words
from tests.pages.parts.data.test_reading_as import sent
from tests.pages.test_data import box, press

LAYOUT = Layout("Board figures", headings={"Plans": "plans_issued"}, rows={"Kent": "Kent"})


@pytest.fixture
def known(own_app):
    """The demonstration with a layout that somebody made."""
    from pages.parts.view import database

    keep_layout(database(), LAYOUT.name, layout_text(LAYOUT), by("A. Nalyst", "every quarter"))
    return own_app


def accepted_by_a_layout():
    """A version that the layout read, of the sheet that was meant."""
    from pages.parts.view import database

    how, reasons = ByLayout(layout=LAYOUT, sheets={"": "Final"}), "as the board had it"
    loaded = load(
        database(), sent(final=43), "board.xlsx", by("A. Nalyst", "their own", reasons=reasons), read=read_here, how=how
    )
    assert loaded.version, loaded.refusal


def test_layouts_are_listed_looked_at_and_taken_back_and_a_version_says_which_it_was_read_with(known):
    accepted_by_a_layout()
    go(known, "returns")
    told = "It was read with the layout Board figures, of its sheet Final. "
    assert told + "Files are read with it today as well." in words(known)
    assert "The layout, as it was then" in [each.label for each in known.expander]
    assert "sheets = { &#34;&#34; = &#34;Final&#34; }" in markup(known)

    unfold(go(known, "upload"), "Kinds of spreadsheets that are known: 4 layouts")
    assert table(known, -1)["Layout"].tolist() == [
        "Board figures",
        "Board scorecard",
        "NHS community health",
        "SEND tribunals",
    ]
    box(known.selectbox, "Look at a layout").set_value("Board figures (number 2)").run()
    assert " ".join(layout_text(LAYOUT).split()) in words(known)
    press(known, "Take the layout back")
    assert [each.value for each in known.error][-1] == (
        "It must be said which layout is taken back, got: nothing. Nothing was changed."
    )
    box(known.selectbox, "Take a layout back").set_value(2)
    box(known.text_input, "Why is nothing to be read with it any more?").set_value("another form came")
    [each for each in known.text_input if each.label == "Your name or role"][-1].set_value("Bo")
    press(known, "Take the layout back")
    assert "Nothing is read with Board figures (number 2) any more. What was read with it stays as it is." in words(known)
    assert table(known, -1)["Withdrawn"].tolist()[-1].endswith(": another form came")
    assert "Nothing is read with it today." in words(go(known, "returns"))
    assert told not in words(look_as(known, "reader", "returns"))
