import pytest

from tests import factories
from tests.loaders.rules.one_change import Row, answered, findings
from tests.loaders.rules.written_rows import row, with_rows

SAY = "must say something or stay blank, because this counts as blank"


def in_sheet(name, sheet, rule, cell, message, **changes):
    return Row(name, with_rows(sheet, row(sheet, **changes)), ((rule, f"{sheet}!{cell}", message),))


def held(name, sheet, cell, told, text="TBC"):
    return in_sheet(f"{sheet}, {name}", sheet, "no_answer", cell, f"{told} {SAY}, got: {text}", **{name: text})


ROWS = [
    held("evidence", "Actions", "P2", "APP-6.01: Evidence reference"),
    held("lead_role", "Actions", "F2", "APP-6.01: Lead role", "to be appointed"),
    held("accountable_role", "Actions", "G2", "APP-6.01: Accountable role", "?"),
    held("former_ref", "Actions", "S2", "APP-6.01: Former ref", "none"),
    held("ref", "Participation", "A2", "Nobody rings back: Ref", "see above"),
    held("reference", "Decisions", "A2", "to follow: Reference", "to follow"),
    held("owner_role", "Risks", "I2", "R-01: Owner role", "vacant"),
    held("we_did", "Participation", "C2", "Nobody rings back: We did", "to follow"),
    held("reason", "Assessment", "C2", "Weakness 6: Reason", "see above"),
    held("action", "Commentary", "E2", "Plans issued within 20 weeks: Management action", "xxx"),
    held("owner_role", "Commentary", "F2", "Plans issued within 20 weeks: Action owner role", "n/a"),
    in_sheet(
        "a rating judged without a reason",
        "Commentary",
        "judgement_without_reason",
        "I2",
        "Plans issued within 20 weeks: Judgement reason must be given with a rating that is judged otherwise, got: nothing",
        judgement="green",
    ),
    in_sheet(
        "a rating judged with a place held for the reason",
        "Commentary",
        "no_answer",
        "I2",
        f"Plans issued within 20 weeks: Judgement reason {SAY}, got: to be confirmed",
        judgement="green",
        judgement_reason="to be confirmed",
    ),
    in_sheet(
        "a quotation without a source",
        "Participation",
        "quotation_without_source",
        "O2",
        "Nobody rings back: Source of quotation must be given with a quotation, which is not shown without its source, "
        "got: nothing",
        quotation="I rang forty times",
        speaker="Mother",
    ),
    in_sheet(
        "a quotation of nobody",
        "Participation",
        "quotation_without_source",
        "N2",
        "Nobody rings back: Who speaks must be given with a quotation, which is not shown without its source, got: nothing",
        quotation="I rang forty times",
        printed_in="illustrative",
    ),
    Row(
        "a cover for which nobody answers",
        answered("Lead role", "TBC"),
        (("lead_role_no_answer", "Cover!B7", "Lead role must name the role that answers for them, got: TBC"),),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_a_rating_judged_with_a_reason_is_no_finding():
    judged = row("Commentary", judgement="green", judgement_reason="A new team since March")
    assert Row("judged", with_rows("Commentary", judged), ()).found == ()


def test_a_word_that_holds_a_place_is_named_and_makes_nothing_blue():
    done = {"actual": "2025-03-01", "complete": 100, "status": "Blue", "evidence": "tbc"}
    found = findings(factories.standard_return(change=with_rows("Actions", row("Actions", **done))))
    assert [(finding.rule, finding.cell) for finding in found] == [
        ("status_better_than_evidence", "M2"),
        ("no_answer", "P2"),
    ]


def test_each_of_many_is_named_at_its_cell():
    rows = [row("Risks", ref=f"R-{number}", owner_role=word) for number, word in enumerate(("-", "n/a", "Lead", "0"), 1)]
    found = findings(factories.standard_return(change=with_rows("Risks", *rows)))
    assert [(finding.rule, finding.cell) for finding in found] == [("no_answer", f"I{line}") for line in (2, 3)] + [
        ("no_answer", "I5")
    ]
