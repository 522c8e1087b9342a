"""The forms of the page People: one person added, given other roles, renewed or removed; and the link that is told once."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st

from access.door import configured_door
from access.people import Enrolled, Invited, add_subject, change_roles, invite, remove, reset
from pages.parts.doing import boxes_of, done_or_told
from pages.parts.telling import literal, say
from pages.parts.unsent import words_box
from pages.parts.view import database
from programme.access import Person, Role
from reports.language.grammar import and_list

LINK = "link told"
OTHER_ROLES = (
    "What you were shown is no longer so: somebody else changed the roles of {name}, who is {roles} by now. Choose again "
    "where that is not right. Nothing was changed."
)
SUBJECT = (
    "What the issuer calls this person for good, or the account that whoever was refused reads on the page that says so."
)
ROLES = [str(role) for role in Role]


def link_told() -> None:
    """What the run before has done, with the link for whoever it concerns: it is shown once and kept nowhere."""
    invited: Invited | None = st.session_state.pop(LINK, None)
    if invited is None:
        return
    with st.container(border=True):
        who = invited.enrolled
        say(f"Give {who.name} this link, by which they set a password. It can be used once, until {invited.until_text}.")
        say(invited.address(_base()))
        say("It is shown here once. Whoever has it can sign in as this person: give it to nobody else.", quiet=True)


def add_form(by: Person) -> None:
    """Somebody new, with roles and a link."""
    st.header("Add a person")
    with st.form("add"):
        name = words_box(by, "Name", "name to add", form="add")
        vouched_for = configured_door().issuer is not None
        subject = words_box(by, "Subject", "subject to add", form="add", help=SUBJECT) if vouched_for else ""
        roles = st.multiselect("Roles", ROLES, key=f"{boxes_of('add')} roles")
        if st.form_submit_button("Add" if vouched_for else "Add, and make a link"):
            if not roles:
                st.error("A person must have a role, got: none. Choose one. Nothing was changed.")
            elif vouched_for:
                done_or_told(
                    lambda: _added(add_subject(database(), name, subject, map(Role, roles), by)), ValueError, form="add"
                )
            else:
                done_or_told(lambda: _link(invite(database(), name, map(Role, roles), by)), ValueError, form="add")


def change_form(by: Person, people: Sequence[Enrolled]) -> None:
    """One of those who are there: other roles, a new link, or gone."""
    st.header("Change a person")
    named = {f"{each.name}, {each.account}": each for each in people}
    who = named[st.selectbox("Person", list(named), key="person chosen")]
    number = who.number
    with st.form(f"roles {number}"):
        held = [role for role in ROLES if role in who.roles]
        shown = st.session_state.get(f"roles shown of {number}", held)
        st.session_state[f"roles shown of {number}"] = held
        roles = st.multiselect("Roles", ROLES, default=held, key=f"roles of {number} {held}")
        pressed = st.form_submit_button("Give these roles and no others")
        if pressed and shown != held:  # and the box is another, in which nothing was chosen yet
            st.error(literal(OTHER_ROLES.format(name=who.name, roles=_told(held))))
        elif pressed:
            done_or_told(lambda: _roles_given(who, roles, by), ValueError)
    left, right = st.columns(2)
    if (
        who.issuer == "local"
        and configured_door().issuer is None
        and left.button("End the password and make a new link", key=f"reset {number}")
    ):
        done_or_told(lambda: _link(reset(database(), number, by)), ValueError)
    if right.toggle("Remove this person", key=f"removing {number}"):
        say(f"{who.name} is out at their next click and may not sign in any more. What they did stays.")
        if st.button("Remove", key=f"remove {number}"):
            done_or_told(lambda: _removed(who, by), ValueError)


def _added(who: Enrolled) -> str:
    return f"{who.name} may sign in as {and_list(sorted(who.roles))}."


def _link(invited: Invited) -> str:
    st.session_state[LINK] = invited
    return f"{invited.enrolled.name} may sign in once they have set a password."


def _roles_given(who: Enrolled, roles: Sequence[str], by: Person) -> str:
    change_roles(database(), who.number, map(Role, roles), by)
    return f"{who.name} is {_told(roles)} from now on."


def _told(roles: Sequence[str]) -> str:
    return and_list(sorted(roles)) if roles else "without a role"


def _removed(who: Enrolled, by: Person) -> str:
    remove(database(), who.number, by)
    return f"{who.name} is removed."


def _base() -> str:
    """Where the link begins: as configured, or else where this window is open."""
    door = configured_door()
    here = urlsplit(st.context.url or "")
    return door.address if door.host or not here.netloc else f"{here.scheme}://{here.netloc}"
