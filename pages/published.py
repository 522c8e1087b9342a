"""Published figures: which releases the comparators come from, and loading another."""

import streamlit as st

from pages.parts.published import load_form, release_list, withdrawal_form
from pages.parts.view import current
from programme.access import Deed

view = current()
st.title("Published figures")
st.write(
    "Kent is held against England, the South East and its statistical neighbours in figures that the DfE and the NHS "
    "publish. A set of them comes with WSoA Monitor; files of “Explore education statistics” can be added as downloaded."
)
release_list(view)
if view.as_at is None and view.may(Deed.LOAD_RELEASE):
    load_form(view)
    withdrawal_form(view)
