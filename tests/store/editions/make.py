"""Writes a small database with the store of one edition, and beside it what that store then said of every moment.

    .venv/bin/python tests/store/editions/make.py CHECKOUT

CHECKOUT is a checkout of the edition (`git worktree add --detach CHECKOUT COMMIT`); its own code does the writing and
the reading. `0002.duckdb.gz` and `0002.json` were made at commit baf744c (a small database is five megabytes of mostly
nothing, hence gzip). Whoever adds a migration runs this with the checkout that brings it and keeps both files;
`test_editions.py` opens each with the store of today. Where a later store is called differently, an adapter is added
here: the earlier ones stay as they are, for they speak to their own edition; the newest is how today's is called.
"""

import gzip
import json
import sys
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
DAYS = [datetime(2025, 1, 6, 9, tzinfo=UTC), *(datetime(2025, month, 10, 9, 30, tzinfo=UTC) for month in range(2, 8))]
MOMENTS = [datetime(2025, 1, 1, tzinfo=UTC), *DAYS, None]
SHEETS = ("Actions", "Risks")


class Edition2:
    """How the store of commit baf744c is called."""

    def __init__(self):
        from store import comparators, entries, facts, versions
        from store.database import Database

        self.open, self.comparators, self.entries, self.facts, self.versions = (
            Database.open,
            comparators,
            entries,
            facts,
            versions,
        )

    def accept(self, database, submission, by, reason, at):
        self.versions.accept(database, submission, by=by, reason=reason, at=at)

    def withdraw(self, database, number, by, reason, at):
        self.versions.withdraw(database, number, by=by, reason=reason, at=at)

    def save(self, database, figures, release, by, at):
        self.comparators.save(database, figures, release, "requests.csv", "f" * 64, by, at)

    def known(self, database, as_at):
        return {
            "versions": self.versions.versions(database, as_at),
            "standing": self.versions.in_force(database, as_at),
            "facts": self.facts.facts(database, as_at),
            "restatements": self.facts.restatements(database, as_at),
            "published": self.comparators.published(database, as_at),
            "entries": {sheet: self.entries.entries(database, sheet, as_at) for sheet in SHEETS},
        }

    def kept(self, database, number):
        return (
            self.facts.figures_of(database, number),
            self.versions.answered(database, number),
            self.versions.original_file(database, number),
        )

    def releases(self, database):
        return self.comparators.releases(database)

    def change(self, database):
        return self.versions.latest_number(database)


class Edition3:
    """How the store is called since a snapshot gives what was known and an acceptance says who, why and when."""

    def __init__(self):
        from store import comparators, facts, versions
        from store.database import Database
        from store.snapshot import snapshot

        self.open, self.snapshot = Database.open, snapshot
        self.comparators, self.facts, self.versions = comparators, facts, versions

    def accept(self, database, submission, by, reason, at):
        self.versions.accept(database, submission, self._acceptance(by, reason, at))

    def withdraw(self, database, number, by, reason, at):
        self.versions.withdraw(database, number, self._acceptance(by, reason, at))

    def save(self, database, figures, release, by, at):
        from programme.published import PublishedFile

        file = PublishedFile(release, "requests.csv", "f" * 64, tuple(figures))
        self.comparators.save_release(database, file, self._acceptance(by, "", at))

    def _acceptance(self, by, reason, at):
        from programme.access import person_here
        from programme.submission import Acceptance

        return Acceptance(person_here(by), reason, at=at)

    def known(self, database, as_at):
        with self.snapshot(database, as_at) as known:
            parts = ("versions", "standing", "facts", "restatements", "published")
            told = {part: getattr(known, part) for part in parts}
            return told | {"entries": {sheet: known.entries(sheet) for sheet in SHEETS}}

    def kept(self, database, number):
        return (
            self.facts.figures_brought(database, number),
            self.versions.answered(database, number),
            self.versions.original_file(database, number),
        )

    def releases(self, database):
        with self.snapshot(database) as known:
            return known.releases

    def change(self, database):
        return self.versions.latest_change(database)


class Edition4(Edition3):
    """How the store is called since what is an analyst's is asked for by a person."""

    def kept(self, database, number):
        from programme.access import person_here

        person = person_here("whoever looks")
        return (
            self.facts.figures_brought(database, number),
            self.versions.answered(database, number, person),
            self.versions.original_file(database, number, person),
        )


