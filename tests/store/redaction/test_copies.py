from datetime import timedelta

import pytest

from programme.redaction import RedactedKind, RedactedPlace
from store.backups.backup import back_up
from store.redaction.copies import copies_kept
from store.redaction.redacting import carry_out
from store.redactions import name_redaction
from store.returns.versions import accept
from tests.accepting import by, person
from tests.store.submissions import ISSUED, standard

pytestmark = pytest.mark.about_files


def test_copies_made_before_a_redaction_are_to_be_deleted_within_thirty_days(database):
    accept(database, standard({ISSUED: 41}), by("analyst"))
    before = back_up(database, person())
    (database.path.parent / "wsoa-edition-9-2026-01-02-030405-000006.duckdb").write_bytes(b"")
    assert [(copy.name, copy.kind, copy.delete_by) for copy in copies_kept(database)] == [
        ("wsoa-edition-9-2026-01-02-030405-000006.duckdb", "before an upgrade", None),
        (before.name, "backup", None),
    ]
    name_redaction(database, RedactedPlace(RedactedKind.FILE, version=1), by("analyst", "it names a child"))
    done = carry_out(database, 1, by("admin", "asked for"))
    after = back_up(database, person())
    due = done.redaction.ruling.at + timedelta(days=30)
    assert [(copy.name, copy.delete_by) for copy in copies_kept(database)][1:] == [(before.name, due), (after.name, None)]
