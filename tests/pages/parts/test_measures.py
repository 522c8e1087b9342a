from tests.pages.looking import go, markup, offered, unmarked


def test_every_kpi_is_listed_with_the_ratings_counted(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3"))
    assert app.title[0].value == (
        "Of 75 KPIs, 16 are red, and 1 judged amber by its lead: 3 red and worsening · 10 red, no real change · 3 red and "
        "recovering"
    )
    assert page.count('<tr><th scope="row"><a href="measures?') == 75
    assert "<caption>Every KPI, Kent, 2024/25 Q3. " in page


def test_red_and_worsening_stand_first(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3"))
    rows = page[page.index("<tbody>") :]
    assert rows.index("Waiting over 52 weeks for an autism or ADHD assessment") < rows.index("Plans issued within 20 weeks<")


def test_the_list_can_be_taken_away(app):
    labels = [file.label for file in offered(go(app, "measures"))]
    assert labels == ["KPIs as CSV", "Heat map as CSV", "Heat map as image (SVG)"]


def test_a_kpi_that_is_none_is_said_and_the_list_shown(app):
    page = markup(go(app, "measures", kpi="*nonsense*"))
    assert [unmarked(each.value) for each in app.warning] == ["There is no kpi “*nonsense*” here: the list of all is shown."]
    assert page.count('<tr><th scope="row"><a href="measures?') == 75
