from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.sheets import holds

VALUES = {
    holds.DATE: st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    holds.NUMBER: st.one_of(st.integers(0, 10**12), st.decimals(0, 10**6, places=3).map(float)),
    holds.WHOLE: st.integers(0, 10**12),
    holds.WEAKNESSES: st.lists(st.integers(1, 9), unique=True).map(tuple),
    holds.WEAKNESS: st.integers(1, 9),
    holds.WORKSTREAM: st.integers(1, 5),
    holds.YES_OR_NO: st.booleans(),
    holds.TEXT: st.text(),
    holds.KPI_IDS: st.lists(st.sampled_from(("plans_over_52_weeks", "requests_received")), unique=True).map(tuple),
    holds.REFS: st.lists(st.sampled_from(("APP-6.01", "R-03")), unique=True).map(tuple),
    holds.LIST: st.lists(st.sampled_from(("Transport", "Equipment service")), unique=True).map(tuple),
}


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.name)
@given(data=st.data())
def test_what_is_read_out_is_understood_as_the_same_again(kind, data):
    value = data.draw(VALUES[kind])
    assert kind.understood(kind.said(value)) == value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (holds.DATE, "spring", None),
        (holds.NUMBER, "about 80", None),
        (holds.WHOLE, "2.5", None),
        (holds.WEAKNESSES, "Weaknesses 6 and 9", (6, 9)),
        (holds.WEAKNESSES, "all", ()),
        (holds.WORKSTREAM, "Workstream 3", 3),
        (holds.WEAKNESS, "", None),
        (holds.YES_OR_NO, "YES ", True),
        (holds.YES_OR_NO, "perhaps", None),
    ],
)
def test_what_people_write_is_understood_and_other_words_have_no_meaning(kind, text, value):
    assert kind.understood(text) == value


def test_a_day_is_read_out_in_words():
    assert holds.DATE.said(date(2025, 3, 1)) == "1 March 2025"


def test_a_fixed_answer_is_understood_whatever_its_capitals():
    kind = holds.one_of("colour", ("red", "Amber"))
    assert [kind.understood(text) for text in ("RED", " amber", "green", "")] == ["red", "Amber", "", ""]
    assert kind.said("Amber") == "Amber"
