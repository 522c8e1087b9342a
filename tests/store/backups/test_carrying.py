"""Moving and backing up carry; what of it both need is tried here, and the rest with them."""

import pytest

from store.backups.carrying import filled_tables, refuse_filled
from store.database import StoreError
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import standard


def test_a_store_with_a_row_is_refused_in_the_words_of_who_asks(database):
    with database.transaction() as cursor:
        refuse_filled(cursor, database.place, "A backup is restored")
        assert filled_tables(cursor, ["versions", "migrations"]) == ["migrations"]
    accept(database, standard({"plans_issued": 1}), by())
    with database.transaction() as cursor, pytest.raises(StoreError) as refused:
        refuse_filled(cursor, database.place, "A backup is restored")
    told = f"A backup is restored to a database without any row, got: {database.place}, which has some in files, figures, "
    assert str(refused.value).startswith(told) and str(refused.value).endswith(" Name another. Nothing was changed.")
