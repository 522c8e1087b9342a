import pytest

from benchmarks.one_direction import at_odds, every_word, in_sentence, plain_word
from programme.access import Role
from programme.areas import KENT, PROGRAMME_AREAS
from reports.progress.readings import Progress


@pytest.mark.parametrize("role", [Role.READER, Role.ANALYST])
def test_one_word_is_said_about_every_kpi_wherever_it_is_said(demonstration_records, role):
    progress, quarters = Progress(demonstration_records, role), demonstration_records.quarters
    for quarter in (quarters[-1], quarters[-10], quarters[4]):
        assert at_odds(progress, KENT, quarter) == []
    for place, area in enumerate(PROGRAMME_AREAS):
        assert at_odds(progress, area, quarters[-1 - place]) == []


def test_every_place_is_looked_at(demonstration_records):
    progress = Progress(demonstration_records, Role.READER)
    places = {place for _, place, _ in every_word(progress, KENT, demonstration_records.newest)}
    assert places == {
        "overview", "group of reds", "weakness", "KPI page", "KPI page's sentence", "KPI page's title", "CSV", "meeting",
        "JSON", "changes as JSON", "changes", "search",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("↗ Improving since 2024/25 Q2 (then 50.0%): the last of seven", "improving"),
        ("→ No real change since 2024/25 Q2", "no real change"),
        ("Cannot be said: there is no figure", "cannot be said"),
        ("direction cannot be said (not comparable: break in 2022/23 Q4)", "cannot be said"),
        ("cannot be said (not comparable: break in 2022/23 Q4)", "cannot be said"),
        ("c", "c"),
        ("↓ falling since 2024/25 Q2", "falling"),
        ("getting worse", "getting worse"),
    ],
)
def test_a_word_is_read_out_of_what_is_said(text, word):
    assert plain_word(text) == word


def test_a_sentence_that_says_another_word_is_found():
    assert in_sentence("X stood at 5; it is worsening since 2024/25 Q2 (then 4)") == "worsening"
    assert in_sentence("X: c. Hidden so that no child can be recognised, directly or by subtraction.") == "c"
    assert in_sentence("X stood at 5 and got worse") == "X stood at 5 and got worse"
