from tests.pages.looking import go, table, words


def test_every_changed_figure_stands_with_old_new_when_why_and_by_whom(app):
    go(app, "restatements")
    found = table(app).set_index(["Figure", "Area"])
    row = found.loc[("Plans issued within 20 weeks of the request, excluding exceptions", "Kent")]
    assert row["Quarter"] == "2024/25 Q2"
    assert int(row["Old"]) - int(row["New"]) == 18
    assert row["By"] == "Head of management information"
    assert row["Why"].startswith("Correction: 18 plans had been counted as within 20 weeks that were not")
    assert row["When"] == "12 December 2024 at 11:15"


def test_before_the_correction_there_was_none(app):
    go(app, "restatements", as_at="2024-11-30")
    assert "No figure has changed since it was first accepted." in words(app)
