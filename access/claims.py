"""What an issuer says of somebody: who it is, by words that are nobody else's ever, and which roles that gives here."""

from collections.abc import Mapping
from dataclasses import dataclass

from access.issuer import Issuer
from programme.access import Role
from store.accounts.people import LONGEST_NAME

Claims = Mapping[str, object]

NOT_SAID = (
    "The issuer must say who you are by {names}, got: an answer without it. Tell an administrator: it is set at the issuer. "
    "Nobody is signed in."
)
TOO_MANY_GROUPS = (
    "The issuer must say which groups you are in, got: so many that it leaves them out of the sign-in. Tell an "
    "administrator: roles of this app (app roles), or only the groups that are assigned to it, come through. Nobody is "
    "signed in."
)


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the issuer vouches for: `issuer` and `subject` are who it is, `name` is only what they are called."""

    issuer: str
    subject: str
    name: str
    roles: frozenset[Role]

    @property
    def account(self) -> str:
        """As it stands beside what they do, and as an administrator adds them."""
        return f"{self.issuer} {self.subject}"


def vouched(issuer: Issuer, claims: Claims) -> Vouched:
    """Whom the claims speak of. Raises ValueError where they do not say it, or leave out which groups somebody is in."""
    subject = _subject(claims, ("tid", "oid") if issuer.entra else ("sub",))
    if leaves_out(issuer, claims):
        raise ValueError(TOO_MANY_GROUPS)
    said = _values(claims, issuer.claim)
    return Vouched(
        issuer.address,
        subject,
        _name(claims, subject),
        frozenset(role for value, role in issuer.roles if value in said),
    )


def says_roles(issuer: Issuer, claims: Claims) -> bool:
    """Whether the claim from which roles come is among them, whatever it holds."""
    return _found(claims, issuer.claim) is not None


def leaves_out(issuer: Issuer, claims: Claims) -> bool:
    """Whether the claim is left out because it would be too long, as Entra does with more than 200 groups."""
    if says_roles(issuer, claims):
        return False
    elsewhere = claims.get("_claim_names")
    named = isinstance(elsewhere, Mapping) and issuer.claim in elsewhere
    return named or (issuer.claim == "groups" and claims.get("hasgroups") in (True, "true"))


def _subject(claims: Claims, names: tuple[str, ...]) -> str:
    said = [claims.get(name) for name in names]
    if not all(isinstance(each, str) and each and each.isprintable() and len(each) <= 255 for each in said):
        raise ValueError(NOT_SAID.format(names=" and ".join(names)))
    return "/".join(said)


def _found(claims: Claims, name: str) -> object:
    """A claim by its name, or by its way through what holds it: `realm_access.roles`."""
    if name in claims:
        return claims[name]
    found: object = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _values(claims: Claims, name: str) -> frozenset[str]:
    found = _found(claims, name)
    return frozenset(each for each in (found if isinstance(found, list) else [found]) if isinstance(each, str))


def _name(claims: Claims, subject: str) -> str:
    """What somebody is called: what can be seen of it, and not longer than a name that is typed here."""
    for told in (claims.get("name"), claims.get("preferred_username")):
        seen = "".join(sign for sign in " ".join(told.split()) if sign.isprintable()) if isinstance(told, str) else ""
        if seen.strip():
            return seen.strip()[:LONGEST_NAME]
    return subject[:LONGEST_NAME]
