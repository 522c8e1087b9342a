from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programme.redaction import RedactedKind, RedactedPlace, Redaction, RedactionRuling

AT = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (RedactedPlace(RedactedKind.NAME, words="Jane Smith"), "words, wherever they stand"),
        (RedactedPlace(RedactedKind.ENTRY, version=3, sheet="Actions", ref="C5"), "Actions!C5 of version 3"),
        (RedactedPlace(RedactedKind.FILE, version=3), "the file of version 3"),
        (RedactedPlace(RedactedKind.FILE, release=2), "the file of release 2"),
    ],
)
def test_a_place_is_told_without_its_words(place, told):
    assert place.told == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RedactedPlace(RedactedKind.NAME, words="Jane Smith"), RedactedPlace(RedactedKind.NAME, words=" jane\u00a0 SMITH ")),
        (
            RedactedPlace(RedactedKind.ENTRY, 3, None, "Actions", "C5"),
            RedactedPlace(RedactedKind.ENTRY, 3, None, "actions ", " c5"),
        ),
    ],
)
def test_a_place_is_the_same_however_it_is_typed(one, other):
    assert one.same_as(other) and other.tidy.same_as(one)
    assert not one.same_as(replace(other, version=4))


@pytest.mark.parametrize(
    ("place", "one"),
    [
        (RedactedPlace(RedactedKind.FILE, version=3), True),
        (RedactedPlace(RedactedKind.FILE, release=3), True),
        (RedactedPlace(RedactedKind.FILE, 3, 3), False),
        (RedactedPlace(RedactedKind.FILE, 3, sheet="Actions"), False),
        (RedactedPlace(RedactedKind.ENTRY, 3, None, "Actions", "C5"), True),
        (RedactedPlace(RedactedKind.ENTRY, 3, None, "Actions"), False),
        (RedactedPlace(RedactedKind.ENTRY, None, 3, "Actions", "C5"), False),
        (RedactedPlace(RedactedKind.NAME, words="Jane Smith"), True),
        (RedactedPlace(RedactedKind.NAME, 3, words="Jane Smith"), False),
    ],
)
def test_a_place_is_one_thing(place, one):
    assert place.one_thing is one


def test_what_stands_there_afterwards_says_when_and_why():
    place = RedactedPlace(RedactedKind.FILE, version=3)
    named = Redaction(1, place, AT, "Bo", "local:2", "it names a child")
    assert (named.doer, named.sentence) == ("Bo (local:2)", "")
    ruled = Redaction(
        1, place, AT, "Bo", "", "it names a child", RedactionRuling(True, AT, "Ann", "local:3", "the family asked")
    )
    assert (ruled.ruling.doer, ruled.sentence) == ("Ann (local:3)", "redacted on 26 November 2026: the family asked")
