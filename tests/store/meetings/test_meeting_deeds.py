import pytest

from programme.log import Logged
from store import moments
from store.errors import StoreError
from store.meetings.meeting_deeds import LONGEST, kept_text, note_deed, refuse_blank
from tests.accepting import by
from tests.store.holding import CHAIR, OPENED, minute


def test_a_deed_of_the_demonstration_stands_in_its_past_and_one_of_today_after_everything(database):
    """What is given a moment follows the meetings alone; what happens now follows whatever was stored last."""
    from store.returns import versions
    from tests.store.submissions import ISSUED, standard

    versions.accept(database, standard({ISSUED: 41}), by())
    with database.transaction() as cursor:
        assert note_deed(cursor, 1, Logged.OPENED_MEETING, minute(0)) == 2
        assert note_deed(cursor, 1, Logged.SET_AGENDA, by("C. Hair")) == 3
        rows = cursor.execute("SELECT done_at, done_by, seen FROM meeting_deeds ORDER BY change").fetchall()
        (accepted,) = cursor.execute("SELECT accepted_at FROM versions").fetchone()
    assert rows[0] == (moments.stored(OPENED), CHAIR.name, 0)
    assert rows[1][0] > accepted
    assert rows[1][2] == 2


def test_text_is_kept_without_the_spaces_around_it_and_not_for_ever():
    assert kept_text("  said \n") == "said"
    with pytest.raises(
        StoreError, match=r"^What is typed here has at most 10,000 letters, got: 10,001\. Nothing was changed"
    ):
        kept_text("x" * (LONGEST + 1))
    with pytest.raises(StoreError, match=r"^It must be said, got: \?\. Nothing was changed\.$"):
        refuse_blank(" ? ", "It must be said")
