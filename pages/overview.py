"""Overview: the headline, what needs attention first, where the nine weaknesses and five workstreams stand."""

import streamlit as st

from pages.parts.lists import headline, heat_downloads, need_figures
from pages.parts.telling import draw, literal
from pages.parts.view import current
from programme.areas import KENT
from reports.markup.grids import attention_panel, groups_grid
from reports.markup.pieces import with_link
from reports.progress.changes import changes
from reports.progress.outcomes import beside_all
from reports.progress.overview import POSITION_RULE, overview
from reports.sentences.changes import in_short
from reports.sentences.direction import RULE as DIRECTION_RULE
from reports.sentences.heat import SHARES_KEY, heat_of_overview
from reports.sentences.overview import overview_headline, tiers_sentence

view = current()
need_figures(view)
seen = overview(view.progress, view.area, view.quarter)
heat = heat_of_overview(seen)

headline(overview_headline(seen), seen.counts)
if view.area == KENT:
    changed = changes(view.progress, view.quarter)
    draw(with_link(in_short(changed), view.href("changes"), "All that changed"))

left, right = st.columns([3, 1], gap="medium")
with left:
    draw(groups_grid(beside_all(view.progress, view.quarter, view.area), heat, seen.group_counts, view.href))
    st.caption(SHARES_KEY)
    st.caption(literal(tiers_sentence(seen)))
    with st.expander("How a position is worked out"):
        st.write(POSITION_RULE)
    with st.expander("How a direction is worked out"):
        st.write(DIRECTION_RULE)
with right:
    draw(attention_panel(seen, view.href))
heat_downloads(heat, view)
