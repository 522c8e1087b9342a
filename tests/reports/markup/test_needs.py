import re
from datetime import UTC, date, datetime

import pytest

from programme.areas import KENT
from programme.sheets.decisions import DECISIONS, decisions_in
from record.logs import Logs
from reports.markup.needs import needs_counts, needs_lists
from reports.progress.needs import NeedsTheBoard, needs_the_board
from tests.programme.rows import rows
from tests.reports.acting import log
from tests.reports.build import progress_in_force
from tests.reports.lines import NOW, PLANS, commentary, plans

KINDS = (
    "Red and worsening",
    "Red, no complete action",
    "Red by rule, judged otherwise",
    "Forecast has passed, not done",
    "Lead and evidence differ",
    "Decision due",
    "Returns missing",
)
CARRIED = "judged amber, 84.6%, school year 2023/24, carried forward"
NOTHING = NeedsTheBoard((), (), (), (), (), (), ())


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def needs(*figures, **logs):
    on_the_day = datetime(2025, 2, 20, tzinfo=UTC)
    return needs_the_board(progress_in_force(*figures, logs=Logs(**logs), as_at=on_the_day), KENT, NOW)


def lines(told, place: int) -> list[tuple[str, str, str]]:
    """Address, name and what stands beside it, of every line of one kind."""
    (section,) = re.findall(rf'<section id="needs-{place}">(.*?)</section>', told)
    return re.findall(r'<li><a href="([^"]*)">(.*?)</a> <span>(.*?)</span></li>', section)


@pytest.fixture
def board_needs(demonstration):
    return needs_the_board(demonstration, KENT, NOW)


def test_every_count_leads_to_the_list_that_it_counts(board_needs):
    counts, lists = needs_counts(board_needs, href), needs_lists(board_needs, href)
    counted = re.findall(r'<li><a href="#(needs-\d)">([^<]*)</a> <b>(\d+)</b></li>', counts)
    assert [name for _, name, _ in counted] == list(KINDS)
    for place, (anchor, name, count) in enumerate(counted, 1):
        assert f'<section id="{anchor}"><h2>{name} <b>{count}</b></h2>' in lists
        assert len(lines(lists, place)) == int(count)
    assert f"<h2>Needs the board <b>{sum(int(count) for *_, count in counted)}</b></h2>" in counts


def test_the_lines_say_what_it_is_and_lead_there(board_needs):
    told = needs_lists(board_needs, href)
    assert lines(told, 1)[0] == ("kpi?kpi=neurodevelopmental_over_52_weeks", "Autism, ADHD: over a year", "71%")
    assert lines(told, 3) == [("kpi?kpi=phase_transfers_on_time", "Phase transfers on time", CARRIED)]
    assert lines(told, 4)[0] == (
        "actions?action=APP-4.12",
        "APP-4.12 Frame contract for independent special schools",
        "14 May 2024",
    )
    assert lines(told, 5) == [
        ("weakness?weakness=7", "7 Governance", "lead: sufficient progress; evidence since 2019/20: mixed")
    ]
    assert lines(told, 6) == [
        ("decisions?at=ILL-24/03", "ILL-24/03 Joint equipment service: shared budget with the NHS", "notice 27 August 2024")
    ]
    assert lines(told, 7) == []  # on the demonstration's own day nothing is overdue


def test_a_kind_with_nothing_says_so_and_counts_none():
    told = needs_lists(NOTHING, href)
    assert re.findall(r"<p>(.*?)</p>", told) == [
        "No KPI is red and worsening.",
        "Every red has an action, an owner and a date.",
        "No lead judged a red otherwise.",
        "No forecast has passed.",
        "No lead differs from the evidence.",
        "No proposed decision waits.",
        "No return is missing.",
    ]
    assert "<h2>Needs the board <b>0</b></h2>" in needs_counts(NOTHING, href)
    assert needs_counts(NOTHING, href).count("<b>0</b></li>") == 7


def test_what_people_typed_is_only_text():
    typed = {"title": "<b>Pool</b> & share", "reference": "24/<1>", "status": "proposed"}
    decided = tuple(decisions_in(rows(DECISIONS.name, DECISIONS.typed(**typed), quarter=NOW)))
    late = log(Q3=[{"Ref": "APP-<6>", "Action": "<i>Clear</i>", "Forecast": "2024-12-01"}])
    told = needs_lists(needs(decisions=decided, actions=late.actions, returned=late.returned), href)
    assert lines(told, 6) == [("decisions?at=24/&lt;1&gt;", "24/&lt;1&gt; &lt;b&gt;Pool&lt;/b&gt; &amp; share", "no date")]
    assert lines(told, 4) == [("actions?action=APP-&lt;6&gt;", "APP-&lt;6&gt; &lt;i&gt;Clear&lt;/i&gt;", "1 December 2024")]


def test_a_red_that_was_answered_is_no_line():
    whole = {"action": "Weekly panel", "owner_role": "Assessment lead", "due": date(2025, 3, 31)}
    bare, answered = needs(*plans([20])), needs(*plans([20]), commentary=(commentary(PLANS, **whole),))
    assert (f"kpi?kpi={PLANS}", "Plans within 20 weeks", "20.0%") in lines(needs_lists(bare, href), 2)
    assert f"kpi?kpi={PLANS}" not in [address for address, *_ in lines(needs_lists(answered, href), 2)]


def test_a_part_of_the_whole_is_told_of_its_own_figures_alone(board_needs):
    counts, lists = needs_counts(board_needs, href, whole=False), needs_lists(board_needs, href, whole=False)
    assert re.findall(r'<li><a href="#needs-\d">([^<]*)</a>', counts) == ["Red and worsening"]
    assert f"<h2>Needs the board <b>{len(board_needs.worsening)}</b></h2>" in counts
    assert lists.count("<section") == 1
