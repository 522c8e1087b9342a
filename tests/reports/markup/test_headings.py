from programme.areas import KENT
from reports.markup.headings import functions_list
from reports.progress.headings import by_function
from tests.reports.acting import progress_on
from tests.reports.progress.test_headings import LOGS, NOW


def href(page, **choices):
    return f"{page}?{'&'.join(f'{name}={value}' for name, value in choices.items())}"


def test_a_function_leads_to_its_kpis_and_its_actions():
    told = functions_list(by_function(progress_on(LOGS), NOW, KENT), href)
    assert told.count("<details>") == 6
    assert (
        "<summary><b>Statutory assessment</b>: Decides requests, gathers advice and issues new plans "
        "(redesign of 2022; wording to be confirmed)</summary>"
    ) in told
    assert '<li><a href="kpi?kpi=plans_within_20_weeks">Plans within 20 weeks</a> no figure: not returned ' in told
    assert '<li><a href="actions?action=APP-6.02">APP-6.02 Clear the backlog</a>: ✔ Blue</li>' in told
    assert told.count("<p>No action names it.</p>") == 5
