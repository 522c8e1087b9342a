from loaders.layouts.layout import Layout, layout_read
from loaders.layouts.matching import likeness
from loaders.layouts.words_taken import words_taken
from loaders.parsing.parse import parse
from programme.period import Period
from programme.sheets.actions import Brag, actions_in
from programme.sheets.risks import risks_in
from programme.sheets.written import rows_of

REGISTER = layout_read(
    'name = "Register"\nto = "Risks"\nperiod = "asked"\nblank = ["< Select >"]\n[headings]\n"Risk name" = "Ref; Risk"\n'
    '"Likelihood score" = "Likelihood"\n"Impact score" = "Impact"\n"Mitigations" = "Controls"\n',
    "register.toml",
)
ASKED = Period.parse("2024/25 Q3")


def took(workbook, layout, asked=ASKED):
    return words_taken(workbook, layout, asked, likeness(workbook, layout))


def read(mapped, sheet):
    parsed = parse(mapped.ours)
    return rows_of(parsed.entries, sheet, parsed.cover.quarter, "sent.xlsx", 7)


def test_a_real_register_of_risks(foreign):
    mapped = took(foreign("risk_register_example.xlsx"), REGISTER)
    risks = risks_in(read(mapped, "Risks"))
    assert [(risk.ref, risk.risk, risk.likelihood, risk.impact, risk.controls, str(risk.source)) for risk in risks] == [
        ("LACK OF FUNDING", "Lack of funding", 3, 1, "Some mitigations 1", "Risks!B6"),
        ("CANNOT PROCURE", "Cannot procure", 5, 2, "Some mitigations 2", "Risks!B7"),
        ("STAFF TURNOVER", "Staff turnover", 3, 3, "Some mitigations 3", "Risks!B8"),
    ]
    assert [finding.message for finding in mapped.findings] == [
        "Every row must have Ref, or it is left out, got: none in rows 5 and 11."
    ]
    assert (mapped.sheet, mapped.tables, str(parse(mapped.ours).cover.quarter)) == ("Risks", (1, 1), "2024/25 Q3")


def test_a_log_of_actions_with_its_own_answers_and_its_period_in_the_title(sheet_of, book):
    layout = Layout(
        "Log",
        to="Actions",
        symbols={"Complete": "Blue"},
        workstream=3,
        headings={"No": "Ref", "What": "Action", "RAG": "Status", "By when": "Forecast"},
    )
    rows = [
        ["Action log, Q3 2024/25"],
        ["RAG", "No", "What", "By when", "Comments"],
        ["Green - on track", "A1", "Recruit", "31/03/2025", "x"],
        ["Complete", "A2", "Train", "1 May 2025", None],
        [None, None, "and more", None, None],
    ]
    mapped = took(book(sheet_of(rows, "Log")), layout, None)
    actions = actions_in(read(mapped, "Actions"))
    assert [(each.ref, each.title, each.status, str(each.forecast)) for each in actions] == [
        ("A1", "Recruit", Brag.GREEN, "2025-03-31"),
        ("A2", "Train", Brag.BLUE, "2025-05-01"),
    ]
    assert (mapped.sheet, parse(mapped.ours).cover.workstreams) == ("Log", (3,))
    assert [finding.message for finding in mapped.findings] == [
        "Every row must have Ref, or it is left out, got: none in row 5."
    ]


def test_words_and_quarters_that_are_not_there_are_refused(sheet_of, book):
    mapped = took(book(sheet_of([["Risk name", "Likelihood score", "Impact"], ["Flood", 3, 4]])), REGISTER, None)
    assert mapped.ours is None
    assert [finding.message for finding in mapped.findings] == [
        "Sheet1 must say which quarter it is about, got: none that is said. Say it, like 2022/23 Q4.",
        "Sheet1 must have one heading “Impact score”: did you mean Impact? got: no such heading",
        "Sheet1 must have one heading “Mitigations”, got: no such heading",
    ]