class Edition21(Edition4):
    """How today's store is called: it has rooms."""

    def __init__(self):
        from store import comparators
        from store.database import Database
        from store.returns import facts, versions
        from store.snapshot import snapshot

        self.open, self.snapshot = Database.open, snapshot
        self.comparators, self.facts, self.versions = comparators, facts, versions


EDITIONS = {
    2: Edition2,
    3: Edition3,
    4: Edition4,
    5: Edition4,
    6: Edition4,
    7: Edition4,
    8: Edition4,
    9: Edition4,
    10: Edition4,
    11: Edition4,
    12: Edition4,
    13: Edition4,
    14: Edition4,
    15: Edition4,
    16: Edition4,
    17: Edition4,
    18: Edition4,
    19: Edition4,
    20: Edition4,
    21: Edition21,
}
"""How each edition is called; the newest is how the store is called today."""


# What is written


def fill(store, database) -> None:
    """A history workbook, a return, its correction, another organisation's, a withdrawal, and two releases."""
    store.accept(database, _history(), "SEND analyst", "the years before", DAYS[0])
    store.accept(database, _return(), "SEND analyst", "quarterly return", DAYS[1])
    store.save(database, _published(55.0), "2025", "SEND analyst", DAYS[2])
    store.accept(database, _correction(), "Head of SEND", "two plans were counted twice", DAYS[3])
    store.accept(database, _of_the_nhs(), "NHS analyst", "", DAYS[4])
    store.withdraw(database, 3, "Head of SEND", "the first count was right", DAYS[5])
    store.save(database, _published(54.8), "2025 revised", "SEND analyst", DAYS[6])


def _figure(measure, value, quarter, row, area="Kent", **more):
    from programme.areas import area_named
    from programme.figure import Figure, Source
    from programme.symbols import Symbol

    symbol = Symbol(value) if isinstance(value, str) else None
    source = Source("", "Figures", f"D{row}")
    return Figure(measure, area_named(area), quarter, None if symbol else float(value), symbol, source, **more)


def _submission(cover, file_name, figures, entries=(), answered=()):
    from programme.submission import Submission

    content = f"the bytes of {file_name}".encode()
    return Submission(cover, file_name, content, sha256(content).hexdigest(), tuple(figures), tuple(entries), answered)


def _cover(quarter, workstreams, organisation="Kent County Council", kind="standard", status="final", illustrative=False):
    from programme.submission import Cover
    from programme.symbols import Status

    as_at = date(2024, 12, 31) if quarter else None
    return Cover(
        kind, quarter, workstreams, organisation, "Head of SEND", "Analyst", as_at, Status(status), illustrative=illustrative
    )


def _quarters():
    from programme.quarter import Quarter

    return Quarter.parse("2024/25 Q2"), Quarter.parse("2024/25 Q3")


def _history():
    before, now = _quarters()
    figures = [
        _figure("plans_issued", 90, before, 4),
        _figure("plans_issued", 9, before, 5, "Ashford"),
        _figure("plans_issued_within_20_weeks", 40, before, 6),
        _figure("plans_issued", 99, now, 7),
        _figure("complaints_received", 12, before, 8),
    ]
    return _submission(_cover(None, (1, 2, 3, 4, 5), kind="history", illustrative=True), "history.xlsx", figures)


def _return():
    from programme.finding import Finding, Severity
    from programme.submission import Answered, Entry
    from programme.symbols import Status

    _, now = _quarters()
    figures = [
        _figure("plans_issued", 100, now, 4, note="as at the end of term"),
        _figure("plans_issued", "c", now, 5, "Ashford", status=Status.PROVISIONAL),
        _figure("plans_issued_within_20_weeks", 41, now, 6),
        _figure("requests_received", 0, now, 7),
    ]
    entries = [
        Entry("Actions", 5, "Action", "C5", "Train all caseworkers — “well”\nand soon"),
        Entry("Actions", 5, "Status", "M5", "Green"),
        Entry("Risks", 5, "Risk", "B5", "=1+1"),
        Entry("Actions", 6, "", "Q6", "typed under no heading"),
    ]
    query = Finding("unit_change", Severity.QUERY, "Figures", "D4", "Must be near the series, 41, got: 410")
    other = Finding("row_order", Severity.QUERY, "Figures", "D5", "A second query")
    answered = (Answered(query, "Backlog cleared"), Answered(other, "Known"))
    return _submission(_cover(now, (3,), status="provisional"), "return Q3 ‘first’.xlsx", figures, entries, answered)


