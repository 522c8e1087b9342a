"""A list of somebody else's is learnt on the page, and its rows stand where ours do."""

import openpyxl
import pytest

from store.returns.layouts import layouts_kept
from tests import factories
from tests.loaders.layouts.conftest import FOREIGN, NOT_HERE
from tests.pages.looking import go, tables, words
from tests.pages.test_data import box, drop, newest, press

REGISTER = FOREIGN / "risk_register_example.xlsx"
LOG = [["Log, Q4 2024/25"], ["No", "What we do", "RAG"], ["A1", "Recruit", "Green - on track"], ["A2", "Train", "Complete"]]


def database():
    from pages.parts.view import database as opened

    return opened()


def learn(app, content, name):
    go(app, "upload")
    drop(app, content, name)
    next(each for each in app.toggle if each.label == "Shall I learn it?").set_value(True).run()


def keep(app, name):
    box(app.text_input, "What is this kind of file called?").set_value(name)
    box(app.text_input, "Whose is it, and why is it read?").set_value("the team sends it every quarter")
    box(app.text_input[::-1], "Your name or role").set_value("A. Nalyst")
    press(app, "Keep it, and read the file with it")


def test_a_log_of_actions_is_pointed_at_its_headings_named_and_its_answers_asked(own_app):
    book = openpyxl.Workbook()
    book.active.title = "Log"
    for line in LOG:
        book.active.append(line)
    learn(own_app, factories.saved(book), "log.xlsx")
    own_app.radio[0].set_value("Actions").run()
    box(own_app.text_input, "First heading, like B4").set_value("A2").run()
    box(own_app.selectbox, "“What we do” is our").set_value("Action").run()
    assert box(own_app.selectbox, "“RAG” is our").value == "Status"
    assert box(own_app.selectbox, "What says which period it is about?").value == "title"
    box(own_app.selectbox, "“Complete” means").set_value("Blue").run()
    assert tables(own_app)[0].values.tolist() == [["3", "A1", "Recruit", "Green"], ["4", "A2", "Train", "Blue"]]
    keep(own_app, "Action log")
    assert [each.name for each in layouts_kept(database())] == ["Board scorecard", "Action log"]
    assert "This looks like Action log (1 of 1 table, 100% of its words): is that right?" in words(own_app)
    assert tables(own_app)[0].columns.tolist() == ["From row", "Ref", "Action", "Status"]
    assert "A2: Actual must be given, because it is Blue, got: nothing" in words(own_app)


@pytest.mark.skipif(not REGISTER.exists(), reason=NOT_HERE)
def test_a_real_register_of_risks_is_learnt_accepted_and_stands_in_the_plan(own_app):
    learn(own_app, REGISTER.read_bytes(), REGISTER.name)
    assert own_app.radio[0].value == "Risks"
    box(own_app.text_input, "Which quarter or month is this one about?").set_value("Q3 2024/25").run()
    box(own_app.selectbox, "Whose list is it?").set_value("NHS Kent and Medway")
    keep(own_app, "Risk register")
    box(own_app.text_input, "Reason for Risks").set_value("left blank by the sender")
    box(own_app.text_input[::-1], "Your name or role").set_value("A. Nalyst")
    why = box(own_app.text_input, "Why is this return made? (for a correction: what was wrong)")
    why.set_value("their own register").run()
    press(own_app, "Accept the return")
    assert newest().file_name == REGISTER.name
    go(own_app, "risks", quarter="2024/25 Q3")
    told = words(own_app)
    assert "Cannot procure" in told and "10 (5 × 2), medium" in told
