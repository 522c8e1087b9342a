from datetime import timedelta

import pytest

from programme.signoff import SignOffState
from store import moments
from store.signing.sign_offs import publish_quarter
from store.signing.signoff_rows import sign_off_of
from tests.store.signatures import CHAIR, approved, because, later, published
from tests.store.submissions import Q3
from tests.store.wordings import comes


@pytest.fixture
def database(database):
    comes(database, 0)
    return database


def test_nothing_was_signed_before_it_was(database):
    made = published(database)
    assert sign_off_of(database).publication == made
    before = sign_off_of(database, made.at - timedelta(microseconds=1))
    assert (before.publication, before.past, before.state(Q3)) == (None, True, SignOffState.APPROVED)
    assert sign_off_of(database, later(-1)).signatures == ()


def test_a_clock_that_is_set_back_puts_nothing_under_embargo_again(database, monkeypatch):
    approved(database)
    made = publish_quarter(database, Q3, because(CHAIR, at=later(4)), later(5))
    assert sign_off_of(database, later(4.5)).publication is None
    assert sign_off_of(database).publication == made
    monkeypatch.setattr(moments, "now", lambda: moments.stored(later(4.5)))
    assert sign_off_of(database).state(Q3) is SignOffState.EMBARGOED
    monkeypatch.setattr(moments, "now", lambda: moments.stored(later(-300)))
    assert sign_off_of(database).at == made.at
