"""The doors to the nine weaknesses and the five workstreams, with the one that is open and the ones beside it."""

from collections.abc import Sequence

from markupsafe import Markup

from programme.workstreams import Weakness, Workstream, weaknesses, workstreams
from reports.markup.pieces import Href, link, spoken, together


def doors(about: Weakness | Workstream, href: Href) -> Markup:
    """Two lines of numbers, each a link whose name is for the ear and the pointer; then the one before and the one after."""
    return Markup('<nav class="doors" aria-label="Weaknesses and workstreams">{}{}{}</nav>').format(
        _line("Weaknesses", "weakness", tuple(weaknesses().values()), about, href),
        _line("Workstreams", "workstream", tuple(workstreams().values()), about, href),
        _beside(about, href),
    )


def _line(name: str, thing: str, found: Sequence[Weakness | Workstream], about: Weakness | Workstream, href: Href) -> Markup:
    return Markup("<span>{} {}</span>").format(name, together(_door(thing, each, each == about, href) for each in found))


def _door(thing: str, each: Weakness | Workstream, here: bool, href: Href) -> Markup:
    return Markup('<a href="{}" title="{}"{}>{}{}</a> ').format(
        href(thing, **{thing: str(each.number)}),
        each.label,
        Markup(' aria-current="page"') if here else "",
        each.number,
        spoken(f" {each.name if here else each.label}"),
    )


def _beside(about: Weakness | Workstream, href: Href) -> Markup:
    """`‹ 5 Standards and progress  7 Governance ›`, round the ends."""
    thing = "weakness" if isinstance(about, Weakness) else "workstream"
    found = list((weaknesses() if thing == "weakness" else workstreams()).values())
    at = found.index(about)
    before, after = found[at - 1], found[(at + 1) % len(found)]
    return Markup('<span class="beside">{} {}</span>').format(
        link(href(thing, **{thing: str(before.number)}), f"‹ {before.number} {before.label}"),
        link(href(thing, **{thing: str(after.number)}), f"{after.number} {after.label} ›"),
    )
