from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programme.areas import KENT
from programme.published import Published, PublishedFile
from programme.symbols import Symbol
from store.comparators import save_release, withdraw_release
from store.database import Database
from store.rows.published_rows import printed_by, published_of, published_row
from tests.accepting import by

FIGURE = Published(
    *("plans_within_20_weeks", "New EHC plans issued within 20 weeks", KENT.code, "Kent", "calendar year", "2024"),
    *(432.0, 960.0, 45.0, None, "percent", "DfE", "plans.csv", 7, 3),
)


@pytest.mark.parametrize("symbol", [None, Symbol.SUPPRESSED])
def test_a_row_is_the_figure_it_was_made_of(symbol):
    figure = replace(FIGURE, value=None if symbol else 45.0, symbol=symbol)
    assert published_of(*published_row(3, figure)) == figure


def test_what_was_printed_of_our_areas_stays_known_whatever_becomes_of_its_release(tmp_path):
    england = replace(FIGURE, area_code="E92000001", area="England", loaded=None)
    file = PublishedFile("2025", "plans.csv", "f" * 64, (replace(FIGURE, loaded=None), england))
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        at = datetime(2025, 6, 26, tzinfo=UTC)
        number = save_release(database, file, by(at=at))
        withdraw_release(database, number, by(reason="the wrong year", at=at.replace(month=7)))
        with database.reading() as cursor:
            assert printed_by(cursor) == {1: (replace(FIGURE, loaded=number),)}
