import pytest

from access.claims import TOO_MANY_GROUPS, Vouched, leaves_out, says_roles, vouched
from access.issuer import Issuer
from programme.access import Role

ROLES = (("wsoa-analysts", Role.ANALYST), ("wsoa-chairs", Role.CHAIR), ("wsoa-chairs", Role.READER))


def issuer(claim="roles", entra=False):
    return Issuer("https://login.example", "wsoa", "s", ROLES, claim, entra=entra)


def said(claims, **of):
    return vouched(issuer(**of), {"sub": "u-1"} | claims)


@pytest.mark.parametrize(
    ("values", "roles"),
    [
        (["wsoa-analysts"], {Role.ANALYST}),
        ("wsoa-analysts", {Role.ANALYST}),
        (["wsoa-chairs", "wsoa-analysts", "other"], {Role.ANALYST, Role.CHAIR, Role.READER}),
        (["WSOA-ANALYSTS", "wsoa-analysts ", "wsoa"], set()),
        ([], set()),
        ([["wsoa-analysts"], 3, None], set()),
        ({"wsoa-analysts": True}, set()),
        ("wsoa-analysts wsoa-chairs", set()),
        (None, set()),
    ],
)
def test_each_value_that_is_configured_gives_its_roles_and_no_other_does(values, roles):
    assert said({"roles": values}).roles == roles


def test_a_claim_is_found_by_its_name_and_by_its_way():
    way = {"realm_access": {"roles": ["wsoa-analysts"]}}
    assert said(way, claim="realm_access.roles").roles == {Role.ANALYST}
    assert said({"https://wsoa.example/roles": ["wsoa-chairs"]}, claim="https://wsoa.example/roles").roles == {
        Role.CHAIR,
        Role.READER,
    }
    for nothing in ({}, {"realm_access": ["roles"]}, {"realm_access": None}):
        assert said(nothing, claim="realm_access.roles").roles == set()
        assert not says_roles(issuer("realm_access.roles"), nothing)


def test_a_person_is_issuer_and_subject_whatever_they_are_called():
    one = said({"name": "Ann", "email": "ann@example", "roles": ["wsoa-analysts"]})
    other = said({"name": "Ann Married", "email": "other@example"})
    assert one == Vouched("https://login.example", "u-1", "Ann", frozenset({Role.ANALYST}))
    assert (one.account, other.account) == ("https://login.example u-1", "https://login.example u-1")
    assert said({"sub": "u-2", "name": "Ann", "email": "ann@example"}).account == "https://login.example u-2"


def test_at_entra_a_person_is_tenant_and_object_id_because_its_subject_is_another_in_every_app():
    assert said({"tid": "t", "oid": "o"}, entra=True).subject == "t/o"
    assert said({"tid": "t", "oid": "o", "sub": "another"}, entra=True).subject == "t/o"
    assert said({"tid": "t", "oid": "o"}).subject == "u-1"


@pytest.mark.parametrize("wrong", [None, "", 7, ["u"], "a\nb", "x" * 256])
def test_who_is_not_said_is_nobody(wrong):
    with pytest.raises(ValueError, match=r"^The issuer must say who you are by sub, got: an answer without it\."):
        said({"sub": wrong})
    for claims in ({"tid": wrong, "oid": "o"}, {"tid": "t", "oid": wrong}):
        with pytest.raises(ValueError, match=r"^The issuer must say who you are by tid and oid, got"):
            said(claims, entra=True)


@pytest.mark.parametrize(
    ("claim", "claims"),
    [
        ("groups", {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "https://graph"}}}),
        ("groups", {"hasgroups": True}),
        ("groups", {"hasgroups": "true"}),
        ("roles", {"_claim_names": {"roles": "src1"}}),
    ],
)
def test_groups_that_are_left_out_because_there_are_too_many_are_said_in_a_sentence(claim, claims):
    assert leaves_out(issuer(claim), claims)
    with pytest.raises(ValueError) as refused:
        said(claims, claim=claim)
    assert str(refused.value) == TOO_MANY_GROUPS
    assert said(claims | {claim: ["wsoa-analysts"]}, claim=claim).roles == {Role.ANALYST}, "said after all"


def test_what_else_is_left_out_is_none_of_ours():
    for claims in ({}, {"hasgroups": False}, {"_claim_names": {"photo": "src1"}}, {"_claim_names": "groups"}):
        assert not leaves_out(issuer("groups"), claims)
    assert not leaves_out(issuer("roles"), {"hasgroups": True}), "roles are no groups"


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"name": " Ann \u202e Example\n"}, "Ann Example"),
        ({"name": "", "preferred_username": "ann.e"}, "ann.e"),
        ({"name": ["Ann"], "preferred_username": 3}, "u-1"),
        ({"name": "x" * 300}, "x" * 80),
        ({"name": "\u200b"}, "u-1"),
    ],
)
def test_a_name_is_what_can_be_seen_of_it(claims, name):
    assert " ".join(said(claims).name.split()) == name
