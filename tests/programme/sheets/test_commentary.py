from datetime import date

from programme.sheets.commentary import commentary_in
from tests.programme.rows import rows

WHOLE = {
    "KPI": "plans_within_20_weeks",
    "What the figure shows": "Half in time",
    "Management action": "Weekly panel",
    "Action owner role": "Assessment lead",
    "Action due date": "2025-03-31",
}


def missing(**changes):
    (found,) = commentary_in(rows("Commentary", WHOLE | changes))
    return found.missing


def test_a_whole_management_action_has_an_owner_and_a_date():
    (found,) = commentary_in(rows("Commentary", WHOLE))
    assert (found.action, found.owner_role, found.due, found.missing) == (
        "Weekly panel",
        "Assessment lead",
        date(2025, 3, 31),
        (),
    )


def test_what_is_missing_is_named():
    assert missing(**{"Management action": "", "Action due date": "soon"}) == ("management action", "date")
    assert missing(**{"Action owner role": ""}) == ("owner",)


def test_a_kpi_without_any_words_has_no_commentary():
    assert commentary_in(rows("Commentary", {"KPI": "plans_within_20_weeks"})) == []


def test_a_judged_rating_is_kept_with_its_reason_and_is_commentary_by_itself():
    judgement = {"KPI": "plans_within_20_weeks", "Rating judgement": "amber", "Judgement reason": "two schools closed"}
    (found,) = commentary_in(rows("Commentary", judgement))
    assert (found.judgement, found.judgement_reason, found.action) == ("amber", "two schools closed", "")
