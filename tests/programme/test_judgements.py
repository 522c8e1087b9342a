from datetime import date, timedelta

from programme.judgements import judged_by, judgements
from programme.workstreams import weaknesses

LETTER = date(2022, 11, 9)


def test_the_revisit_found_no_sufficient_progress_in_any_weakness():
    found = [each for each in judgements() if each.date == LETTER]
    assert [each.weakness for each in found] == list(weaknesses())
    assert {(each.body, each.judgement) for each in found} == {("Ofsted and CQC", "not sufficient progress")}
    assert all("to be confirmed against the letter" in each.source for each in found)


def test_nobody_knew_a_judgement_before_it_was_made():
    assert judged_by(6, LETTER - timedelta(days=1)) == ()
    assert [each.date for each in judged_by(6, LETTER)] == [LETTER]
