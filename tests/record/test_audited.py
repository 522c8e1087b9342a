from record.audited import audited
from record.records import read
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import IN_TIME, ISSUED, standard


def test_what_is_undecided_is_decided_and_then_audited(database):
    accept(database, standard({ISSUED: 60, IN_TIME: 3}), by("analyst"))
    found = audited(database)
    assert (len(found.audit.protected), found.audit.narrowed, found.solver, found.withheld) == (1, (), "HiGHS", ())
    assert set(found.audit.hidden) <= read(database).hidden.items


def test_a_return_that_was_withheld_is_named_until_it_is_put_right(database):
    for change, count in enumerate((60, 61, 62), start=1):
        accept(database, standard({ISSUED: count}), by("analyst"))
        audited(database)
        with database.transaction() as cursor:
            cursor.execute("UPDATE hidden_decisions SET withheld = ? WHERE change = ?", ["Plans, Kent", change])
        assert audited(database).withheld == ("Plans, Kent",)
        assert audited(database).kept_back == ()
    accept(database, standard({ISSUED: 63}), by("analyst"))
    assert audited(database).withheld == ()
