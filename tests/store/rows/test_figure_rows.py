from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programme.areas import PROGRAMME_AREAS
from programme.figure import Figure, Source
from programme.measures import measures
from programme.quarter import Quarter
from programme.symbols import Status, Symbol
from store.errors import StoreError
from store.rows import figure_rows

words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)
values = st.one_of(
    st.tuples(st.floats(allow_nan=False, allow_infinity=False), st.none()),
    st.tuples(st.none(), st.sampled_from(Symbol)),
)


@st.composite
def figures(draw) -> Figure:
    value, symbol = draw(values)
    return Figure(
        draw(st.sampled_from(sorted(measures()))),
        draw(st.sampled_from(PROGRAMME_AREAS)),
        Quarter(draw(st.integers(2015, 2030)), draw(st.integers(1, 4))),
        value,
        symbol,
        Source("return.xlsx", draw(words), draw(words)),
        draw(st.sampled_from(Status)),
        draw(words),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(figures(), max_size=8, unique_by=lambda figure: figure.key))
def test_figures_come_back_as_they_were(database, made):
    with suppress(ZeroDivisionError), database.transaction() as cursor:
        figure_rows.add_figures(cursor, 7, made)
        rows = cursor.execute(f"SELECT {figure_rows.COLUMNS} FROM figures ORDER BY place").fetchall()
        _ = 1 / 0  # nothing of it is kept
    read = [figure_rows.figure_of(row, {7: "return.xlsx"}) for row in rows]
    assert read == [replace(each, source=replace(each.source, version=7)) for each in made]


def test_each_figure_keeps_the_workstream_it_was_accepted_for(database):
    made = Figure("plans_issued", PROGRAMME_AREAS[0], Quarter(2024, 3), 1.0, None, Source("r.xlsx", "Figures", "D4"))
    with database.transaction() as cursor:
        figure_rows.add_figures(cursor, 1, [made])
        assert cursor.execute("SELECT workstream FROM figures").fetchall() == [(3,)]


def test_an_area_that_was_taken_out_of_the_reference_data_is_named():
    row = (1, "plans_issued", "E99999999", "2024/25 Q3", 1.0, None, "Figures", "D4", "final", "")
    with pytest.raises(StoreError) as error:
        figure_rows.figure_of(row, {1: "return.xlsx"})
    assert str(error.value) == (
        "Every area with accepted figures must be in areas.csv, got: E99999999. Put its line back. Nothing was changed."
    )
