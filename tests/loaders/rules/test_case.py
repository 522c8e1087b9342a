from datetime import date

from loaders.parsing.parse import parse
from loaders.rules.case import Case, KnownBefore, number_in, symbol_in
from programme.areas import KENT
from programme.quarter import Quarter
from programme.symbols import Symbol
from tests import factories
from tests.loaders.rules.one_change import known_from, typed

TODAY = date(2025, 6, 1)
QUARTERS = Quarter(2023, 1).last(2)


def case_of(content):
    parsed = parse(factories.read_here(content))
    return Case(parsed, TODAY, None, parsed.rows)


def test_a_number_and_a_symbol_are_told_apart():
    case = case_of(factories.standard_return(change=typed("plans_issued", "Kent", "c")))
    row = case.understood["plans_issued", KENT.code, factories.QUARTER]
    assert (number_in(row), symbol_in(row)) == (None, Symbol.SUPPRESSED)
    assert ("plans_issued", KENT.code, factories.QUARTER) not in case.numbers
    other = case.numbers["requests_refused", KENT.code, factories.QUARTER]
    assert (number_in(other), symbol_in(other)) == (factories.amount(other.measure, KENT, factories.QUARTER), None)


def test_a_row_is_left_out_by_any_of_its_cells():
    case = case_of(factories.standard_return())
    assert ("plans_issued", KENT.code, factories.QUARTER) in case.understood
    assert ("plans_issued", KENT.code, factories.QUARTER) not in case.without({("Figures", "A15")}).understood
    assert case.without({("Cover", "A15")}).rows == case.rows


def test_the_quarter_on_the_cover_is_no_cell_of_a_row():
    case = case_of(factories.standard_return())
    quarter = factories.QUARTER
    at_b4 = case.without({("Figures", "B4")})
    assert at_b4.rows == case.rows
    assert {key[2] for key in at_b4.understood} == {quarter}


def test_a_column_of_a_history_is_left_out_by_its_heading():
    case = case_of(factories.history(Quarter(2022, 1), Quarter(2022, 4), of=["plans_issued_all"]))
    left = case.without({("History", "D1")})
    assert [quarter for _, _, quarter in left.understood] == [Quarter(2022, 1), Quarter(2022, 3), Quarter(2022, 4)]


def test_rows_are_named_with_their_quarter_where_there_are_many():
    standard, history = case_of(factories.standard_return()), case_of(factories.history(of=["plans_issued_all"]))
    assert standard.subject(standard.rows[0]) == "Plans issued within 20 weeks of the request, excluding exceptions, Kent"
    assert history.subject(history.rows[0]) == "Plans issued, including exceptions, Kent, 2018/19 Q4"


def test_a_series_is_in_order_of_time():
    series = case_of(factories.history(of=["plans_issued_all"])).series["plans_issued_all", KENT.code]
    assert list(series) == Quarter(2018, 4).to(Quarter(2023, 3))


def test_what_is_known_names_its_place():
    figure = factories.figure("plans_issued_all", KENT, Quarter(2023, 1), 41)
    known = known_from([figure], version=7)
    assert known.number("plans_issued_all", KENT.code, Quarter(2023, 1)) == 41
    said = {
        about: {quarter: (value, str(place)) for quarter, (value, place) in each.items()}
        for about, each in known.series.items()
    }
    assert said == {("plans_issued_all", KENT.code): {Quarter(2023, 1): (41.0, "version 7, History!C2")}}
    assert KnownBefore().number("plans_issued_all", KENT.code, Quarter(2023, 1)) is None


def test_of_what_was_accepted_only_the_series_asked_for_is_gone_through():
    asked = []

    class Facts(dict):
        def __getitem__(self, key):
            asked.append(key[0])
            return super().__getitem__(key)

    names = "plans_issued_all", "plans_issued"
    given = [factories.figure(name, KENT, quarter, 41) for name in names for quarter in QUARTERS]
    symbol = factories.figure("requests_refused", KENT, QUARTERS[0], "c")
    known = KnownBefore(Facts({each.key: each for each in (*given, symbol)}))
    assert list(known.series["plans_issued_all", KENT.code]) == QUARTERS
    assert known.series.get(("plans_issued_all", KENT.code)) is known.series["plans_issued_all", KENT.code]
    assert asked == ["plans_issued_all", "plans_issued_all"]
    assert known.series.get(("requests_refused", KENT.code)) is None, "a symbol is no number"
    assert known.series.get(("requests_received", KENT.code)) is None
    assert len(known.series) == 2
