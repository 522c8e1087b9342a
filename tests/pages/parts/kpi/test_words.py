from tests.pages.looking import go, markup, offered, tables, unmarked, words

QUARTER = "2024/25 Q3"


def tab(app, name, kpi="plans_within_20_weeks", **choices):
    return go(app, "kpi", kpi=kpi, tab=name, quarter=QUARTER, **choices)


def labels(app, kind):
    return [each.proto.label for each in app.get(kind)]


def test_what_nothing_can_be_held_against_says_so(app):
    tab(app, "Compared", kpi="board_attendance")
    told = "Nothing to hold this figure against was published for this area by the end of the quarter."
    assert told in words(app)
    assert not app.get("plotly_chart")


def test_each_set_of_neighbours_has_its_rank_in_bold_and_its_table(app):
    tab(app, "Compared")
    assert '<p class="told"><b>2025-05 set: Kent is ' in markup(app)
    opened = [each.label for each in app.expander]
    assert "The same figures as a table" in opened
    assert "The 2025-05 set as a table" in opened


def test_the_definition_is_a_list_of_facts_and_of_examples(app):
    tab(app, "Definition and source")
    page = markup(app)
    assert '<div class="told"><ul><li><b>Short name:</b> Plans within 20 weeks</li><li><b>Worked out as:</b> ' in page
    assert "<li><b>Checked by:</b> " in page
    assert "<p>Worked examples, which run as tests:</p><ul><li>" in page
    assert [unmarked(each.value)[:11] for each in app.warning][-1] == "Take care: "


def test_a_figure_that_is_not_there_has_no_cell_to_go_to(app):
    tab(app, "Definition and source", kpi="autism_first_appointment_after_13_weeks")
    assert "There is no cell to go to: not published (2024-12)." in words(app)
    assert not offered(app)


def test_a_figure_is_followed_to_its_cells_and_its_file(app):
    tab(app, "Definition and source")
    assert unmarked(app.header[0].value) == "Where 58.5% comes from"
    assert "Worked out as: " in words(app)
    assert offered(app)[-1].label == "Download 2024-25-Q3.xlsx as handed in (version 11)"


def test_inputs_that_never_changed_say_so_and_others_show_every_value(app):
    tab(app, "Definition and source", kpi="board_attendance")
    assert "None of these inputs ever had another value." in words(app)
    go(app, "kpi", kpi="plans_within_20_weeks", tab="Definition and source", quarter="2024/25 Q2")
    assert [each.value for each in app.markdown if each.value.startswith("**")] == [
        "**Every value that these inputs ever had**"
    ]
    assert len(tables(app)) == 2
