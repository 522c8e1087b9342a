from dataclasses import FrozenInstanceError

import pytest

from programme.areas import KENT
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.symbols import Status, Symbol

SOURCE = Source("return.xlsx", "Figures", "D7", 3)


def a_figure(value, symbol):
    return Figure("plans_issued", KENT, Quarter(2024, 3), value, symbol, SOURCE)


def test_a_figure_knows_what_it_is_about_and_where_it_stands():
    figure = a_figure(0, None)
    assert figure.key == ("plans_issued", "E10000016", Quarter(2024, 3))
    assert (str(figure.source), figure.status) == ("Figures!D7", Status.FINAL)


def test_zero_is_a_value_and_a_symbol_is_not():
    assert a_figure(0, None).value == 0
    assert a_figure(None, Symbol.SUPPRESSED).value is None


@pytest.mark.parametrize("value, symbol", [(None, None), (0, Symbol.SUPPRESSED), (41, Symbol.NOT_AVAILABLE)])
def test_a_figure_has_a_value_or_a_symbol_and_never_both(value, symbol):
    with pytest.raises(ValueError, match=r"A figure has a value or a symbol, got: .* at Figures!D7"):
        a_figure(value, symbol)


def test_a_figure_is_never_changed():
    with pytest.raises(FrozenInstanceError):
        a_figure(41, None).value = 42
