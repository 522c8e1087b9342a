import pytest

from tests.pages.looking import go, look_as, markup, offered, tables, unfold, words

QUARTER = "2024/25 Q3"


def tab(app, name, kpi="plans_within_20_weeks", **choices):
    return go(app, "kpi", kpi=kpi, tab=name, quarter=QUARTER, **choices)


def downloads(app):
    return [file.label for file in offered(app)]


def drawn(app):
    return [each.proto.alt for each in app.get("plotly_chart")]


def test_the_line_has_its_words_its_key_and_what_stood_before_and_after_each_event(app):
    tab(app, "Trend")
    assert len(drawn(app)) == 1
    assert drawn(app)[0].startswith("Plans issued within 20 weeks, Kent, by quarter: first 28.6% in 2019/20 Q1")
    assert downloads(app) == [
        "Chart as image (SVG): Plans issued within 20 weeks, Kent",
        "Table as CSV: Plans issued within 20 weeks, Kent",
    ]
    assert '<div class="key"><p>' in markup(app)
    assert "<h2>Before and after each event</h2>" not in markup(app)
    assert "<h2>Before and after each event</h2>" in markup(unfold(app, "Kent, quarter by quarter and around each event"))


def test_the_table_says_whose_figures_it_holds(app):
    tab(app, "Trend", area="Ashford")
    assert downloads(app) == [
        "Chart as image (SVG): Plans issued within 20 weeks, Ashford",
        "Table as CSV: Plans issued within 20 weeks, Ashford",
    ]
    assert len(tables(unfold(app, "Ashford, quarter by quarter and around each event"))[-2]) == 23


def test_a_kpi_that_is_not_collected_by_district_says_so(app):
    tab(app, "Places", kpi="board_attendance")
    assert "This KPI is not collected by district, only for Kent." in words(app)
    assert not drawn(app) and not downloads(app)


def test_the_districts_are_ranked_with_their_method(app):
    tab(app, "Places")
    assert len(drawn(app)) == 1
    assert '<p class="told quiet">' in markup(app)
    assert downloads(app) == [
        "Chart as image (SVG): Plans issued within 20 weeks, districts in 2024/25 Q3",
        "Table as CSV: Plans issued within 20 weeks, districts in 2024/25 Q3",
    ]


@pytest.mark.parametrize(("kpi", "charts"), [("plans_within_20_weeks", 1), ("plans_within_20_weeks_rolling_year", 0)])
def test_process_control_is_drawn_where_it_holds(app, kpi, charts):
    tab(app, "Reliability", kpi=kpi)
    assert [each.value for each in app.header][-2:] == ["Is it changing?", "Will it keep meeting the target?"]
    assert len(drawn(app)) == charts


def test_where_a_reader_may_see_no_figure_no_empty_chart_is_drawn(app):
    hidden = {"kpi": "permanent_exclusions_send", "area": "Ashford"}
    assert len(drawn(tab(app, "Trend", **hidden))) == 1
    next(box for box in app.selectbox if box.label == "Look as").set_value("reader").run()
    assert drawn(app) == []
    assert "c. Hidden so that no child can be recognised, directly or by subtraction." in words(app)


def test_the_sign_of_hidden_districts_is_explained_below_them(app):
    look_as(app, "reader", "measures")
    explained = "c: Hidden so that no child can be recognised, directly or by subtraction."
    assert explained not in words(app)  # in Kent as a whole nothing is hidden
    assert explained in words(go(app, "measures", area="Ashford"))
    assert explained in words(go(app, "weakness", weakness="2", area="Ashford"))
    go(app, "kpi", kpi="permanent_exclusions_send", tab="Places")
    assert "No district's figure can be shown" in words(app)
    assert "c: Hidden so that no child can be recognised, directly or by subtraction." in words(app)
