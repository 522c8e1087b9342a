"""Restatements in HTML: what one version changed for one reason is one entry, opened to its figures."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from programme.access import Role
from programme.submission import Restatement
from reports.markup.pieces import Href, listing, together
from reports.sentences.versions import restated_sentence
from reports.sentences.ways import version_place
from reports.tables.versions import version_changes_table


def restatement_entries(restatements: Sequence[Restatement], role: Role, href: Href) -> Markup:
    """One entry per version, the newest first; the first is open. Give those that may be seen."""
    newest_first = sorted(restatements, key=lambda each: -each.version.number)
    entries = [tuple(own) for _, own in groupby(newest_first, key=lambda each: each.version.number)]
    return together(_entry(own, role, href, at == 0) for at, own in enumerate(entries))


def _entry(own: Sequence[Restatement], role: Role, href: Href, opened: bool) -> Markup:
    version = own[0].version
    table = version_changes_table(version, own, role).without("Why")
    return Markup('<details class="restated" id="{}"{}><summary>{}</summary>{}</details>').format(
        version_place(version.number), Markup(" open") if opened else "", restated_sentence(own, role), listing(table, href)
    )
