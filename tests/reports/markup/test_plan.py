from dataclasses import replace
from html.parser import HTMLParser

from programme.access import Role
from programme.areas import area_named
from programme.workstreams import weaknesses, workstreams
from reports.markup.plan import beside_table, risk_matrix
from reports.progress.outcomes import beside
from reports.progress.readings import Progress
from tests.reports.acting import DONE, Q3, log, risk
from tests.reports.build import records_of
from tests.reports.lines import NOW, plans


class Cells(HTMLParser):
    """The text of every cell, row by row, and whether each heading has a scope."""

    def __init__(self, markup):
        super().__init__()
        self.rows, self.unscoped = [], 0
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.unscoped += tag == "th" and "scope" not in dict(attrs)

    def handle_data(self, text):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += f" {text}" if self.rows[-1][-1] else text


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def test_delivery_and_outcome_have_their_own_columns_and_lead_to_what_is_behind_them():
    progress = Progress(replace(records_of(*plans([20])), logs=log(Q3=[DONE])), Role.READER)
    told = beside_table([beside(progress, about, NOW) for about in (weaknesses()[6], workstreams()[3])], href)
    cells = Cells(told)
    assert cells.unscoped == 0
    assert cells.rows[1] == [
        "About", "Actions", "Complete", "With evidence", "Overdue",
        "KPIs", "Improved", "Worsened", "Same", "Not comparable", "Evidence position",
    ]  # fmt: skip
    assert cells.rows[2][:6] == ["Weakness 6: EHC process and plan quality", "1", "1", "1", "0", "20"]
    assert 'href="weakness?weakness=6"' in told and 'href="actions?for_weakness=6"' in told
    assert 'href="workstream?workstream=3"' in told and 'href="actions?for_workstream=3"' in told


def test_beside_the_figures_of_a_district_no_plan_stands():
    progress = Progress(replace(records_of(*plans([20])), logs=log(Q3=[DONE])), Role.READER)
    told = beside_table([beside(progress, weaknesses()[6], NOW, area_named("Ashford"))], href, whole=False)
    cells = Cells(told)
    assert cells.unscoped == 0
    assert cells.rows[1] == ["About", "KPIs", "Improved", "Worsened", "Same", "Not comparable", "Evidence position"]
    assert "Delivered" not in told and "actions?" not in told


def test_the_matrix_is_a_table_with_headings_in_which_each_risk_stands_once():
    drawn = risk_matrix([risk(Q3, "R-1", "5", "4"), risk(Q3, "R-2", "5", "4"), risk(Q3, "R-3", "")], href)
    assert '<b><a href="risks?at=R-1">R-1</a>, <a href="risks?at=R-2">R-2</a></b>' in drawn
    cells = Cells(drawn)
    assert cells.unscoped == 0
    assert cells.rows[0][1:] == [f"Impact {impact}" for impact in range(1, 6)]
    assert cells.rows[1][0] == "Likelihood 5"
    assert cells.rows[1][4].replace(" , ", ", ").split() == ["R-1,", "R-2", "20", "high"]
    assert cells.rows[5][1] == "1 low"
    assert "R-3" not in str(cells.rows)
