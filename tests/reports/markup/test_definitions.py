from dataclasses import replace
from datetime import timedelta

from kpis.registry import registry
from reports.markup.definitions import entry_markup, entry_title, evidence_table
from reports.progress.evidence import evidence_by_weakness
from reports.sentences.entries import DictionaryEntry

ENTRY = DictionaryEntry(registry()["plans_within_20_weeks"])
DUE = ENTRY.kpi.next_review
LATE = DUE + timedelta(days=1)


def href(page, **choices):
    return f"{page}?{choices}"


def test_an_overdue_review_is_marked_in_title_and_text():
    assert entry_title(ENTRY, LATE) == "Plans issued within 20 weeks (review overdue)"
    assert "REVIEW OVERDUE since" in entry_markup(ENTRY, LATE, href)
    assert entry_title(ENTRY, DUE) == "Plans issued within 20 weeks"
    assert "next review" in entry_markup(ENTRY, DUE, href)


def test_it_says_how_it_is_worked_out_and_which_return_feeds_it():
    markup = entry_markup(ENTRY, DUE, href)
    assert "<dt>Short name</dt><dd>Plans within 20 weeks</dd>" in markup
    assert "<dt>Worked out as</dt>" in markup
    assert markup.count("<dt>Fed by</dt>") == 2
    assert "Return of workstream 3 (Kent County Council), sheet Figures" in markup
    assert markup.count("<dt>Target</dt>") == len(ENTRY.kpi.targets)
    assert "<dt>Speaks to</dt><dd>Weakness 6: EHC process and plan quality</dd>" in markup


def test_an_activity_indicator_has_a_range_and_a_count_no_denominator():
    markup = entry_markup(DictionaryEntry(registry()["enquiries_received"]), DUE, href)
    assert "<dt>Range</dt>" in markup
    assert "<dt>Denominator</dt><dd>none</dd>" in markup


def test_weaknesses_with_little_evidence_say_so():
    first, *others = evidence_by_weakness()
    table = evidence_table([replace(first, own=first.own[:2]), *others], href)
    assert table.count('scope="row"') == 9
    assert table.count("<b>little</b>") == 1 + sum(each.little for each in others)
