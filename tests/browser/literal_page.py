"""A page that shows every nasty text in every place that Streamlit reads as Markdown. Run by `test_literal.py`."""

import streamlit as st

from pages.parts.telling import literal, say
from tests.browser.nasty import NASTY

st.title("Literal")
for number, text in enumerate(NASTY):
    said = literal(text)
    with st.container(key=f"nasty-{number}"):
        for show in (st.title, st.header, st.subheader, st.write, st.caption, st.error, st.warning, st.info, st.success):
            show(said)
        st.button(said, key=f"button {number}")
        st.download_button(said, "", key=f"download {number}")
        st.checkbox(said, key=f"checkbox {number}")
        st.text_input(said, key=f"input {number}")
        st.progress(0.5, text=said)
        st.page_link("https://example.org", label=said)
        st.expander(said)
        st.tabs([said])
        say(text)
st.selectbox("Options", NASTY)
