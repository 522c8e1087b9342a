import pytest
from streamlit.testing.v1 import AppTest

from loaders.pipeline import Checked
from programme.finding import Finding, Severity
from tests.pages.looking import offered, read_as_markdown, table, words


def finding(severity, cell, rule):
    return Finding(rule, severity, "Figures", cell, f"{rule}: must hold, got: ![x](http://evil) $a$")


ERROR, QUERY, OTHER = (
    finding(Severity.ERROR, "D2", "one"),
    finding(Severity.QUERY, "D3", "two"),
    finding(Severity.QUERY, "D4", "three"),
)


def found(*findings, name="return.xlsx") -> AppTest:
    def script(checked):
        from pages.parts.data.upload import findings_shown
        from programme.access import person_here

        findings_shown(person_here("an analyst"), checked, b"")

    return AppTest.from_function(script, kwargs={"checked": Checked(name, findings)}).run()


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ((ERROR,), "Not acceptable yet: 1 to put right . Correct the cells in your workbook"),
        ((ERROR, QUERY), "Not acceptable yet: 1 to put right and 1 to answer. Correct the cells in your workbook"),
        ((QUERY,), "Acceptable once 1 query is answered. Nothing was stored."),
        ((QUERY, OTHER), "Acceptable once 2 queries are answered. Nothing was stored."),
    ],
)
def test_it_says_first_whether_the_return_can_be_accepted(findings, sentence):
    assert sentence in words(found(*findings))


def test_of_a_file_that_is_no_return_it_is_said_what_it_is_and_nothing_is_to_be_put_right():
    app = found(Finding("file_pdf", Severity.ERROR, "", "", "A return must be a workbook, got: a PDF document."))
    assert "This is no return that can be read. Nothing was stored." in words(app)
    assert table(app)["Where"].tolist() == ["the file"]
    assert (offered(app), list(app.segmented_control)) == ([], [])
    assert "put right" not in words(app).replace("error: must be put right", "")


def test_nothing_found_is_said():
    assert [each.value for each in found().success] == ["Nothing stands against this return."]


def test_findings_can_be_narrowed_to_errors_or_queries():
    app = found(ERROR, QUERY)
    assert table(app)["Where"].tolist() == ["Figures!D2", "Figures!D3"]
    app.segmented_control[0].set_value("queries").run()
    assert table(app)["Where"].tolist() == ["Figures!D3"]
    app.segmented_control[0].set_value("errors").run()
    assert table(app)["Where"].tolist() == ["Figures!D2"]


def test_a_kind_that_was_not_found_is_said():
    app = found(ERROR)
    app.segmented_control[0].set_value("queries").run()
    assert "There are no queries." in words(app)


def test_findings_are_told_as_they_were_typed():
    app = found(ERROR, QUERY)
    assert "one: must hold, got: ![x](http://evil) $a$" in words(app)
    assert not [text for text in read_as_markdown(app) if "evil" in text or "$" in text]


def test_a_workbook_that_cannot_be_read_is_not_offered_with_marked_cells():
    assert [file.label for file in offered(found(ERROR))] == ["Findings as CSV"]
