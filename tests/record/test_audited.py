from record.audited import audited
from record.records import read
from store.database import Database
from store.versions import accept
from tests.accepting import by
from tests.store.submissions import IN_TIME, ISSUED, standard


def test_what_is_undecided_is_decided_and_then_audited(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        accept(database, standard({ISSUED: 60, IN_TIME: 3}), by("analyst"))
        found = audited(database)
        assert (len(found.audit.protected), found.audit.narrowed, found.solver, found.withheld) == (1, (), "HiGHS", ())
        assert set(found.audit.hidden) <= read(database).hidden.items
