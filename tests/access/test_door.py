import pytest

from access.door import NO_WAY_BACK, Door, SignInWay, configured_door
from tests.access.test_issuer import KEYCLOAK


def configured(**given):
    return configured_door(given)


def test_unconfigured_nobody_is_asked_before_there_are_people_and_the_app_is_for_this_machine():
    assert configured() == Door() == configured(WSOA_SIGN_IN=" ", WSOA_ADDRESS="")
    assert (Door().way, Door().host, Door().address, Door().secure) == (None, "", "http://localhost:8501", False)


def test_a_way_is_named():
    assert configured(WSOA_SIGN_IN="local") == Door(SignInWay.LOCAL)
    found = configured(WSOA_SIGN_IN="oidc", WSOA_ADDRESS="https://monitor.example", **KEYCLOAK)
    assert (found.way, found.address, found.issuer.client_id, found.wrong) == ("oidc", "https://monitor.example", "wsoa", "")
    assert configured(WSOA_ADDRESS="https://monitor.example", **KEYCLOAK).issuer is None, "not asked for"


def test_a_key_that_can_be_guessed_lets_nobody_in_and_is_not_repeated():
    told = configured_door({"WSOA_SESSION_KEY": "kent2026"}).wrong
    assert told == (
        "WSOA_SESSION_KEY must be at least 32 signs that nobody can guess, the same for every process of this app, got: 8. "
        "Nobody is let in until it is."
    )
    assert configured_door({"WSOA_SESSION_KEY": "k" * 32}) == Door()


@pytest.mark.parametrize("told", ["0", "1001", "sixty", "60 ", "6.5", "-1"])
def test_a_number_of_windows_that_is_none_lets_nobody_in(told):
    assert configured_door({"WSOA_MOST_WINDOWS": told}).wrong == (
        f"WSOA_MOST_WINDOWS must be a whole number from 1 to 1000, or not be set, got: {told}. Nobody is let in until it is."
    )
    assert [configured_door({"WSOA_MOST_WINDOWS": right}) for right in ("1", "60", "1000", "")] == [Door()] * 4


def test_an_issuer_needs_to_be_right_and_to_know_the_way_back_or_nobody_is_let_in():
    assert configured(WSOA_SIGN_IN="oidc", **KEYCLOAK).wrong == NO_WAY_BACK
    wrong = configured(WSOA_SIGN_IN="oidc", WSOA_ADDRESS="https://monitor.example", **KEYCLOAK | {"WSOA_OIDC_ROLES": "x"})
    assert wrong.wrong.startswith("WSOA_OIDC_ROLES must be pairs like ") and wrong.issuer is None


def test_a_secret_that_cannot_be_read_any_more_shuts_nobody_out_of_a_process_that_runs(tmp_path):
    secret = tmp_path / "secret"
    keys = KEYCLOAK | {"WSOA_OIDC_CLIENT_SECRET": "", "WSOA_OIDC_CLIENT_SECRET_FILE": str(secret)}
    keys |= {"WSOA_SIGN_IN": "oidc", "WSOA_ADDRESS": "https://monitor.example"}
    secret.write_text("s3cret", encoding="utf-8")
    door = configured(**keys)
    secret.unlink()
    assert configured(**keys, PATH="/bin") is door
    assert (door.wrong, door.issuer.client_secret) == ("", "s3cret")


def test_at_a_door_only_people_of_its_own_issuer_come_in():
    local, other = Door(), configured(WSOA_SIGN_IN="oidc", WSOA_ADDRESS="https://monitor.example", **KEYCLOAK)
    issuer = KEYCLOAK["WSOA_OIDC_ISSUER"]
    assert [local.admits(each) for each in ("local", issuer)] == [True, False]
    assert [other.admits(each) for each in ("local", issuer, "https://another.example")] == [False, True, False]


@pytest.mark.parametrize("word", ["none", "OIDC", "LOCAL"])
def test_another_word_lets_nobody_in(word):
    assert configured(WSOA_SIGN_IN=word).wrong == (
        f"WSOA_SIGN_IN must be local or oidc, or not be set, got: {word}. Nobody is let in until it is."
    )


@pytest.mark.parametrize(
    ("address", "told", "secure"),
    [
        ("https://monitor.example.gov.uk", "https://monitor.example.gov.uk", True),
        ("HTTPS://Monitor.example.gov.uk:8443/", "https://monitor.example.gov.uk:8443", True),
        ("http://localhost:9000", "http://localhost:9000", False),
    ],
)
def test_the_address_at_which_people_come(address, told, secure):
    found = configured(WSOA_ADDRESS=address)
    assert (found.address, found.secure, found.wrong) == (told, secure, "")


@pytest.mark.parametrize(
    "address",
    [
        "monitor.example",
        "http://monitor.example",
        "https://a/b",
        "https://a?b",
        "https://",
        "ftp://a",
        "https://a b",
        "https://u@a",
    ],
)
def test_an_address_that_is_none_or_is_not_safe_lets_nobody_in(address):
    assert configured(WSOA_ADDRESS=address).wrong == (
        "WSOA_ADDRESS must be the address of the app without a page, like https://monitor.example.gov.uk, got: "
        f"{address}. Passwords do not go by http. Nobody is let in until it is."
    )
