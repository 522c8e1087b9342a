"""What reports say of every moment before versions recorded their parts is what the rule of then makes them say."""

import gzip

from plumbing.kept import Kept
from store.counting import standing
from store.database import Database
from store.engines.engine import MOST_HISTORIES
from tests.store.editions import told


def as_before(versions, sheet=""):
    """The rule of editions 1 to 5: a newer return replaces an older one of its organisation and scope wholly."""
    known = list(versions)
    counting = standing.not_withdrawn(known)
    holder = {scope: version.number for version in counting for scope in standing.scopes_of(version.cover)}
    streams = {version.number: set() for version in known}
    for (_, _, stream), number in holder.items():
        streams[number].add(stream)
    for version in counting:
        if version.cover.kind == "history":
            streams[version.number] = {1, 2, 3, 4, 5}
    return {
        version.number: frozenset(
            part
            for part in standing.whole(version.cover)
            if part.workstream in streams[version.number] and sheet in ("", part.sheet)
        )
        for version in known
    }


def the_newest(figures_or_versions, *_):
    return next(iter(figures_or_versions), None)


def test_what_was_accepted_before_keeps_the_scope_it_had_at_every_other_moment(tmp_path, monkeypatch):
    path = tmp_path / "kent.duckdb"
    path.write_bytes(gzip.decompress(told.DATABASE.read_bytes()))
    known = {}
    with Database.open(path) as database:
        today = dict(told.texts(database, told.moments()[::2], known))
        for place in ("store.returns.counted", "store.counting.unfolding", "store.rows.figure_rows"):
            monkeypatch.setattr(f"{place}.holding", as_before)
        for rule in ("returns.counted.prevailing", "counting.unfolding.prevailing_version", "returns.facts.prevailing"):
            monkeypatch.setattr(f"store.{rule}", the_newest)
        database.histories = Kept(MOST_HISTORIES)  # what the rules of today made is not taken for theirs
        assert dict(told.texts(database, told.moments()[::2], known)) == today
    changes = {text for place, text in today.items() if place.endswith("changes")}
    assert len(changes) == 12
