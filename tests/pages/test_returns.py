from tests.pages.looking import go, table, words


def test_the_matrix_tells_on_time_late_history_and_missing_apart(app):
    go(app, "returns")
    matrix = table(app).set_index("Quarter")["Workstream 3"]
    assert matrix["2024/25 Q4"] == "✗ missing (due 8 May 2025)"
    assert matrix["2024/25 Q3"] == "✓ received on time (3 February 2025)"
    assert matrix["2024/25 Q2"] == "✓ received on time (1 November 2024, 1 superseded)"
    assert matrix["2024/25 Q1"] == "◷ received late (14 August 2024)"
    assert matrix["2023/24 Q3"] == "▤ from the history workbook"
    assert "Expected next: the returns for 2024/25 Q4, which were due by 8 May 2025." in words(app)


def test_as_at_a_past_day_only_what_had_come_in_is_there(app):
    go(app, "returns", as_at="2024-11-30")
    matrix = table(app).set_index("Quarter")["Workstream 3"]
    assert matrix["2024/25 Q2"] == "✓ received on time (1 November 2024, provisional)"
    assert matrix["2024/25 Q3"] == "… not yet due (due 5 February 2025)"


def test_a_version_can_be_looked_into_and_withdrawn(own_app):
    go(own_app, "returns")
    versions = table(own_app, 1)
    assert versions["Version"].tolist() == ["6", "5", "4", "3", "2", "1"]
    assert versions["Why"][0] == "Quarterly return"
    own_app.toggle[0].set_value(True).run()
    assert "Figures that readers have seen would change in 2024/25 Q3." in words(own_app)
    by, why = (
        next(box for box in own_app.text_input if box.label == label)
        for label in ("Your name or role", "Why is it withdrawn?")
    )
    by.set_value("Head of management information")
    why.set_value("Wrong quarter")
    next(button for button in own_app.button if button.label == "Withdraw").click().run()
    assert not own_app.exception
    assert "Version 6 is withdrawn, as version 7." in words(own_app)
    assert table(own_app).set_index("Quarter")["Workstream 3"]["2024/25 Q3"].startswith("✗ missing")


def test_a_withdrawal_needs_a_name_and_a_reason(app):
    go(app, "returns")
    app.toggle[0].set_value(True).run()
    next(button for button in app.button if button.label == "Withdraw").click().run()
    assert "A withdrawal must say who withdraws and why, got: nothing. Nothing was changed." in words(app)


def test_an_empty_store_expects_its_first_returns(empty_app):
    go(empty_app, "returns")
    assert "No return has been accepted yet." in words(empty_app)
