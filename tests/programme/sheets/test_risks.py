import pytest

from programme.sheets.risks import Level, Score, risks_in
from tests.programme.rows import rows


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [
        (1, 1, Level.LOW),
        (2, 3, Level.LOW),
        (2, 4, Level.MEDIUM),
        (3, 5, Level.MEDIUM),
        (4, 4, Level.HIGH),
        (5, 5, Level.HIGH),
    ],
)
def test_the_product_decides_the_level(likelihood, impact, level):
    assert Score(likelihood, impact).level is level


def test_a_score_says_how_it_came_about():
    assert str(Score(4, 5)) == "20 (4 × 5), high"


def test_half_a_score_or_one_off_the_scale_is_no_score():
    half, off = risks_in(rows("Risks", {"Ref": "R-1", "Likelihood": "4"}, {"Ref": "R-2", "Likelihood": "6", "Impact": "2"}))
    assert (half.current, off.current, half.target) == (None, None, None)


def test_a_risk_is_read_from_its_row():
    (risk,) = risks_in(
        rows(
            "Risks",
            {
                "Ref": "R-1",
                "Risk": "Vacancies",
                "Likelihood": "4",
                "Impact": "5",
                "Target likelihood": "2",
                "Target impact": "5",
                "Owner role": "Lead",
                "Workstream": "3",
                "Weaknesses": "6",
            },
        )
    )
    assert (risk.current, risk.target, risk.owner_role, risk.workstream, risk.weaknesses) == (
        Score(4, 5),
        Score(2, 5),
        "Lead",
        3,
        (6,),
    )
