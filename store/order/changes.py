"""Where everything stands that was ever stored, each with its moment: said once, for whoever asks what came when."""

from collections.abc import Iterable

MOMENTS = {
    "versions": "accepted_at",
    "releases": "loaded_at",
    "release_withdrawals": "withdrawn_at",
    "hidden_requests": "asked_at",
    "hidden_grants": "granted_at",
    "hidden_refusals": "refused_at",
    "meeting_deeds": "done_at",
    "wordings": "written_at",
    "wording_withdrawals": "withdrawn_at",
    "sign_offs": "done_at",
    "aliases": "added_at",
    "alias_withdrawals": "withdrawn_at",
    "layouts": "made_at",
    "layout_withdrawals": "withdrawn_at",
}
"""The tables of the record whose rows happened at a moment, with its column."""

_NAMES = ("aliases", "alias_withdrawals", "layouts", "layout_withdrawals")
_SHOWN_TO_NOBODY = ("hidden_requests", "hidden_refusals", *_NAMES)
CHANGES = tuple(table for table in MOMENTS if table not in _SHOWN_TO_NOBODY)
"""Those whose rows change what somebody is shown: each row has its own number (`change`) among them all."""

OF_FIGURES = ("versions", "releases", "release_withdrawals", "hidden_grants")
"""Those that change what figures are shown."""

OF_WORDS = ("wordings", "wording_withdrawals")
"""What leads write on screen and take back."""


def moments_of(*tables: str) -> str:
    """A named subquery (`stored`) with the `moment` of every row of these tables."""
    return _stored(f"SELECT {MOMENTS[table]} AS moment FROM {table}" for table in tables)


def changes_of(*tables: str) -> str:
    """The same with the `change` that each row is, of tables among CHANGES."""
    return _stored(f"SELECT change, {MOMENTS[table]} AS moment FROM {table}" for table in tables)


def numbers_of(*tables: str) -> str:
    """The same with the `change` alone: nothing else need be seen for it."""
    return _stored(f"SELECT change FROM {table}" for table in tables)


def _stored(parts: Iterable[str]) -> str:
    return f"({' UNION ALL '.join(parts)}) AS stored"
