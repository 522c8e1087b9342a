"""Who looks: whoever is at this machine, or who is signed in, asked at every run; and what is said to who is not."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from access.signing import Ended, SignedIn, who_is_here
from pages.parts.telling import draw, literal, say, title
from pages.parts.unsent import keep_unsent
from programme.access import Person
from programme.moment import time_text
from reports.language.grammar import and_list
from store.database import Database
from web.shelf import SIGNED_HEADER, TOKEN_HEADER

NO_ROLE = (
    "You are signed in as {name}, and no role here is yours, so that nothing is shown. Ask an administrator to give you "
    "one: your account is {account}."
)
ROLES_GONE = (
    "You are {gone} here no more: an administrator changed your roles. Nothing that takes that role was done since. What "
    "you had typed for it is kept for you for a day, and stands in its box again should the role come back."
)
_ROLES = "roles of whoever looks"
_OUT = Markup(
    '<form class="out" method="post" action="/sign-out"><input type="hidden" name="token" value="{}">'
    "<button>Sign out</button></form>"
)


def told_by_the_guard() -> Mapping[str, str]:
    """The headers with which this window was opened; what they say of who it is, the guard has put there."""
    return st.context.headers


def signed_in_here(database: Database) -> SignedIn | None:
    """Who is signed in, or None where nobody is asked to. Who must sign in is told so and sees nothing else of the page."""
    found = who_is_here(database, told_by_the_guard().get(SIGNED_HEADER, ""))
    if isinstance(found, Ended):
        _turned_away("Sign in to go on", f"{found.why} Nothing was lost that was stored, and a draft is kept.")
    if found:
        _told_of_roles(found.person)
    if found and not found.person.roles:
        title("No role here is yours")
        st.error(literal(NO_ROLE.format(name=found.person.name, account=found.person.account)))
        draw(sign_out_form())
        st.stop()
    return found


def _told_of_roles(person: Person) -> None:
    """Say it once where a role was taken away from whoever looks: what they pressed is not done."""
    account, before = st.session_state.get(_ROLES, ("", frozenset()))
    st.session_state[_ROLES] = person.account, person.roles
    gone = before - person.roles if account == person.account else ()
    if gone:
        keep_unsent()
        st.warning(literal(ROLES_GONE.format(gone=and_list(sorted(gone)))))


def still_here(database: Database) -> bool:
    """Whether whoever looks through this window may still do so: asked by what is done before a page is drawn anew."""
    return not isinstance(who_is_here(database, told_by_the_guard().get(SIGNED_HEADER, "")), Ended)


def signed_note(found: SignedIn) -> Markup:
    """Who is signed in, as what and until when."""
    roles = and_list(sorted(found.person.roles))
    told = f"Signed in as {found.person.name} ({roles}), until {time_text(found.until)} at the latest."
    if found.claimed:
        came = and_list(sorted(found.claimed))
        told += f" The role {came} came with the sign-in and is as old as that: {time_text(found.begun_at)}."
    return Markup('<p class="foot" role="note">{} To sign out, open View.</p>').format(told)


def name_given(person: Person, **look) -> str:
    """The name under which something is stored: who is signed in is recorded as themselves, others say who they are."""
    if person.alone:
        return st.text_input("Your name or role", **look)
    say(f"It is recorded as done by {person.name}.", quiet=True)
    return person.name


def _turned_away(headline: str, why: str) -> None:
    """End the page: nothing of it is shown. The way back is this same address, which asks for a sign-in first."""
    keep_unsent()
    title(headline)
    st.warning(literal(why))
    draw(Markup('<a class="leave" href="?{}">Sign in</a>').format(urlencode(dict(st.query_params))))
    st.stop()


def sign_out_form() -> Markup:
    """The way out, in every window."""
    return _OUT.format(told_by_the_guard().get(TOKEN_HEADER, ""))
