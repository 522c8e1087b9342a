"""Tokens for programs, on the page People: those there are or one's own, one revoked, and one made and told once."""

from collections.abc import Sequence

import streamlit as st

from access.door import configured_door
from access.people import Enrolled, everybody
from access.token_commands import SEEN_AS
from access.tokens import (
    DAYS,
    MOST_DAYS,
    Token,
    TokenAsked,
    TokenMade,
    asked_token,
    ended_because,
    make_token,
    revoke_token,
    tokens,
)
from pages.parts.doing import boxes_of, done_or_told
from pages.parts.downloads import listed_table
from pages.parts.telling import say
from pages.parts.unsent import words_box
from pages.parts.view import database
from programme.access import Person, Role, sees_no_more
from programme.moment import day_text
from reports.tables.tokens import TokenRow, tokens_table

MADE = "token told"
WHAT_FOR = (
    "Excel, Power BI and other programs ask for figures with a token in place of signing in. It is shown no more than the "
    "person whose it is, and ends with their access."
)
NO_ROLE_LASTS = (
    "A token rests on a role of the list that is kept here, and none of yours is in it: a role that came with a sign-in is "
    "as old as that. Ask an administrator to give you one."
)


def tokens_part(by: Person, people: Sequence[Enrolled]) -> None:
    """Everything about tokens, for who manages people."""
    _listed(by, tokens(database()))
    _making(by, people, SEEN_AS)


def own_tokens_part(by: Person) -> None:
    """Their own tokens, for everybody else; as which roles one may see is asked of the list that is kept here."""
    _listed(by, [each for each in tokens(database()) if each.account == by.owner])
    owners = [each for each in everybody(database()) if each.account == by.owner]
    held = [by.roles, *(each.roles for each in owners)]
    if roles := [role for role in SEEN_AS if all(sees_no_more(role, each) for each in held)]:
        _making(by, owners, roles)
    else:
        say(NO_ROLE_LASTS)


def _listed(by: Person, those: Sequence[Token]) -> None:
    st.header("Tokens for programs")
    say(WHAT_FOR)
    _told()
    found = [(each, ended_because(database(), configured_door(), each)) for each in those]
    if found:
        listed_table(tokens_table(_row(*each) for each in found))
    if live := {f"{each.number}, {each.name}": each for each, ended in found if not ended}:
        _revoking(by, live)


def _told() -> None:
    """The token that the run before has made: it is shown once and kept nowhere."""
    made: TokenMade | None = st.session_state.pop(MADE, None)
    if made is None:
        return
    with st.container(border=True):
        say(f"This is {made.token.called}. It is shown here once: put it where the program asks for a password.")
        say(made.secret)


def _revoking(by: Person, live: dict[str, Token]) -> None:
    token = live[st.selectbox("Token", list(live), key="token chosen")]
    if st.button("Revoke this token", key=f"revoke {token.number}"):
        done_or_told(lambda: _revoked(token, by))


def _making(by: Person, people: Sequence[Enrolled], roles: Sequence[Role]) -> None:
    owners = {f"{each.name}, {each.account}": each for each in people}
    with st.form("token"):
        name = words_box(by, "What for", "token to make", form="token")
        several = len(owners) > 1
        whose = st.selectbox("Whose it is", owners, key=f"{boxes_of('token')} whose") if several else next(iter(owners), "")
        role = st.selectbox("Sees as", [str(each) for each in roles], key=f"{boxes_of('token')} role")
        days = st.number_input("Days", 1, MOST_DAYS, DAYS, key=f"{boxes_of('token')} days")
        if st.form_submit_button("Make a token"):
            asked, owner = asked_token(name, Role(role), int(days)), owners.get(whose)
            done_or_told(lambda: _made(asked, owner, by), ValueError, form="token")


def _made(asked: TokenAsked, owner: Enrolled | None, by: Person) -> str:
    st.session_state[MADE] = made = make_token(database(), configured_door(), asked, owner, by)
    token = made.token
    return f"Made {token.called} of {token.account}, which sees as the {token.role} until {day_text(token.expires_at)}."


def _revoked(token: Token, by: Person) -> str:
    revoke_token(database(), token.number, by)
    return f"Token {token.number} ({token.name}) is revoked and opens nothing any more."


def _row(token: Token, ended: str) -> TokenRow:
    return TokenRow(token.number, token.name, str(token.role), token.account, token.expires_at, ended)
