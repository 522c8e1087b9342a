"""Returns: who has returned what, on time, late or missing, and every version ever accepted."""

from datetime import UTC, datetime

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.telling import say
from pages.parts.versions import version_list
from pages.parts.view import current
from programme.workstreams import organisations
from record.receipts import expected_next, receipts
from record.records import FIRST_QUARTER
from reports.sentences.receipts import expected_text
from reports.tables.receipts import receipts_table

view = current()
now = view.as_at or datetime.now(UTC)
st.title("Returns")
following = expected_next(view.records, now)
say(expected_text(following, now) + " A return is due 25 working days after its quarter ends.")

organisation = st.selectbox("Organisation", ["", *organisations()], format_func=lambda name: name or "any organisation")
quarters = FIRST_QUARTER.to(max(following, FIRST_QUARTER))
found = receipts_table(receipts(view.records, quarters, now, organisation))
table_with_download(view, found, "returns.csv")

st.header("Versions")
version_list(view)
