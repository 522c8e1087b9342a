import pytest

from access.issuer import Issuer, configured_issuer, is_safe_address
from programme.access import Role

KEYCLOAK = {
    "WSOA_OIDC_ISSUER": "https://login.example.gov.uk/realms/council",
    "WSOA_OIDC_CLIENT_ID": "wsoa",
    "WSOA_OIDC_CLIENT_SECRET": "s3cret",
    "WSOA_OIDC_ROLES": "wsoa-analysts=analyst; wsoa-chairs=chair;wsoa-chairs=reader; CN=a,OU=b=lead ;",
}


def test_what_an_issuer_needs_and_what_it_is_without_more():
    found = configured_issuer(KEYCLOAK)
    assert found == Issuer(
        "https://login.example.gov.uk/realms/council",
        "wsoa",
        "s3cret",
        (
            ("wsoa-analysts", Role.ANALYST),
            ("wsoa-chairs", Role.CHAIR),
            ("wsoa-chairs", Role.READER),
            ("CN=a,OU=b", Role.LEAD),
        ),
        "roles",
        "openid profile",
        "your organisation's account",
        entra=False,
    )
    assert "s3cret" not in repr(found)
    assert configured_issuer(KEYCLOAK | {"WSOA_OIDC_ISSUER": f"{found.address}/"}) == found


def test_what_can_be_said_otherwise():
    more = {
        "WSOA_OIDC_CLAIM": "realm_access.roles",
        "WSOA_OIDC_SCOPE": "openid  groups",
        "WSOA_OIDC_NAME": "Kent Example",
        "WSOA_OIDC_PERSON": "entra",
    }
    found = configured_issuer(KEYCLOAK | more)
    assert (found.claim, found.scope, found.called) == ("realm_access.roles", "openid groups", "Kent Example")
    assert found.entra


@pytest.mark.parametrize(
    "address",
    [
        "https://login.microsoftonline.com/8c1f0000-0000-0000-0000-000000000000/v2.0",
        "https://login.microsoftonline.us/8c1f/v2.0",
        "https://login.partner.microsoftonline.cn/8c1f/v2.0",
        "https://sts.windows.net/8c1f/",
    ],
)
def test_entra_is_known_by_its_address_and_can_be_said_to_be_none(address):
    assert configured_issuer(KEYCLOAK | {"WSOA_OIDC_ISSUER": address}).entra
    assert not configured_issuer(KEYCLOAK | {"WSOA_OIDC_ISSUER": address, "WSOA_OIDC_PERSON": "subject"}).entra


def test_a_secret_may_stand_in_a_file(tmp_path):
    (tmp_path / "secret").write_text(" from a file\n", encoding="utf-8")
    file = {"WSOA_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret")}
    assert configured_issuer(KEYCLOAK | {"WSOA_OIDC_CLIENT_SECRET": ""} | file).client_secret == "from a file"
    with pytest.raises(ValueError, match=r"^WSOA_OIDC_CLIENT_SECRET must stand alone, without .*_FILE, got: both\."):
        configured_issuer(KEYCLOAK | file)
    (tmp_path / "secret").write_bytes(b"\xff")
    for wrong in (tmp_path, tmp_path / "none", tmp_path / "secret"):
        with pytest.raises(ValueError, match=r"^WSOA_OIDC_CLIENT_SECRET_FILE must be a file that this app can read, got: /"):
            configured_issuer(
                KEYCLOAK | {"WSOA_OIDC_CLIENT_SECRET": "", "WSOA_OIDC_CLIENT_SECRET_FILE": str(wrong)},
            )


@pytest.mark.parametrize(
    ("key", "told", "sentence"),
    [
        (
            "WSOA_OIDC_ISSUER",
            told,
            "be the issuer's address by https, as its own metadata says it, like "
            f"https://login.example.gov.uk/realms/council, got: {told or 'nothing'}",
        )
        for told in (
            "",
            "login.example",
            "http://login.example",
            "https://",
            "https://a?b",
            "https://a#b",
            "https://u@a",
            "ftp://a",
        )
    ]
    + [
        (
            "WSOA_OIDC_ISSUER",
            f"https://login.microsoftonline.com/{tenant}/v2.0",
            "name your own tenant, because people of every other one would be asked as well, got: "
            f"https://login.microsoftonline.com/{tenant}/v2.0",
        )
        for tenant in ("common", "organizations", "consumers")
    ]
    + [
        (
            "WSOA_OIDC_ROLES",
            told,
            "be pairs like wsoa-analysts=analyst; wsoa-chairs=chair, each with one of the roles reader, analyst, lead, "
            f"chair, administrator, got: {told or 'nothing'}",
        )
        for told in ("", "analyst", "=analyst", "a=Analyst", "a=analyst; b=", "a=analyst, b=chair")
    ]
    + [
        ("WSOA_OIDC_CLIENT_ID", "", "be what the issuer gave for this app, got: nothing"),
        ("WSOA_OIDC_CLIENT_SECRET", " ", "be what the issuer gave for this app, got: nothing"),
        ("WSOA_OIDC_SCOPE", "profile", "have openid among its words, got: profile"),
        ("WSOA_OIDC_PERSON", "email", "be subject or entra, or not be set, got: email"),
    ],
)
def test_what_is_wrong_lets_nobody_in_and_is_a_sentence(key, told, sentence):
    with pytest.raises(ValueError) as refused:
        configured_issuer(KEYCLOAK | {key: told})
    assert str(refused.value) == f"{key} must {sentence}. Nobody is let in until it does."


def test_what_is_sent_goes_by_https_or_stays_on_this_machine():
    safe = ("https://a.example", "http://localhost:9400/x", "http://127.0.0.1")
    assert [
        each for each in (*safe, "http://a.example", "https:///x", "", "http://localhost.example") if is_safe_address(each)
    ] == [*safe]
