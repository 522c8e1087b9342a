"""The analyst's way with a file of somebody else's: what it looks like, another layout, a period that is asked, learning."""

from dataclasses import replace

import openpyxl
import pytest

from loaders.layouts.layout import Layout, layout_text
from pages.parts.data.file_at_hand import HandedIn
from pages.parts.data.reading_as import how_read
from store.returns.facts import facts
from store.returns.layouts import keep_layout, layout_of_version, layouts_kept, withdraw_layout
from tests import factories
from tests.accepting import by
from tests.pages.looking import go, table, words
from tests.pages.parts.data.test_handed_in import another_window
from tests.pages.test_data import box, drop, newest, press

LAYOUT = Layout("Board figures", headings={"Plans": "plans_issued"}, rows={"Kent": "Kent"})


def sent(title="Plans, Q2 2019/20", figure=41, heading="Plans", final=None):
    """A file of the board; with a `final` figure it has a second sheet of the same words."""
    book = openpyxl.Workbook()
    book.active.title = "Board"
    for sheet, of_kent in [(book.active, figure)] + ([(book.create_sheet("Final"), final)] if final else []):
        for line in ([title], [], ["Area", heading, "Seen by"], ["Kent", of_kent, "x"], ["Ashford", 5, "y"]):
            sheet.append(line)
    return factories.saved(book)


@pytest.fixture
def known(own_app):
    from pages.parts.view import database

    keep_layout(database(), LAYOUT.name, layout_text(LAYOUT), by("A. Nalyst", "every quarter"))
    go(own_app, "upload")
    return own_app


def database():
    from pages.parts.view import database as opened

    return opened()


def accept(app):
    for each in app.text_input:
        if each.label.startswith(("Reason", "One reason")):
            each.set_value("as the board had it")
    [each for each in app.text_input if each.label == "Your name or role"][-1].set_value("A. Nalyst")
    why = "Why is this return made? (for a correction: what was wrong)"
    box(app.text_input, why).set_value("the board's own figures")
    press(app, "Accept the return")


def test_a_file_that_is_known_says_what_it_looks_like_and_is_accepted_as_it_is(known):
    drop(known, sent(), "board.xlsx")
    assert "This looks like Board figures (1 of 1 table, 100% of its words); period 2019/20 Q2: is that right?" in words(
        known
    )
    read = table(known)
    assert read.iloc[0].tolist() == ["41", "Board!B4", "2019/20 Q2", "Plans issued, excluding exceptions", "Kent"]
    accept(known)
    accepted = newest()
    assert accepted.file_name == "board.xlsx"
    assert layout_of_version(database(), accepted.number).name == "Board figures"
    (figure,) = [each for each in facts(database()).values() if each.source.version == accepted.number]
    assert (figure.value, str(figure.source)) == (41, "Board!B4")


def test_a_period_that_the_file_does_not_say_is_asked_and_taken(known):
    drop(known, sent(title="Plans"), "board.xlsx")
    assert "Board must say which period it is about, got: none that is said." in words(known)
    box(known.text_input, "Which quarter or month is it about?").set_value("spring").run()
    assert [warning.value for warning in known.warning][-1:] == ["It must be written like 2024/25 Q3 or January 2025."]
    box(known.text_input, "Which quarter or month is it about?").set_value("Q2 2019/20").run()
    assert "period 2019/20 Q2: is that right?" in words(known)


def anew(app):
    """Another window of the same person, on the same draft."""
    other = another_window(app)
    go(other, "upload", draft=app.query_params["draft"])
    return other


def test_of_two_sheets_the_one_that_is_meant_is_chosen_and_stays_chosen_in_its_draft_and_its_version(known):
    drop(known, sent(title="Plans", final=43), "board.xlsx")
    assert "Only one sheet must have the headings of Board figures, got: Board, Final." in words(known)
    assert box(known.selectbox, "Which sheet is meant?").value is None
    box(known.selectbox, "Which sheet is meant?").set_value("Final").run()
    box(known.text_input, "Which quarter or month is it about?").set_value("Q2 2019/20").run()
    assert table(known)["From cell"].tolist() == ["Final!B4"]
    other = anew(known)
    assert (box(other.selectbox, "Which sheet is meant?").value, table(other)["Figure"].tolist()) == ("Final", ["43"])
    assert "period 2019/20 Q2: is that right?" in words(other)
    drop(other, sent(title="Plans", final=44), "board.xlsx")
    assert table(other)["Figure"].tolist() == ["44"], "what takes its place is read as it was"
    accept(other)
    assert 'sheets = { "" = "Final" }' in layout_of_version(database(), newest().number).layout


def test_of_two_layouts_that_fit_alike_one_is_chosen_and_the_file_is_a_draft_from_then_on(known):
    twin = replace(LAYOUT, name="Twin figures", headings={"Plans": "requests_received"})
    keep_layout(database(), twin.name, layout_text(twin), by("A. Nalyst", "the same, of another measure"))
    drop(known, sent(), "board.xlsx")
    assert "This looks like Board figures and like Twin figures (100% of the words of each): choose which it is." in words(
        known
    )
    reads = box(known.selectbox, "Read it as")
    assert (reads.value, reads.options[:2], "draft" in known.query_params) == (
        None,
        ["Board figures", "Twin figures"],
        False,
    )
    reads.set_value("Twin figures").run()
    assert "This looks like Twin figures (1 of 1 table, 100% of its words); period 2019/20 Q2: is that right?" in words(
        known
    )
    assert "board.xlsx is kept as your draft" in words(known)
    withdraw_layout(database(), 3, by("A. Nalyst", "it was a mistake"))
    other = anew(known)
    assert [each.value for each in other.warning] == [
        "This file was to be read as Twin figures, which was withdrawn since: it is read by what it looks like. Choose "
        "again."
    ]
    assert box(other.selectbox, "Read it as").value == "Board figures"


def test_a_kind_of_file_is_learnt_by_pointing_once(known):
    drop(known, sent(heading="Plans the team issued", title="Plans, Q2 2019/20"), "team.xlsx")
    assert "Nothing here knows this kind of file." in words(known)
    known.toggle[-1].set_value(True).run()
    assert known.dataframe[0].value["B"].tolist()[:4] == ["", "", "Plans the team issued", "41"]
    box(known.text_input, "First figure, like C7").set_value("B4")
    box(known.text_input, "Last figure").set_value("B5")
    box(known.selectbox, "What are they?").set_value("plans_issued").run()
    assert table(known)["From cell"].tolist() == ["Board!B4", "Board!B5"]
    box(known.text_input, "What is this kind of file called?").set_value("Team figures")
    box(known.text_input, "Whose is it, and why is it read?").set_value("the team sends it every quarter")
    box(known.text_input[::-1], "Your name or role").set_value("A. Nalyst")
    press(known, "Keep it, and read the file with it")
    assert [each.name for each in layouts_kept(database())][1:] == ["Board figures", "Team figures"]
    assert "This looks like Team figures (1 of 1 table, 100% of its words); period 2019/20 Q2: is that right?" in words(
        known
    )
    assert box(known.selectbox, "Read it as").value == "Team figures"


def test_without_a_choice_a_file_is_read_by_what_it_looks_like(known):
    how = how_read(HandedIn("board.xlsx", b""))
    assert (how.layout, how.asked, how.layouts[0].name) == (None, None, "Board figures")
