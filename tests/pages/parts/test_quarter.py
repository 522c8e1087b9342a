from tests.pages.looking import go, tables, words


def test_a_chair_begins_with_one_paragraph(app):
    go(app, "changes", quarter="2024/25 Q3")
    assert "What changed from 2024/25 Q2 to 2024/25 Q3" in [each.value for each in app.header]
    told = words(app)
    assert (
        "Since 2024/25 Q2, 22 ratings changed: 16 for the better (12 with a real change of the figure), 5 for the worse (1 "
        "with a real change of the figure), 1 because a rating began or ended." in told
    )
    assert "Thirteen actions were completed, 13 with evidence; 25 slipped further" in told
    assert "Permanent exclusions of pupils with SEND is red and no management action is recorded." in told


def test_the_tables_hold_what_the_paragraph_counts(app):
    go(app, "changes", quarter="2024/25 Q3")
    ratings, actions, risks = tables(app)
    assert len(ratings) == 22
    assert "No KPI became red and worsening." in words(app)
    assert actions["What changed"].str.contains("completed").sum() == 13
    assert actions["What changed"].str.contains("slipped").sum() == 25
    assert risks["Ref"].tolist() == ["R-04", "R-08"]


def test_as_at_a_past_day_only_what_was_known_then_is_told(app):
    go(app, "changes", quarter="2024/25 Q2", as_at="2024-11-30")
    assert "No earlier figure was restated." in words(app)


def test_of_a_district_it_says_that_it_is_about_kent(app):
    go(app, "changes", quarter="2024/25 Q3", area="Ashford")
    assert "What changed is told of Kent, whatever area is chosen." in words(app)


def test_an_empty_store_offers_the_demonstration(empty_app):
    go(empty_app, "changes")
    assert "There are no figures yet" in words(empty_app)
