import pytest

from reports.sentences.past import past_sentence
from tests.reports.lines import count, judged, plans

EXCLUSIONS = "permanent_exclusions_send"


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([30, 60, 61, 60, 61, 30], "Lowest since 2023/24 Q2."),
        ([60, 61, 60, 61, 60, 30], "Lowest of 6 comparable figures."),
        ([30, 20, 21, 20, 21, 29], "Highest since 2023/24 Q2."),
        ([50, 60, 40, 45, 50, 55], "Longest run: it rose three times in a row."),
        ([50, 49, 48, 47, 46], "Lowest of 5 comparable figures. Longest run: it fell four times in a row."),
        ([50, 60, 50], ""),
        ([60, 61, 60, 61, 60, None], ""),
    ],
)
def test_it_is_said_where_it_is_so(shares, said):
    assert past_sentence(judged(plans(shares, of=1000))) == said


def test_nothing_is_said_across_a_break():
    across = plans([60, 61, 60, 61, 60, 61, 60, 61, 60, 61, 60, 30], of=1000)
    assert past_sentence(judged(across, quarters=12)) == "Lowest of 8 comparable figures."


def test_of_a_season_and_of_what_is_hidden_nothing_is_said():
    assert past_sentence(judged(count(EXCLUSIONS, [30, 30, 30, 30, 30, 9]), EXCLUSIONS)) == ""
    assert past_sentence(judged(count(EXCLUSIONS, [30, 30, 30, 30, 30, 3]), EXCLUSIONS)) == ""
    assert past_sentence(judged([])) == ""
