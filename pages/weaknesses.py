"""One weakness, or by the other door one workstream: where it stands, for a monitoring meeting."""

import streamlit as st

from pages.parts.lists import need_figures
from pages.parts.telling import draw
from pages.parts.view import current
from pages.parts.weakness import weakness_or_workstream, weakness_shown, workstream_shown
from programme.workstreams import Weakness
from reports.markup.doors import doors

view = current()
need_figures(view)
about = weakness_or_workstream(st.query_params.get("weakness", ""), st.query_params.get("workstream", ""))
draw(doors(about, view.href))
if isinstance(about, Weakness):
    weakness_shown(view, about)
else:
    workstream_shown(view, about)
