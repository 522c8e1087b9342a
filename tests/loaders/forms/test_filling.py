import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.forms.filling import cell_value, fill, fill_sheet
from loaders.forms.template import history_form, save, standard_form
from loaders.parsing.parse import figures_of, parse
from loaders.reading.reader import read_workbook
from loaders.reading.workbook import Workbook
from programme.areas import KENT
from programme.figure import Figure
from programme.measures import due_measures, measures
from programme.quarter import Quarter
from programme.symbols import Status, Symbol
from tests.factories import ALL, QUARTER, figure, figures, read_here

QUARTERS = st.builds(Quarter, st.integers(2018, 2030), st.integers(1, 4))
NUMBERS = st.one_of(
    st.integers(0, 10**9), st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: float(f"{number:.12g}") + 0.0)
)
TYPED = st.one_of(NUMBERS, st.sampled_from(Symbol).map(str))
NOTES = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=60)
REAL_CHILD = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
IN_PROCESS = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def said(figures) -> dict[tuple, tuple]:
    """What figures say, whatever cell they came from."""
    return {each.key: (each.value, each.symbol, each.status, each.note) for each in figures}


@st.composite
def standard_figures(draw) -> tuple[Quarter, tuple[int, ...], list[Figure]]:
    quarter = draw(QUARTERS)
    streams = tuple(sorted(draw(st.sets(st.sampled_from(ALL), min_size=1))))
    places = [(measure.id, area) for measure in due_measures(quarter, streams) for area in measure.areas]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=12)) if places else []
    statuses = st.sampled_from(Status)
    return (
        quarter,
        streams,
        [figure(measure, area, quarter, draw(TYPED), draw(statuses), draw(NOTES).strip()) for measure, area in chosen],
    )


@st.composite
def history_figures(draw) -> tuple[list[Quarter], list[Figure]]:
    first = draw(QUARTERS)
    quarters = first.to(first + draw(st.integers(0, 6)))
    measure = draw(st.sampled_from([measure for measure in measures().values() if measure.collected == "return"]))
    places = st.tuples(st.sampled_from(measure.areas), st.sampled_from(quarters))
    return quarters, [
        figure(measure.id, area, quarter, draw(TYPED)) for area, quarter in draw(st.lists(places, unique=True, max_size=12))
    ]


def round_trip(content: bytes, read) -> dict[tuple, tuple]:
    workbook: Workbook = read(content, "return.xlsx")
    return said(figures_of(parse(workbook)))


@IN_PROCESS
@given(standard_figures())
def test_a_filled_form_reads_back_as_the_same_figures(drawn):
    quarter, streams, typed = drawn
    assert round_trip(save(fill(standard_form(quarter, streams), typed)), read_here) == said(typed)


@REAL_CHILD
@given(standard_figures())
def test_a_filled_form_reads_back_as_the_same_figures_through_the_child(drawn):
    quarter, streams, typed = drawn
    assert round_trip(save(fill(standard_form(quarter, streams), typed)), read_workbook) == said(typed)


@IN_PROCESS
@given(history_figures())
def test_a_filled_history_reads_back_as_the_same_figures(drawn):
    quarters, typed = drawn
    assert round_trip(save(fill(history_form(quarters), typed)), read_here) == said(typed)


def test_every_cell_of_a_full_form_can_be_filled():
    typed = figures(QUARTER, ALL)
    assert len(typed) > 300
    assert round_trip(save(fill(standard_form(QUARTER, ALL), typed)), read_here) == said(typed)


def test_a_figure_without_a_cell_in_the_form_is_refused():
    with pytest.raises(KeyError, match="survey_responses"):
        fill(standard_form(QUARTER, (3,)), [figure("survey_responses", KENT)])
    with pytest.raises(KeyError, match="2024/25 Q4"):
        fill(history_form([QUARTER - 1]), [figure("plans_issued", KENT, QUARTER)])


def test_a_figure_of_another_quarter_is_refused():
    with pytest.raises(ValueError, match=r"Every figure must be of 2024/25 Q4, got: 2024/25 Q3"):
        fill(standard_form(QUARTER, (3,)), [figure("plans_issued", KENT, QUARTER - 1)])


@pytest.mark.parametrize(("typed", "cell"), [(41, 41), (41.5, 41.5), (0, 0), ("low", "low")])
def test_a_cell_shows_the_number_or_the_symbol(typed, cell):
    assert cell_value(figure("plans_issued", KENT, typed=typed)) == cell


def test_no_figure_is_shown_as_blank():
    assert cell_value(None) is None


def test_rows_of_words_are_added_under_their_headings_and_read_back():
    form = standard_form(QUARTER, (3,))
    rows = [{"Ref": "WSOA-3.04", "Action": "-", "Start": QUARTER.start}, {"Ref": "APP-6.12", "% complete": 40}]
    fill_sheet(fill_sheet(form, "Actions", rows[:1]), "Actions", rows[1:])
    entries = parse(read_here(save(form))).entries
    assert [(entry.row, entry.heading, entry.text) for entry in entries] == [
        (2, "Ref", "WSOA-3.04"),
        (2, "Action", "-"),
        (2, "Start", "2025-01-01"),
        (3, "Ref", "APP-6.12"),
        (3, "% complete", "40"),
    ]


def test_words_under_an_unknown_heading_are_refused():
    with pytest.raises(KeyError, match="Colour"):
        fill_sheet(standard_form(QUARTER, (3,)), "Actions", [{"Colour": "Blue"}])
