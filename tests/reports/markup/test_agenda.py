from datetime import date

from programme.areas import KENT
from reports.markup.agenda import exception_card
from reports.progress.agenda import agenda
from tests.reports.lines import NOW, PLANS, commentary, count, plans, progress_with

REDS = [*plans([10, 20, 25, 28]), *count("survey_confident", [36, 20]), *count("survey_responses", [100, 100])]
WEEKLY = {
    "why": "Few psychologists",
    "next": "Hire two",
    "action": "Panel <weekly>",
    "owner_role": "Assessment lead",
    "due": date(2025, 3, 31),
}


def items(*written):
    progress = progress_with(REDS, *written)
    return agenda(progress, KENT, NOW)


def test_the_card_says_place_figure_rating_sentence_and_answer():
    card = exception_card(next(each for each in items(commentary(PLANS, **WEEKLY)) if each.id == PLANS))
    assert "Red, no real change: 2 of 3" in card
    assert '<span class="amount">28.0%</span>' in card
    assert "Red</span>" in card
    assert "stood at 28.0% (28 of 100), which misses the target of at least 60.0% and the floor of 40.0%" in card
    assert "<dt>Management action</dt><dd>Panel &lt;weekly&gt;</dd>" in card
    assert "Red and worsening: 1 of 3" in exception_card(items()[0])
