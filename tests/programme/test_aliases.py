from datetime import UTC, datetime

from programme.access import TakenBack
from programme.aliases import AddedAlias, Alias, Thing, aliases_standing

NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)
SHEPWAY = Alias(Thing.AREA, "E07000112", "Shepway")


def test_an_alias_that_was_taken_back_does_not_stand_and_says_who_did_what():
    gone = TakenBack(NOON, "Bo", "bo@desk", "the old name is gone")
    added = [AddedAlias(1, SHEPWAY, NOON, "Ann", "Ann", "", gone), AddedAlias(2, SHEPWAY, NOON, "Ann", "ann@desk", "")]
    assert aliases_standing(added) == (SHEPWAY,)
    assert aliases_standing(added[:1]) == ()
    assert (added[0].doer, added[1].doer, gone.doer) == ("Ann", "Ann (ann@desk)", "Bo (bo@desk)")
