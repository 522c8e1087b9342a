"""The analyst's way with a file of somebody else's: what it looks like, another layout, a period that is asked, learning."""

import openpyxl
import pytest

from loaders.layouts.layout import Layout, layout_text
from pages.parts.data.reading_as import how_read
from store.returns.facts import facts
from store.returns.layouts import keep_layout, layout_of_version, layouts_kept
from tests import factories
from tests.accepting import by
from tests.pages.looking import go, table, words
from tests.pages.test_data import box, drop, newest, press

LAYOUT = Layout("Board figures", headings={"Plans": "plans_issued"}, rows={"Kent": "Kent"})


def sent(title="Plans, Q2 2019/20", figure=41, heading="Plans"):
    book = openpyxl.Workbook()
    book.active.title = "Board"
    for line in ([title], [], ["Area", heading, "Seen by"], ["Kent", figure, "x"], ["Ashford", 5, "y"]):
        book.active.append(line)
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


def test_a_file_that_is_known_says_what_it_looks_like_and_is_accepted_as_it_is(known):
    drop(known, sent(), "board.xlsx")
    assert "This looks like Board figures (1 of 1 table, 100% of its words); period 2019/20 Q2: is that right?" in words(
        known
    )
    read = table(known)
    assert read.iloc[0].tolist() == ["41", "Board!B4", "2019/20 Q2", "Plans issued, excluding exceptions", "Kent"]
    for each in known.text_input:
        if each.label.startswith(("Reason", "One reason")):
            each.set_value("as the board had it")
    [each for each in known.text_input if each.label == "Your name or role"][-1].set_value("A. Nalyst")
    box(known.text_input, "Why is this return made? (for a correction: what was wrong)").set_value(
        "the board's own figures"
    ).run()
    press(known, "Accept the return")
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
    box(known.text_input[::-1], "Your name or role").set_value("A. Nalyst").run()
    press(known, "Keep it, and read the file with it")
    assert [each.name for each in layouts_kept(database())] == ["Board figures", "Team figures"]
    assert "This looks like Team figures (1 of 1 table, 100% of its words); period 2019/20 Q2: is that right?" in words(
        known
    )


def test_without_a_choice_a_file_is_read_by_what_it_looks_like(known):
    how = how_read("0" * 64)
    assert (how.layout, how.asked, how.layouts[0].name) == (None, None, "Board figures")
