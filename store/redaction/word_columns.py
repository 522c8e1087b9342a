"""Which columns of the store hold what people typed, so that a redaction goes through all of them, and which do not.

A test holds this against the tables there are: whoever adds a column of text says here what it holds.
"""

from collections.abc import Mapping

from programme.log import VOUCHING

TYPED: Mapping[str, tuple[str, ...]] = {
    "accounts": ("account",),
    "alias_withdrawals": ("withdrawn_by", "account", "reason"),
    "aliases": ("called", "added_by", "account", "reason"),
    "answered": ("message", "reason"),
    "entries": ("heading", "text"),
    "figures": ("note",),
    "hidden_askers": ("account",),
    "hidden_grants": ("granted_by", "reason"),
    "hidden_refusals": ("refused_by", "account", "reason"),
    "hidden_requests": ("asked_by", "reason"),
    "kept_pack_lines": ("about", "text"),
    "kept_pack_sendings": ("recipients", "sent_by", "account"),
    "layout_withdrawals": ("withdrawn_by", "account", "reason"),
    "layouts": ("name", "layout", "made_by", "account", "reason"),
    "log": ("name", "account", "what"),
    "meeting_agenda": ("words",),
    "meeting_attendance": ("attendee",),
    "meeting_changed": ("ref",),
    "meeting_deeds": ("done_by",),
    "meeting_minutes": ("words", "told"),
    "meeting_records": ("ref", "words", "asked_by", "owner_role"),
    "meeting_replies": ("words",),
    "period_figures": ("as_printed", "note"),
    "persons": ("name", "subject", "added_by", "removed_by"),
    "published": ("title", "source", "file"),
    "read_by": ("name", "layout"),
    "redaction_rulings": ("ruled_by", "account", "reason"),
    "redactions": ("words", "asked_by", "account", "reason"),
    "release_answered": ("message", "reason"),
    "release_withdrawals": ("withdrawn_by", "reason"),
    "releases": ("release", "file_name", "loaded_by"),
    "sign_offs": ("done_by", "note"),
    "told": ("thing",),
    "tokens": ("name", "account", "made_by", "ended_by"),
    "versions": ("lead_role", "prepared_by", "file_name", "accepted_by", "reason"),
    "wording_answered": ("message", "reason"),
    "wording_cells": ("text",),
    "wording_withdrawals": ("withdrawn_by", "reason"),
    "wordings": ("written_by", "reason"),
}

_VOUCHING = ", ".join(f"'{deed}'" for deed in sorted(VOUCHING))
_IN_WORDS = "kind IN ('words', 'said')"
TYPED_WHERE = {
    ("log", "what"): f"deed NOT IN ({_VOUCHING})",
    ("kept_pack_lines", "about"): _IN_WORDS,
    ("kept_pack_lines", "text"): _IN_WORDS,
}
"""In which rows of a column somebody typed, where not in all of them."""

DELETED_WHOLE = frozenset({"drafts", "draft_answers"})
"""A draft that holds the words goes, with its answers: nothing refers to it."""

FOUND_BY = {
    "answered": "version",
    "entries": "version",
    "figures": "version",
    "period_figures": "version",
    "read_by": "version",
    "release_answered": "release",
    "versions": "number",
}
"""The column that says of which version, or release, a row is, where words of one file alone are redacted."""

NOT_TYPED: Mapping[str, tuple[str, ...]] = {
    "aliases": ("kind", "thing"),
    "answered": ("rule", "severity", "sheet", "cell"),
    "backup_runs": ("why", "folder", "failure"),
    "entries": ("sheet", "ref"),
    "figures": ("measure", "area_code", "quarter", "symbol", "sheet", "ref", "status"),
    "files": ("sha256",),
    "hidden_decisions": ("withheld", "solver"),
    "hidden_items": ("measure", "area_code", "quarter", "why"),
    "hidden_requests": ("measure", "area_code", "quarter"),
    "hidden_rounds": ("rules",),
    "kept_pack_files": ("name", "digest"),
    "kept_pack_lines": ("kind", "area_code", "quarter", "heading", "exact"),
    "kept_packs": ("id", "quarter", "state", "program", "definitions"),
    "log": ("deed", "came_from", "salt", "sealed", "hash"),
    "log_end": ("hash",),
    "meeting_agenda": ("need",),
    "meeting_changed": ("kind",),
    "meeting_deeds": ("deed",),
    "meeting_records": ("kind", "subject", "area_code", "outcome"),
    "meetings": ("quarter",),
    "migrations": ("name",),
    "one_time_links": ("hash",),
    "parts": ("sheet", "organisation", "quarter"),
    "passwords": ("hash",),
    "period_figures": ("kind", "measure", "area_code", "period", "symbol", "sheet", "ref", "status"),
    "persons": ("issuer",),
    "published": ("figure", "area_code", "area", "period_basis", "period", "symbol", "unit"),
    "redacted_files": ("sha256",),
    "redactions": ("kind", "sheet", "ref"),
    "release_answered": ("rule", "severity", "sheet", "cell"),
    "releases": ("sha256",),
    "roles": ("role",),
    "sessions": ("hash", "roles", "came_from", "ended_why"),
    "sign_offs": ("quarter", "deed"),
    "tellings": ("told_role",),
    "tokens": ("hash", "role", "ended_why"),
    "told": ("state",),
    "versions": ("kind", "quarter", "organisation", "status", "sha256"),
    "wording_answered": ("rule", "severity", "cell"),
    "wording_cells": ("heading",),
    "wordings": ("sheet", "quarter"),
}
"""Codes, names of things, choices of a list, addresses and hashes: no sentence and no name that somebody typed."""
