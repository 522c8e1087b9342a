import pytest

from access.common import is_common
from plumbing.reference import rows


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "Password2026!",
        "P@ssw0rd!2345",
        "$ummer!!2026!",
        "passwordpassword",
        "welcome-welcome",
        "LetMeIn.LetMeIn.",
        "Summer2026!!!",
        "iloveyou1234",
        "KentCouncil2026",
        "kent county council",
        "123456789012",
        "abcdefghijkl",
        "qwertyuiop12",
        "1qaz2wsx3edc",
        "1q2w3e4r5t6y",
        "zyxwvutsrqpo",
        "aaaaaaaaaaaa",
        "121212121212",
        "7h&k7h&k7h&k",
        "tr0ub4tr0ub4",
        "AnnFieldhouse1",
        "fieldhouse-ann!",
        "2026202620262",
        "!!!!!!!!!!!?",
        "271828182845"[:6] * 2,
        "314159 265358",
    ],
)
def test_what_others_try_first(password):
    assert is_common(password, "Ann Fieldhouse")


@pytest.mark.parametrize(
    "password",
    [
        "otter lamp seven",
        "correct horse battery",
        "vB7#kpQ2!xLm",
        "mein Hund frisst Gras",
        "Kent otter lamp 7",
        "ænglisc wyrd gæð",
    ],
)
def test_what_they_do_not(password):
    assert not is_common(password, "Ann Fieldhouse")


def test_one_persons_name_is_another_ones_password():
    assert not is_common("fieldhouse-ann!", "Bo Lind")


def test_every_word_of_the_list_with_a_year_behind_it_is_refused():
    allowed = [row["word"] for row in rows("common_passwords") if not is_common(f"{row['word']}2026", "")]
    assert allowed == []
    assert len(rows("common_passwords")) > 400
