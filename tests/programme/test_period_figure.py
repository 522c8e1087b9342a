from dataclasses import replace

import pytest

from programme.areas import NHS_KENT_AND_MEDWAY
from programme.figure import Source
from programme.period import Period
from programme.period_figure import FigureKind, PeriodFigure
from programme.symbols import Symbol

JANUARY = PeriodFigure(
    "community_paediatrics_waiting",
    NHS_KENT_AND_MEDWAY,
    Period.of_month(2023, 1),
    4508,
    None,
    "4,508",
    Source("waiting.xlsx", "Table 4", "AL35"),
)


def test_a_figure_knows_what_it_is_about():
    assert JANUARY.key == (FigureKind.COUNT, "community_paediatrics_waiting", "E54000032", Period.of_month(2023, 1))
    assert JANUARY.counted and not replace(JANUARY, kind=FigureKind.REPORTED).counted


@pytest.mark.parametrize("value, symbol", [(None, None), (1, Symbol.SUPPRESSED)])
def test_missing_is_never_zero(value, symbol):
    with pytest.raises(ValueError, match=r"^A figure has a value or a symbol, got: .* at Table 4!AL35$"):
        replace(JANUARY, value=value, symbol=symbol)
