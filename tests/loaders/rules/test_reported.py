from dataclasses import replace

from loaders.parsing.parse import parse
from loaders.rules import KnownBefore, check
from programme.figure import Source
from programme.period import Period
from programme.quarter import Quarter
from tests.factories import QUARTER, figures, read_here, standard_return
from tests.loaders.rules.one_change import TODAY, said
from tests.store.returns.test_period_figures import REPORTED

NOW = replace(REPORTED, period=Period.of_quarter(QUARTER), source=Source("scorecard.csv", "Sheet1", "F7"))
KENTS = [each for each in figures(QUARTER) if each.area.name == "Kent"]
WORKED = 100 * next(each.value for each in KENTS if each.measure == "plans_issued_within_20_weeks")
WORKED /= next(each.value for each in KENTS if each.measure == "plans_issued")


def found(parsed, known=None):
    return [each for each in said(check(parsed, known=known, today=TODAY)) if each[0] == "reported_otherwise"]


def returned():
    return parse(read_here(standard_return()))


def before(told):
    """What was reported earlier, and accepted as version 7."""
    return KnownBefore(months=(replace(told, source=replace(told.source, version=7)),))


def test_counts_that_come_to_another_number_than_was_reported_are_asked_about_at_their_cell():
    ((_, place, message),) = found(returned(), before(NOW))
    assert place == "Figures!D2"
    assert message == (
        "Plans issued within 20 weeks, Kent, 2024/25 Q4 must come to what was reported, 41.5% (version 7, Sheet1!F7), "
        f"got: {round(WORKED, 4):.15g}"
    )


def test_a_reported_value_that_is_not_what_its_counts_come_to_is_asked_about_at_its_cell():
    ((_, place, message),) = found(replace(returned(), kept=(NOW,)))
    assert place == "Sheet1!F7"
    assert message == (
        f"Plans issued within 20 weeks, Kent, 2024/25 Q4 must be what its counts come to, {round(WORKED, 4):.15g} "
        "(Figures!D2, Figures!D15), got: 41.5%"
    )


def test_what_agrees_is_not_asked_about_nor_what_was_reported_of_another_quarter():
    agreed = replace(NOW, value=round(WORKED, 1), as_printed=f"{WORKED:.1f}%")
    assert found(returned(), before(agreed)) == []
    assert found(replace(returned(), kept=(agreed,)), before(NOW)) == []
    assert found(returned(), before(replace(NOW, period=Period.of_quarter(Quarter(2023, 1))))) == []
    assert found(returned()) == []
