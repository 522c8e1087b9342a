from streamlit.testing.v1 import AppTest

FORM = [["Area", "Kent", "Quarter", "Q3 2024/25"], ["Requests received", 53], ["Issued", 41], ["Staff", 9]]


def learning(rows, first, last):
    def script(rows, first, last):
        import streamlit as st

        from loaders.naming import naming
        from pages.parts.data.file_at_hand import HandedIn
        from pages.parts.data.learning_labels import labels_learnt
        from pages.parts.data.pointed import Pointing
        from tests.loaders.layouts.conftest import book_of, sheet_typed

        pointing = Pointing(HandedIn("x.xlsx", b""), book_of(sheet_typed(rows)), naming(), "labels", "Sheet1", first, last)
        st.session_state["layout"] = labels_learnt(pointing)

    return AppTest.from_function(script, kwargs={"rows": rows, "first": first, "last": last}).run()


def test_each_figure_is_listed_with_its_label_and_area_and_period_are_proposed():
    app = learning(FORM, "B2", "B4")
    assert [(each.label, each.value) for each in app.selectbox] == [
        ("“Requests received”: 53 in B2 is", "requests_received"),
        ("“Issued”: 41 in B3 is", ""),
        ("“Staff”: 9 in B4 is", ""),
        ("Of which area?", "beside Area"),
        ("What says which period it is about?", "beside Quarter"),
    ]
    assert app.selectbox[3].options[0] == "Kent, as the file says beside “Area”"
    assert app.selectbox[4].options[0] == "beside “Quarter”: 2024/25 Q3"
    app.selectbox[1].set_value("plans_issued").run()
    layout = app.session_state["layout"]
    assert layout.rows == {"Requests received": "requests_received", "Issued": "plans_issued"}
    assert (layout.value, layout.area, layout.period) == ("beside", "beside Area", "beside Quarter")


def test_an_area_that_the_file_does_not_say_is_asked_and_nothing_is_learnt_before_anybody_points():
    app = learning(FORM[1:], "B1", "")
    assert app.session_state["layout"] is None
    app.selectbox[-1].set_value("= Kent").run()
    assert (app.session_state["layout"].area, app.session_state["layout"].period) == ("= Kent", "asked")
    assert learning(FORM, "", "").session_state["layout"] is None
