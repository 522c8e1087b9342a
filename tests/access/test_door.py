import pytest

from access.door import Door, SignInWay, configured_door


def configured(**given):
    return configured_door(given)


def test_unconfigured_nobody_is_asked_before_there_are_people_and_the_app_is_for_this_machine():
    assert configured() == Door() == configured(WSOA_SIGN_IN=" ", WSOA_ADDRESS="")
    assert (Door().way, Door().host, Door().address, Door().secure) == (None, "", "http://localhost:8501", False)


@pytest.mark.parametrize("way", SignInWay)
def test_a_way_is_named(way):
    assert configured(WSOA_SIGN_IN=str(way)) == Door(way)


@pytest.mark.parametrize("word", ["none", "oidc", "LOCAL"])
def test_another_word_lets_nobody_in(word):
    assert configured(WSOA_SIGN_IN=word).wrong == (
        f"WSOA_SIGN_IN must be local, or not be set, got: {word}. Nobody is let in until it is."
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
