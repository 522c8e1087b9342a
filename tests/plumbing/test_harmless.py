import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbing.harmless import FORMULA_STARTS, harmless


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 1622", "-5", "@SUM(A1)", "\tx", "\rx", "\n=1+1", "＝1＋1", "＋1", "－1", "＠SUM(A1)"]
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@given(st.text())
def test_nothing_that_comes_out_begins_like_a_formula_and_other_text_stays(text):
    assert not harmless(text).startswith(FORMULA_STARTS)
    assert harmless(text).removeprefix("'") == text.removeprefix("'")
