"""About: what this is, who can use it and how, and what does not work yet. Kept true by `tests/browser/test_axe.py`."""

from pathlib import Path

import streamlit as st

from pages.parts.view import current

STATEMENT = Path(__file__).parent.parent / "docs" / "accessibility.md"

current()
st.markdown(STATEMENT.read_text(encoding="utf-8"))
