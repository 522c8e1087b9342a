import time
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

import pytest

from access import passwords
from access.passwords import COMMON, hashed, is_dated, matches, refused_password

GOOD = "otter lamp seven rivers"


@pytest.fixture(scope="module")
def kept():
    """What is kept of a password, at today's cost: a quarter of a second."""
    return hashed(GOOD)


def test_what_is_kept_names_its_parameters_and_holds_no_password(kept):
    kind, cost, block, lanes, salt, made = kept.split("$")
    assert (kind, cost, block, lanes) == ("scrypt", "32768", "8", "3")
    assert len(salt) == 24 and len(made) == 44
    assert "otter" not in kept
    assert matches(GOOD, kept)


@pytest.fixture
def cheap(monkeypatch):
    monkeypatch.setattr(passwords, "COST", 2)


def test_what_is_kept_matches_its_password_alone_and_has_a_salt_of_its_own(cheap):
    kept = hashed(GOOD)
    assert hashed(GOOD) != kept, "each has its own salt"
    assert not matches(GOOD.upper(), kept)
    assert not matches("", kept)


def test_letters_composed_in_another_way_are_the_same(cheap):
    assert matches("cafe\u0301 otter lamp", hashed("café otter lamp"))


def test_a_hash_of_other_parameters_still_matches_and_is_dated(monkeypatch, cheap):
    kept = hashed(GOOD)
    monkeypatch.undo()
    assert matches(GOOD, kept)
    assert is_dated(kept)
    assert not is_dated(passwords._NOBODYS)


def test_where_nothing_is_kept_it_costs_the_same_and_never_matches(kept):
    def cost(kept):
        begun = time.process_time()
        assert not matches("no password no password no password ", kept)
        return time.process_time() - begun

    known, unknown = min(cost(kept) for _ in range(2)), min(cost("") for _ in range(2))
    assert 0.5 < unknown / known < 2
    assert passwords._NOBODYS.split("$")[1:4] == kept.split("$")[1:4]


def test_two_are_worked_out_at_a_time(monkeypatch, cheap):
    """A third waits: the semaphore that stands before the work has two places and raises for a third given back."""
    working, most = [], []

    def slowly(*_, **parameters):
        assert parameters["maxmem"] == 64 * 1024 * 1024
        working.append(1)
        most.append(len(working))
        time.sleep(0.05)
        working.pop()
        return b"0" * 32

    assert isinstance(passwords._two, BoundedSemaphore)
    monkeypatch.setattr("hashlib.scrypt", slowly)
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(hashed, [GOOD] * 6))
    assert max(most) == 2


def test_a_password_has_twelve_characters_or_more():
    assert refused_password("otter lamp", "Ann") == (
        "A password must have at least 12 characters, got: 10. Three words that do not belong together do well."
    )
    assert refused_password("otter lamp 7", "Ann") == ""
    assert refused_password("o" * 100 + "tter lamp" * 12, "Ann") == "A password must have at most 200 characters, got: 208."
    assert refused_password("otter\tlamp\x00seven", "Ann").startswith("A password must be of letters, digits, signs")


def test_a_common_one_is_refused_in_words():
    assert refused_password("Password1234!", "Ann") == COMMON
    assert COMMON == (
        "A password must not be one that others try first, got: one made of common words, of keys in a row, of repetitions, "
        "or of the name. Three words that do not belong together do well."
    )
