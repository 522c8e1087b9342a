"""People: who may sign in and as what, for administrators, and the tokens of their programs; everybody else's own."""

import streamlit as st

from access.door import configured_door
from access.people import everybody
from pages.parts.downloads import listed_table
from pages.parts.people import add_form, change_form, link_told
from pages.parts.telling import draw, literal, say, title
from pages.parts.tokens import own_tokens_part, tokens_part
from pages.parts.view import current, database
from programme.access import Deed
from reports.language.grammar import spelt
from reports.markup.pieces import link
from reports.tables.people import MaySignIn, people_table

FROM_THE_FIRST_ON = (
    "Nobody is asked to sign in yet. From the first person on everybody is, in every window at its next click. Make the "
    "first one an administrator, and keep their link: without it nobody comes in but by the command line."
)

NOT_WHILE_VOUCHED_FOR = "Who has a password of ours cannot sign in while an issuer vouches for people."

OTHERS = "Who may sign in here, and as what, an administrator is shown and may change. What you see here is your own."

view = current()
title("People and tokens")
if not view.may(Deed.MANAGE_PEOPLE):
    say(OTHERS)
    own_tokens_part(view.person)
    st.stop()
draw(link(view.href("upkeep"), "Upkeep"))
found = everybody(database())
link_told()
if view.person.alone:
    st.info(literal(FROM_THE_FIRST_ON))
if found:
    say(f"{spelt(len(found))} {'person' if len(found) == 1 else 'people'} may sign in.")
    rows = (MaySignIn(each.name, each.account, each.roles, each.added_at, each.waits) for each in found)
    listed_table(people_table(rows))
    if configured_door().issuer and any(each.issuer == "local" for each in found):
        say(NOT_WHILE_VOUCHED_FOR, quiet=True)
    change_form(view.person, found)
add_form(view.person)
tokens_part(view.person, found)