def _correction():
    from programme.submission import Entry

    _, now = _quarters()
    figures = [_figure("plans_issued", 98, now, 4), _figure("plans_issued_within_20_weeks", "x", now, 6)]
    return _submission(_cover(now, (3,)), "corrected.xlsx", figures, [Entry("Actions", 5, "Status", "M5", "Amber")])


def _of_the_nhs():
    _, now = _quarters()
    figures = [_figure("complaints_received", 7, now, 4), _figure("plans_issued", 101, now, 5)]
    return _submission(_cover(now, (1, 3), "NHS Kent and Medway"), "nhs.xlsx", figures)


def _published(value):
    from programme.published import Published
    from programme.symbols import Symbol

    about = ("requests_refused", "Requests refused", "E10000016", "Kent", "calendar year")
    hidden = Published(*about, "2023", None, None, None, Symbol.SUPPRESSED, "percent", "DfE", "requests.csv", 3)
    return [Published(*about, "2024", 2341.0, 4254.0, value, None, "percent", "DfE", "requests.csv", 2), hidden]


# What is said of it


def said(store, database) -> dict:
    """Everything the database holds, a line a thing: at each moment, and what every version kept."""
    versions = store.versions.versions(database)
    return {
        "change": store.change(database),
        "releases": [
            _line(each.number, each.release, each.file_name, each.sha256, each.loaded_at, each.loaded_by, each.figures)
            for each in store.releases(database)
        ],
        "kept": {version.number: _kept(*store.kept(database, version.number)) for version in versions},
        "moments": moments_said(store, database),
    }


def moments_said(store, database) -> dict:
    """Everything that was known at each moment."""
    return {str(moment): _moment(**store.known(database, moment)) for moment in MOMENTS}


def _moment(versions, standing, facts, restatements, published, entries) -> dict:
    return {
        "versions": [_version(each) for each in versions],
        "standing": {number: _line(*sorted(held)) for number, held in standing.items()},
        "facts": sorted(_figure_line(figure) for figure in facts.values()),
        "restatements": [
            f"{each.version.number}: {_figure_line(each.old)} -> {_figure_line(each.new)}" for each in restatements
        ],
        "published": sorted(
            _line(*key, each.value, each.symbol, each.source, each.row, each.loaded) for key, each in published.items()
        ),
        "entries": {
            sheet: [_line(version.number, each.row, each.heading, each.ref, each.text) for version, each in typed]
            for sheet, typed in entries.items()
        },
    }


def _line(*things) -> str:
    return " | ".join(str(thing) for thing in things)


def _version(each) -> str:
    cover = each.cover
    return _line(
        *(each.number, cover.kind, cover.quarter, cover.workstreams, cover.organisation, cover.lead_role, cover.prepared_by),
        *(cover.data_as_at, cover.status, cover.illustrative, each.file_name, each.sha256),
        *(each.accepted_at, each.accepted_by, each.reason, each.withdraws),
    )


def _figure_line(figure) -> str:
    if figure is None:
        return "none"
    return _line(
        *(figure.measure, figure.area.name, figure.quarter, figure.value, figure.symbol, figure.status, figure.note),
        *(figure.source.file, figure.source, figure.source.version),
    )


def _kept(figures, answered, content) -> dict:
    findings = [(each.finding, each.reason) for each in answered]
    return {
        "figures": [_figure_line(figure) for figure in figures],
        "answered": [
            _line(each.rule, each.severity, each.sheet, each.cell, each.message, reason) for each, reason in findings
        ],
        "content": content.decode(),
    }


def main(checkout: Path) -> None:
    """Write both files of the checkout's edition."""
    sys.path.insert(0, str(checkout))
    store, making = EDITIONS[len(list(checkout.glob("store/**/migrations/*.sql")))](), HERE / "making.duckdb"
    with store.open(making) as database:
        fill(store, database)
        told = said(store, database)
        with database.cursor() as cursor:
            (edition,) = cursor.execute("SELECT max(number) FROM migrations").fetchone()
    (HERE / f"{edition:04}.duckdb.gz").write_bytes(gzip.compress(making.read_bytes(), mtime=0))
    (HERE / f"{edition:04}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    making.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
