import pytest

from programme.sheets.assessments import assessments_in, sufficient_typed
from tests.programme.rows import rows


@pytest.mark.parametrize(
    ("text", "sufficient"),
    [("Sufficient progress", True), ("not yet sufficient progress", False), ("not yet", False), ("mostly", None)],
)
def test_there_are_two_answers_and_other_words_are_neither(text, sufficient):
    assert sufficient_typed(text) is sufficient


def test_a_weakness_that_was_not_assessed_is_left_out():
    found = assessments_in(
        rows(
            "Assessment",
            {"Weakness": "6", "Assessment": "sufficient progress", "Reason": "Backlog cleared"},
            {"Weakness": "7"},
        )
    )
    assert [(each.weakness, each.sufficient, each.reason) for each in found] == [(6, True, "Backlog cleared")]
