import pytest

from programme.redaction import RedactedKind, RedactedPlace
from store.errors import StoreError
from store.log_check import read_log
from store.redactions import name_redaction, redaction_of_file, redactions
from store.returns.versions import accept, latest_change, version
from tests.accepting import by, person
from tests.store.submissions import ENTRY, ISSUED, standard


def test_naming_redacts_nothing_and_is_logged_without_the_words(database):
    accept(database, standard({ISSUED: 41}, entries=(ENTRY,)), by("analyst"))
    before = latest_change(database)
    place = RedactedPlace(RedactedKind.NAME, words="Jane Smith")
    assert name_redaction(database, place, by("analyst", "it names a child")) == 1
    (one,) = redactions(database)
    assert (one.number, one.place, one.by, one.reason, one.ruling) == (1, place, "analyst", "it names a child", None)
    assert latest_change(database) == before
    row = read_log(database, person())[-1]
    assert (row.deed, row.what) == ("named what is to be redacted", "number 1: words, wherever they stand")


AGAIN = [
    (RedactedPlace(RedactedKind.NAME, words="Jane Smith"), RedactedPlace(RedactedKind.NAME, words="JANE  Smith ")),
    (
        RedactedPlace(RedactedKind.ENTRY, version=1, sheet="Actions", ref="C5"),
        RedactedPlace(RedactedKind.ENTRY, version=1, sheet=" actions", ref="c5 "),
    ),
]


@pytest.mark.parametrize(("place", "again"), AGAIN)
def test_a_place_is_named_once_however_it_is_typed(database, place, again):
    accept(database, standard({ISSUED: 41}, entries=(ENTRY,)), by("analyst"))
    name_redaction(database, again, by("analyst", "it names a child"))
    for each in (place, again):
        with pytest.raises(StoreError, match=r"^This is named already, as number 1 by analyst\. Nothing was changed\.$"):
            name_redaction(database, each, by("analyst", "it names a child"))
    assert len(redactions(database)) == 1


def test_where_a_file_is_there_no_redaction_is_read(database, monkeypatch):
    """Each look into a version asks it."""
    accept(database, standard({ISSUED: 41}, entries=(ENTRY,)), by("analyst"))
    monkeypatch.setattr("store.redactions.all_redactions", lambda cursor: pytest.fail("read for nothing"))
    with database.cursor() as cursor:
        assert redaction_of_file(cursor, version(database, 1).sha256) is None
