"""One workstream: its KPIs in the chosen quarter, those that need attention first."""

from pages.parts import address
from pages.parts.lists import headline, kpi_list, need_figures
from pages.parts.telling import say
from pages.parts.view import current
from programme.workstreams import workstreams
from reports.markup.grids import ratings_of
from reports.markup.pieces import bold_first
from reports.progress.outcomes import beside
from reports.progress.overview import verdicts
from reports.sentences.outcomes import delivery_sentence, outcome_sentence
from reports.sentences.overview import group_headline

view = current()
need_figures(view)
names = {str(number): each.name for number, each in workstreams().items()}
about = workstreams()[int(address.choose("Workstream", "workstream", list(names), "1", names.get))]
found = verdicts(view.progress, view.area, view.quarter, about)
both = beside(view.progress, about, view.quarter, view.area)

headline(group_headline(about, found), ratings_of(found))
say(bold_first(f"{about.name}.", f"Lead role: {about.lead_role}."))
say(f"Delivered: {delivery_sentence(both.delivered)} Changed: {outcome_sentence(both)}")
kpi_list(found, view, f"KPIs of workstream {about.number}, {view.quarter}.")
