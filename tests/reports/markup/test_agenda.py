from datetime import date

from programme.areas import KENT
from reports.markup.agenda import agenda_index, agenda_list, exception_card
from reports.progress.agenda import agenda
from tests.reports.lines import NOW, PLANS, commentary, count, in_force_with, plans

REDS = [*plans([10, 20, 25, 28]), *count("survey_confident", [36, 20]), *count("survey_responses", [100, 100])]
WEEKLY = {
    "why": "Few psychologists",
    "next": "Hire two",
    "action": "Panel <weekly>",
    "owner_role": "Assessment lead",
    "due": date(2025, 3, 31),
}


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def items(*written):
    progress = in_force_with(REDS, *written)
    return agenda(progress, KENT, NOW)


def test_the_card_says_place_figure_rating_sentence_and_answer():
    card = exception_card(next(each for each in items(commentary(PLANS, **WEEKLY)) if each.id == PLANS), href)
    assert "Red, no real change · item 2 of 3" in card
    assert '<span class="amount">28.0%</span>' in card
    assert "Red</span>" in card
    assert "stood at 28.0% (28 of 100), which misses the target of at least 60.0% and the floor of 40.0%" in card
    assert "<dt>Management action</dt><dd>Panel &lt;weekly&gt;</dd>" in card
    assert '<dl class="acted"><dt>Management action</dt>' in card, "told in the size of the finding"
    assert "Red and worsening · item 1 of 3" in exception_card(items()[0], href)


def test_the_list_leads_from_every_item_to_its_place_in_the_presentation():
    listed = agenda_list(items(), href)
    assert listed.count("<li>") == 3
    begun = '<section class="agenda"><h2>Red and worsening</h2><ol start="1">'
    assert listed.startswith(f'{begun}<li><a href="present?item=parents_confident_in_local_area">')
    assert f'<li><a href="present?item={PLANS}">Plans within 20 weeks</a> <b>28.0%</b> ' in listed
    assert '<h2>Red, no real change</h2><ol start="2">' in listed


def test_the_index_marks_the_item_that_is_shown_and_no_other():
    known = items()
    told = agenda_index(known, known[1], href)
    assert told.startswith('<nav class="index" aria-label="Agenda"><ol><li><a href="present?item=')
    assert told.count("aria-current") == 1
    assert f'<a href="present?item={known[1].id}" aria-current="true">' in told
