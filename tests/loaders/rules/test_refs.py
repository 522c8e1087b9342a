import pytest

from loaders.rules import KnownBefore
from tests.loaders.rules.one_change import Row
from tests.loaders.rules.written_rows import accepted_actions, row, with_rows

EARLIER = "must be the ref of another action that was returned for an earlier quarter"
FIRST = "must stay as in the action's first return, 2024/25 Q3 (version 2, Actions!A"


def action(ref, former=None):
    return row("Actions", ref=ref, former_ref=former)


def known(*rows):
    return KnownBefore(actions=accepted_actions("2024/25 Q3", *rows))


def returned(name, *expected, rows, known):
    found = tuple((rule, f"Actions!{cell}", message) for rule, cell, message in expected)
    return Row(name, with_rows("Actions", *rows), found, known=known)


OLD = action("APP-6.01")
ROWS = [
    returned(
        "a letter for a digit",
        (
            "ref_looks_alike",
            "A2",
            "APP-6.O1: Ref must not look like APP-6.01 (version 2, Actions!A2) and be another: "
            "did you mean APP-6.01? got: APP-6.O1",
        ),
        rows=[action("APP-6.O1"), OLD],
        known=known(OLD),
    ),
    returned(
        "a nought left out",
        (
            "ref_looks_alike",
            "A3",
            "APP-6.1: Ref must not look like APP-6.01 (Actions!A2) and be another: did you mean APP-6.01? got: APP-6.1",
        ),
        rows=[OLD, action("APP-6.1")],
        known=None,
    ),
    returned(
        "a Cyrillic letter",
        (
            "ref_looks_alike",
            "A3",
            "АPP-6.01: Ref must not look like APP-6.01 (Actions!A2) and be another: did you mean APP-6.01? got: АPP-6.01",
        ),
        rows=[OLD, action("АPP-6.01")],
        known=None,
    ),
    returned(
        "small letters",
        (
            "ref_respelt",
            "A2",
            "app-6.01: Ref must be spelt as before, APP-6.01 (version 2, Actions!A2), which it is read as, got: app-6.01",
        ),
        rows=[action("app-6.01")],
        known=known(OLD),
    ),
    returned(
        "carrying on what nobody returned",
        ("former_ref_unknown", "S3", f"APP-6.02: Former ref {EARLIER}, got: XYZ-7"),
        rows=[OLD, action("APP-6.02", "XYZ-7")],
        known=known(OLD),
    ),
    returned(
        "carrying on a misspelt one",
        ("former_ref_unknown", "S3", f"APP-6.02: Former ref {EARLIER}: did you mean WSOA-3.13? got: WSOA-3.31"),
        rows=[OLD, action("APP-6.02", "WSOA-3.31")],
        known=known(OLD, row("Actions", ref="WSOA-3.13", actual="2023-05-01", evidence="DOC-1", workstream=1)),
    ),
    returned(
        "carrying on itself",
        ("former_ref_unknown", "S3", f"APP-6.02: Former ref {EARLIER}: did you mean APP-6.01? got: APP-6.02"),
        rows=[OLD, action("APP-6.02", "APP-6.02")],
        known=known(OLD),
    ),
    returned(
        "two carry on one",
        (
            "former_ref_shared",
            "S3",
            "APP-6.02: Former ref must be carried on by one action only: APP-6.03 (Actions!A4) does too, got: APP-6.01",
        ),
        (
            "former_ref_shared",
            "S4",
            "APP-6.03: Former ref must be carried on by one action only: APP-6.02 (Actions!A3) does too, got: app-6.01",
        ),
        rows=[OLD, action("APP-6.02", "APP-6.01"), action("APP-6.03", "app-6.01")],
        known=known(OLD),
    ),
    returned(
        "said late",
        ("former_ref_late", "S3", f"APP-6.02: Former ref {FIRST}3), where it was blank, got: APP-6.01"),
        rows=[OLD, action("APP-6.02", "APP-6.01")],
        known=known(OLD, action("APP-6.02")),
    ),
    returned(
        "said otherwise",
        ("former_ref_late", "S3", f"APP-6.02: Former ref {FIRST}3), where it said WSOA-3.13, got: APP-6.01"),
        rows=[OLD, action("APP-6.02", "APP-6.01")],
        known=KnownBefore(
            actions=(
                *accepted_actions("2024/25 Q3", OLD, action("APP-6.02", "WSOA-3.13")),
                *accepted_actions("2023/24 Q1", OLD),
            )
        ),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_an_action_that_carries_on_an_earlier_one_from_its_first_return_is_no_finding():
    rows = with_rows("Actions", OLD, action("APP-6.02", "APP-6.01"))
    assert Row("carried on", rows, (), known=known(OLD)).found == ()
    again = known(OLD, action("APP-6.02", "APP-6.01"))
    assert Row("again", rows, (), known=again).found == ()


def test_where_nothing_is_known_of_earlier_returns_a_former_ref_is_believed():
    assert Row("first", with_rows("Actions", action("APP-6.02", "XYZ-7")), ()).found == ()


def test_refs_of_risks_that_look_alike_are_asked_about():
    rows = with_rows("Risks", row("Risks", ref="R-01"), row("Risks", ref="R-O1"))
    (told,) = Row("risks", rows, ()).found
    assert told == (
        "ref_looks_alike",
        "Risks!A3",
        "R-O1: Ref must not look like R-01 (Risks!A2) and be another: did you mean R-01? got: R-O1",
    )


def test_in_a_history_the_earlier_quarters_of_the_same_file_count():
    done = {"start": None, "baseline": "2021-06-30", "kpi": None, "actual": "2021-06-30", "status": "Blue"}
    done |= {"evidence": "DOC-1", "complete": 100}
    later = row("Actions", ref="WSOA-3.02", former_ref="WSOA-3.01", **done)
    rows = [{"Quarter": "2021/22 Q1", **row("Actions", ref="WSOA-3.01", **done)}, {"Quarter": "2021/22 Q2", **later}]
    assert Row("history", with_rows("Actions", *rows), (), history=("plans_issued",)).found == ()
    rows[1]["Former ref"] = "WSOA-9.99"
    (told,) = Row("history", with_rows("Actions", *rows), (), history=("plans_issued",)).found
    assert told[:2] == ("former_ref_unknown", "Actions!T3")
