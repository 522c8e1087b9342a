from streamlit.testing.v1 import AppTest

from tests.pages.looking import unmarked


def asked(*figures, title="Q3 2024/25"):
    def script(figures, title):
        import streamlit as st

        from loaders.layouts.layout import Layout
        from loaders.layouts.taking import taken
        from loaders.naming import naming
        from pages.parts.data.file_at_hand import HandedIn
        from pages.parts.data.learning_doubts import doubts_settled
        from pages.parts.data.pointed import Pointing
        from tests.loaders.layouts.conftest import book_of, sheet_typed

        names = ("plans_within_20_weeks", "complaints_answered_in_time")
        rows = [[title], ["", "Share"], *([name, each] for name, each in zip(names, figures, strict=False))]
        workbook = book_of(sheet_typed(rows))
        layout = Layout("Shares", "row", "= Kent", kind="reported", headings={"Share": ""})
        pointing = Pointing(HandedIn("x.xlsx", b""), workbook, naming(), "figures", "Sheet1", "B3", "")
        st.session_state["layout"] = doubts_settled(pointing, layout, taken(workbook, layout))

    return AppTest.from_function(script, kwargs={"figures": figures, "title": title}).run()


def test_a_share_of_1_and_a_nought_are_asked_about():
    app = asked(0.415, 0)
    assert unmarked(app.radio[0].label) == "0.415 stands in B3: is that 41.5%?"
    assert app.session_state["layout"] is None
    app.radio[0].set_value("yes").run()
    assert app.selectbox[0].label == "What does 0 mean, as in B4?"
    app.selectbox[0].set_value("blank").run()
    assert (app.session_state["layout"].unit, app.session_state["layout"].zero) == ("0-1", "blank")


def test_of_plain_percentages_nothing_is_asked():
    app = asked(41.5, 60)
    assert (len(app.radio), len(app.selectbox), app.session_state["layout"].unit) == (0, 0, "")


def test_thousands_are_asked_about():
    app = asked(41.5, 60, title="£000, Q3 2024/25")
    assert unmarked(app.radio[0].label) == "“£000, Q3 2024/25” stands in A1: does 1 there mean 1,000?"
    assert app.session_state["layout"] is None
    app.radio[0].set_value("yes").run()
    assert app.session_state["layout"].times == 1_000
