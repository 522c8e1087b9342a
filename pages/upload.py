"""Upload: get the form, drop it in, see every finding at its cell and what would change, accept or leave it."""

import streamlit as st

from pages.parts.telling import literal
from pages.parts.upload import acceptance, findings_shown, form_offered, impact_shown, take
from pages.parts.view import current
from programme.access import Deed, refusal

view = current()
st.title("Upload a return")
if not view.may(Deed.UPLOAD):
    st.warning(literal(refusal(view.person, Deed.UPLOAD)))
    st.stop()
if view.as_at is not None:
    st.warning("You are looking at a past moment. Empty the box “As at” to upload a return.")
    st.stop()
form_offered(view)
st.header("2. Drop it in")
uploaded = st.file_uploader("A filled form or a history workbook (.xlsx)", key="return")
if uploaded is None:
    st.write("Nothing is stored until you accept it.")
    st.stop()
checked = take(view.person, uploaded.getvalue(), uploaded.name)
findings_shown(view.person, checked, uploaded.getvalue())
if checked.acceptable:
    foreseen = impact_shown(view, checked)
    acceptance(view, checked, foreseen)
