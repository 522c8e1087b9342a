from streamlit.testing.v1 import AppTest

from tests.pages.looking import words

IN_BLOCKS = [["Ashford", "Q1 2024/25"], ["Issued", 3], ["Narnia"], ["Issued", 9], ["Dover"], ["Issued", 1]]


def learning(rows, first):
    def script(rows, first):
        import streamlit as st

        from loaders.naming import naming
        from pages.parts.data.file_at_hand import HandedIn
        from pages.parts.data.learning_figures import figures_learnt
        from pages.parts.data.pointed import Pointing
        from tests.loaders.layouts.conftest import book_of, sheet_typed

        pointing = Pointing(HandedIn("x.xlsx", b""), book_of(sheet_typed(rows)), naming(), "figures", "Sheet1", first, "")
        st.session_state["layout"] = figures_learnt(pointing)

    return AppTest.from_function(script, kwargs={"rows": rows, "first": first}).run()


def box(boxes, label):
    return next(each for each in boxes if each.label == label)


def test_of_reported_values_it_is_asked_why_readers_may_see_them():
    app = learning([["Board, Q3 2024/25"], ["Area", "On time"], ["Kent", 41]], "B3")
    assert app.session_state["layout"] is None
    box(app.selectbox, "What are they?").set_value("plans_issued").run()
    assert (app.session_state["layout"].kind, len(app.checkbox)) == ("count", 0)
    box(app.selectbox, "What are they?").set_value("plans_within_20_weeks").run()
    assert app.session_state["layout"].smallest_base == 0
    for each in app.checkbox:
        each.set_value(True)
    layout = app.run().session_state["layout"]
    assert (layout.kind, layout.published, layout.smallest_base, layout.period) == ("reported", True, 5, "title")


def test_the_place_of_the_period_may_be_said_to_be_another():
    app = learning([["Board, Q3 2024/25"], ["Area", "Issued"], ["Kent", 41]], "B3")
    box(app.selectbox, "What are they?").set_value("plans_issued").run()
    place = box(app.selectbox, "What says which period it is about?")
    assert place.options == ["its title: 2024/25 Q3", "nothing: whoever hands it in is asked"]
    place.set_value("asked").run()
    assert app.session_state["layout"].period == "asked"
    box(app.text_input, "Which quarter or month is this one about?").set_value("spring").run()
    assert [each.value for each in app.warning] == ["It must be written like 2024/25 Q3 or January 2025."]


def test_the_cell_that_opens_their_block_makes_a_layout_of_all_blocks():
    app = learning(IN_BLOCKS, "B2")
    box(app.text_input, "If a heading opens the block in which they stand: its cell").set_value("A1")
    box(app.selectbox, "What are they?").set_value("plans_issued").run()
    layout = app.session_state["layout"]
    assert (layout.area, layout.blocks) == ("block", {"Ashford": "Ashford", "Dover": "Dover"})
    assert "A block is opened by Ashford and Dover. Nothing is taken under Narnia." in words(app)
