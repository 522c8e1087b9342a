import re

import pytest

from plumbing.signs import UNSEEN, as_seen, searched, without_unseen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("\u200e31/03/2025", "31/03/2025"),
        ("Kent\u2060 County\u200b Council\ufeff", "Kent County Council"),
        ("\u202eKent\u202c \u2066and\u2069 Medway", "Kent and Medway"),
        ("Cafe\u0301", "Café"),
        ("one\r\ntwo\rthree\x0b\x00", "one\ntwo\nthree"),
        ("co\u00adordination", "co\u00adordination"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        ("\u200b\u200e", ""),
    ],
)
def test_a_text_is_read_as_its_writer_sees_it(typed, seen):
    assert as_seen(typed) == seen
    assert as_seen(seen) == seen


def test_what_is_searched_for_is_found_however_it_was_pasted():
    assert searched("\u200eAPP–6.01") == searched("app\u20116.01") == "app-6.01"
    assert searched("“Parents’ Panel”") == searched("parents' panel") == "parents' panel"


def test_what_is_compared_has_no_soft_hyphen_and_no_joiner_either():
    assert without_unseen("co\u00adordi\u200cna\u200dtion\u200e") == "coordination"
    assert without_unseen("plain") == "plain"
    assert re.sub(UNSEEN, "", "S\u00adm\u200bi\u2060th") == "Smith"
