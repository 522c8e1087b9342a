import pytest

from tests.loaders.rules.one_change import Row
from tests.loaders.rules.written_rows import row, with_rows

OWN = "must belong to workstream 3, as the cover says (Cover!B5), or no page shows the row"


def of_another(sheet, cell, told, got, **changes):
    expected = (("row_of_another_workstream", f"{sheet}!{cell}", f"{told} {OWN}, got: {got}"),)
    return Row(sheet, with_rows(sheet, row(sheet, **changes)), expected)


def dated(name, quarter):
    return Row(
        name,
        with_rows("Actions", {**row("Actions"), "Quarter": quarter}),
        (
            (
                "row_of_another_quarter",
                "Actions!V2",
                f"APP-6.01: Quarter must be that of the cover, 2024/25 Q4, or blank, got: {quarter}",
            ),
        ),
    )


ROWS = [
    of_another("Actions", "C2", "APP-6.01: Workstream", "2", workstream=2),
    of_another("Risks", "C2", "R-01: Workstream", "2", workstream=2),
    of_another("Assessment", "A2", "Weakness 1: Weakness", "1, which belongs to workstream 1", weakness=1),
    of_another(
        "Commentary",
        "A2",
        "SEND tribunal appeal rate: KPI",
        "tribunal_appeal_rate, which belongs to workstream 4",
        kpi="tribunal_appeal_rate",
    ),
    of_another("Milestones", "B2", "APP-M3.1: Workstream", "2", workstream=2),
    of_another("Summary", "A2", "alert: Weakness", "1, which belongs to workstream 1", weakness=1),
    Row(
        "of no workstream",
        with_rows("Actions", row("Actions", workstream=None)),
        (
            (
                "workstream_missing",
                "Actions!C2",
                "APP-6.01: Workstream must be given, or no workstream counts the action: did you mean 3? got: nothing",
            ),
        ),
    ),
    Row(
        "of no workstream, in a return of two",
        with_rows("Actions", row("Actions", workstream=None)),
        (
            (
                "workstream_missing",
                "Actions!C2",
                "APP-6.01: Workstream must be given, or no workstream counts the action, got: nothing",
            ),
        ),
        streams=(3, 4),
    ),
    dated("an earlier quarter", "2023/24 Q1"),
    dated("no quarter", "spring"),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_rows_of_the_workstreams_on_the_cover_are_no_finding():
    rows = [row("Risks", workstream=stream, ref=f"R-{stream}") for stream in (3, 4)]
    assert Row("own", with_rows("Risks", *rows), (), streams=(3, 4)).found == ()


def test_a_row_that_says_the_quarter_of_its_cover_is_no_finding():
    typed = {**row("Actions"), "Quarter": "2024-25 Q4"}
    assert Row("own", with_rows("Actions", typed), ()).found == ()


def test_a_history_is_of_all_workstreams():
    action = row("Actions", ref="WSOA-3.01", workstream=1, start=None, baseline="2021-06-30", kpi=None)
    change = with_rows("Actions", {"Quarter": "2021/22 Q1", **action})
    assert [rule for rule, _, _ in Row("history", change, (), history=("plans_issued",)).found] == []
