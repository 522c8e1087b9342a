import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.sheets.refs import looks_like, ref_typed, refs_typed


@pytest.mark.parametrize(
    "typed",
    [
        *("APP-6.01", "app-6.01", " APP-6.01 ", "APP\u20136.01", "APP\u22126.01", "APP - 6.01", "APP-\u200b6.01"),
        *("ＡＰＰ-6.01", "\u200eAPP-6.01", "APP\u00ad6.01", "APP\u00ad-6.01", "APP-6.\u00ad01", "\u2066APP-6.01\u2069"),
    ],
)
def test_a_ref_is_one_however_it_is_spelt(typed):
    assert ref_typed(typed) == "APP-6.01"


@pytest.mark.parametrize("typed", ["", "n/a", "none", "-", "TBC"])
def test_what_holds_a_place_is_no_ref(typed):
    assert ref_typed(typed) == ""


@pytest.mark.parametrize("typed", ["APP-6.O1", "APP-6.0l", "APP-6.0I", "APP 6.01", "APP-6.1", "APP_6.01", "АРР-6.01"])
def test_refs_that_a_reader_takes_for_one_another_look_alike(typed):
    assert looks_like(typed) == looks_like("APP-6.01")


@pytest.mark.parametrize("typed", ["APP-6.10", "APP-6.02", "APP-60.1", "APR-6.01", "WSOA-6.01"])
def test_other_refs_do_not(typed):
    assert looks_like(typed) != looks_like("APP-6.01")


@given(st.text())
def test_a_ref_that_was_understood_is_understood_as_the_same_again(text):
    assert ref_typed(ref_typed(text)) == ref_typed(text)


def test_a_list_of_refs_is_read_whole_each_once():
    assert refs_typed("APP-6.01; app–6.02, APP-6.01\nnone") == ("APP-6.01", "APP-6.02")
    assert refs_typed("") == ()
