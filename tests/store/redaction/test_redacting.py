"""The whole of a redaction, on a real file: the words are in nothing that is left, and everything else is as it was."""

import gzip
import io
import re
import shutil
import tempfile
import threading
import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest

from programme.access import NotAllowed, Person, Role
from programme.aliases import Alias, Thing
from programme.areas import DISTRICTS
from programme.finding import Finding, Severity
from programme.log import VOUCHING, Logged
from programme.names import shipped_naming
from programme.published import PublishedFile
from programme.redaction import RedactedKind, RedactedPlace
from programme.sheets.commentary import COMMENTARY
from programme.submission import Answered, Entry
from programme.wordings import WordsTyped
from store import comparators
from store.accounts import people
from store.accounts.tokens import TokenAsked, keep_token
from store.database import Database
from store.errors import StoreError
from store.log import looks
from store.log_check import checked_log, read_log
from store.redaction import rewriting
from store.redaction.redacting import carry_out
from store.redaction.words_in_files import words_stand_in
from store.redactions import name_redaction, redactions, refuse_redaction
from store.returns import drafts, versions
from store.returns.aliases import aliases_of, keep_alias, withdraw_alias
from store.returns.facts import facts
from store.returns.writing import withdraw_words, write_words
from store.snapshot import snapshot
from tests.accepting import by, person
from tests.store.returns.test_period_figures import REPORTED, given
from tests.store.submissions import ISSUED, Q3, standard
from tests.store.test_comparators import KENT as PUBLISHED

CHILD = "Persephone Quill"
SAID = "Persephone Quill and her mother wait for a place"
ENTRIES = (
    Entry("Actions", 5, "Ref", "A5", "APP-6.01"),
    Entry("Actions", 5, "Action", "C5", SAID),
    Entry("Actions", 5, "Status", "M5", "Green"),
    Entry("Actions", 6, "Action", "C6", "Train all caseworkers"),
    Entry("Decisions", 5, "Remarks", "H5", "asked for by persephone  QUILL’s school"),
)
QUERY = Finding("personal", Severity.QUERY, "Actions", "C5", f"Must name nobody, got: {SAID}")


def workbook(*texts: str) -> bytes:
    """A zip like a workbook, its texts escaped, in runs, and in compressed members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        cells = "".join(f"<si><t>{text.replace(' ', '</t></r><r><t> ')}</t></si>" for text in texts)
        archive.writestr(zipfile.ZipInfo("xl/sharedStrings.xml"), f"<sst>{cells}</sst>")
    return packed.getvalue()


def of_bytes(submission, content: bytes):
    return replace(submission, content=content, sha256=sha256(content).hexdigest())


@pytest.fixture
def path(tmp_path):
    return tmp_path / "wsoa.duckdb"


@pytest.fixture(scope="module")
def said_everywhere(tmp_path_factory):
    """The folder of a store whose newest words stand in the log of its file, because it is open: to be copied."""
    path = tmp_path_factory.mktemp("said") / "wsoa.duckdb"
    with Database.open(path) as opened:
        first = standard({ISSUED: 41}, entries=ENTRIES, answered=(Answered(QUERY, f"{CHILD} agreed"),))
        versions.accept(opened, of_bytes(first, workbook(SAID, "Train")), by("analyst", f"as {CHILD} asked"))
        versions.accept(opened, of_bytes(standard({ISSUED: 44}), workbook("nothing")), by("analyst"))
        named = PublishedFile("2025", "requests.csv", "", (PUBLISHED,), content=gzip.compress(f"a,{CHILD}\n".encode()))
        comparators.save_release(
            opened, replace(named, sha256=sha256(named.content).hexdigest()), by(CHILD, f"from {CHILD}")
        )
        drafts.keep_draft(opened, workbook(CHILD), "draft.xlsx", person())
        drafts.keep_draft(opened, workbook("other"), f"about {CHILD}.xlsx", person())
        other = drafts.keep_draft(opened, workbook("other"), "other.xlsx", person())
        drafts.answer_draft(opened, other.key, {"why": "nobody is named"}, person())
        comment = COMMENTARY.typed(kpi="plans_within_20_weeks", why=SAID, due="31 March 2025")
        asked = Answered(replace(QUERY, sheet="Commentary", cell="Why"), f"{CHILD} agreed")
        write_words(opened, WordsTyped(COMMENTARY, Q3, comment, answered=(asked,)), by(CHILD, f"as {CHILD} asked"))
        withdraw_words(opened, 1, by(CHILD, f"for {CHILD}"))
        people.enrol(opened, CHILD, {Role.LEAD}, person("admin"))
        asked = TokenAsked(f"Model of {CHILD}", Role.READER, timedelta(days=1))
        keep_token(opened, asked, "a hash", (1, "local:1"), person("admin"))
        people.strike(opened, 1, person("admin"))
        called = Alias(Thing.AREA, DISTRICTS[0].code, f"The place of {CHILD}")
        keep_alias(opened, called, by(CHILD, f"{CHILD} calls it so"), shipped_naming())
        withdraw_alias(opened, 1, by(CHILD, f"not by {CHILD} any more"))
        people.enrol(opened, "Ann", {Role.READER}, person("admin"))
        yield path.parent


@pytest.fixture(scope="module")
def closed(said_everywhere, tmp_path_factory):
    """The file of the same store, closed: nothing stands in a log, and to open it takes half as long."""
    path = tmp_path_factory.mktemp("closed") / "wsoa.duckdb"
    _copy(said_everywhere, path)
    Database.open(path).close()
    return path


def _copy(folder, path):
    for name in ("wsoa.duckdb", "wsoa.duckdb.wal"):
        shutil.copy(folder / name, path.with_name(name))


@pytest.fixture
def cut_off(path, said_everywhere):
    """The store is as a power cut would leave it, for what looks into its files."""
    _copy(said_everywhere, path)


@pytest.fixture
def database(path, closed):
    """A copy of its own for each test; closed before, unless it asked for one that was cut off."""
    if not path.exists():
        shutil.copy(closed, path)
    with Database.open(path) as opened:
        yield opened


def known(database) -> dict:
    """Figures, versions, moments and what else does not change, at every moment."""
    moments = [None, *(version.accepted_at for version in versions.versions(database))]
    told = {}
    for moment in moments:
        with snapshot(database, moment) as found:
            figures = {key: (each.value, each.symbol, each.source.ref) for key, each in found.facts.items()}
            rows = [(version.number, entry.row, entry.heading, entry.ref) for version, entry in found.entries("Actions")]
            told[moment] = figures, found.change, rows, found.published, [each.number for each in found.versions]
    return told


def actions(database) -> list[str]:
    """What stands in the actions of the first version, when it counted."""
    with snapshot(database, versions.version(database, 1).accepted_at) as found:
        return [entry.text for _, entry in found.entries("Actions")]


def traces(path: Path, words: str) -> list[str]:
    """Where the words stand in the file, its log and every folder beside and for temporary files: as they are, in every
    case and coding, and inside what is packed."""
    found = []
    asked = [*path.parent.glob("**/*"), *Path(tempfile.gettempdir()).glob("wsoa*")]
    places = {each for each in asked if each.is_file()}
    for place in places:
        content = place.read_bytes()
        for coding in ("utf-8", "utf-16-le"):
            spelt = [words, words.upper(), words.lower(), words.replace(" ", "  ")]
            if any(each.encode(coding) in content for each in spelt):
                found.append(place.name)
        starts = (rb"PK\x03\x04", rb"\x1f\x8b\x08")  # each by itself: both at once are looked for six times as long
        for packed in chain.from_iterable(re.finditer(start, content) for start in starts):
            if words.encode() in re.sub(b"<[^>]*>", b"", unpacked(memoryview(content)[packed.start() :])):
                found.append(f"packed in {place.name}")
    return found


def unpacked(content: memoryview) -> bytes:
    raw = content[:2] == b"\x1f\x8b"
    start = 10 if raw else 30 + int.from_bytes(content[26:28], "little") + int.from_bytes(content[28:30], "little")
    try:
        return zlib.decompressobj(-15).decompress(content[start:])
    except zlib.error:
        return b""


def redact(database, place: RedactedPlace, reason="asked for by the family"):
    number = name_redaction(database, place, by("analyst", "it names a child"))
    return carry_out(database, number, by("admin", reason))


NAME = RedactedPlace(RedactedKind.NAME, words=CHILD)


def test_a_name_goes_out_of_everything_and_nothing_else_changes(cut_off, database, path):
    before, kept_apart = known(database), checked_log(database, person()).end
    assert traces(path, CHILD), "it is there before"
    assert "packed in wsoa.duckdb.wal" in traces(path, CHILD)
    done = redact(database, NAME)
    database.close()
    assert traces(path, CHILD) == []
    assert traces(path, "Persephone") == []
    with Database.open(path) as again:
        assert known(again) == before
        assert (done.files, done.drafts) == (2, 2)
        today = re.escape(done.redaction.sentence)
        assert re.fullmatch(r"redacted on \d+ \w+ \d{4}: asked for by the family", done.redaction.sentence)
        texts = actions(again)
        assert re.fullmatch(rf"\[{today}\] and her mother wait for a place", texts[1])
        assert texts[2:] == ["Green", "Train all caseworkers"]
        (answer,) = versions.answered(again, 1, person())
        assert answer.reason == f"[{done.redaction.sentence}] agreed"
        assert versions.version(again, 1).reason == f"as [{done.redaction.sentence}] asked"
        with pytest.raises(StoreError) as gone:
            versions.original_file(again, 1, person())
        assert str(gone.value) == f"The original of version 1 was {done.redaction.sentence}. Its figures stay."
        with pytest.raises(StoreError, match=r"^The original of release 1 was redacted on "):
            comparators.release_file(again, 1, person())
        assert versions.original_file(again, 2, person()) == workbook("nothing")
        assert [each.file_name for each in drafts.drafts_of(again, person())] == ["other.xlsx"]
        assert drafts.draft_of(again, drafts.drafts_of(again, person())[0].key, person()).answers == {
            "why": "nobody is named"
        }
        assert [each.name for each in people.everybody(again)] == ["Ann"]
        (alias,) = aliases_of(again)
        assert alias.alias.called == f"The place of [{done.redaction.sentence}]"
        assert alias.withdrawal.by == alias.by == f"[{done.redaction.sentence}]"
        assert checked_log(again, person(), kept_apart).sound, "also against an end that was kept apart before"
        deeds = [(row.deed, row.what) for row in read_log(again, person())]
        assert deeds[-1] == ("redacted", "number 1: words, wherever they stand")
        assert ("added a person", f"[{done.redaction.sentence}] (local:1): lead") in deeds
        (one,) = redactions(again)
        assert (one.place.words, one.ruling.carried_out) == ("", True)


def hashes(path: Path, words: str) -> list[str]:
    content = path.read_bytes()
    made = {spelt: sha256(spelt.encode()) for spelt in (words, words.lower(), words.upper())}
    return [spelt for spelt, each in made.items() if each.digest() in content or each.hexdigest().encode() in content]


def test_no_hash_of_redacted_words_or_of_their_file_is_kept(cut_off, database, path):
    digest = versions.version(database, 1).sha256
    sealed = [row.sealed for row in read_log(database, person()) if CHILD in row.what]
    redact(database, NAME)
    database.close()
    content = path.read_bytes()
    assert hashes(path, CHILD) == hashes(path, SAID) == []
    assert digest.encode() not in content and bytes.fromhex(digest) not in content
    with Database.open(path) as again:
        rows = [row for row in read_log(again, person()) if row.sealed in sealed]
        assert rows and not any(row.salt for row in rows), "without its salt nobody can try words against what is left"


def test_an_entry_goes_with_every_other_place_that_says_the_same(cut_off, database, path):
    before = known(database)
    done = redact(database, RedactedPlace(RedactedKind.ENTRY, version=1, sheet="actions", ref="c5"))
    database.close()
    assert traces(path, SAID) == []
    with Database.open(path) as again:
        assert known(again) == before
        assert actions(again)[1] == f"[{done.redaction.sentence}]"
        (answer,) = versions.answered(again, 1, person())
        assert answer.finding.message == f"[{done.redaction.sentence}]"
        with pytest.raises(StoreError, match=r"^The original of version 1 was redacted"):
            versions.original_file(again, 1, person())


def test_a_whole_file_goes_with_the_words_that_came_in_it(cut_off, database, path):
    before = known(database)
    done = redact(database, RedactedPlace(RedactedKind.FILE, version=1))
    database.close()
    assert traces(path, SAID) == []
    with Database.open(path) as again:
        assert known(again) == before
        texts = actions(again)
        assert (texts[0], texts[2]) == ("APP-6.01", "Green"), "what figures and rows go by stays"
        assert len({texts[1], texts[3]}) == 2 and all("redacted on " in text for text in (texts[1], texts[3]))
        assert versions.version(again, 1).cover.prepared_by.startswith(f"[{done.redaction.sentence}]")
        assert versions.version(again, 1).file_name == "return.xlsx"
        with pytest.raises(StoreError, match=r"^The original of version 1 was redacted"):
            versions.original_file(again, 1, person())
        assert versions.original_file(again, 2, person()) == workbook("nothing")


def test_a_release_goes_and_its_figures_stay(database):
    before = known(database)
    redact(database, RedactedPlace(RedactedKind.FILE, release=1))
    assert known(database) == before
    with pytest.raises(StoreError, match=r"^The original of release 1 was redacted"):
        comparators.release_file(database, 1, person())


def test_what_is_there_no_more_is_not_logged_as_taken_away(database):
    redact(database, RedactedPlace(RedactedKind.FILE, version=1))
    redact(database, RedactedPlace(RedactedKind.FILE, release=1))
    for take in (versions.original_file, comparators.release_file):
        with pytest.raises(StoreError, match=r"^The original of \w+ 1 was redacted on "):
            take(database, 1, person())
    assert versions.original_file(database, 2, person()) == workbook("nothing")
    database.looks.flush()
    taken = [row.what for row in read_log(database, person()) if row.deed == Logged.TOOK_ORIGINAL]
    assert taken == ["version 2: return.xlsx"]


def test_what_was_answered_about_other_releases_stays(database):
    """The same answer to the same query is given each year."""
    about = ((Finding("large", Severity.QUERY, "", "", "Kent doubled, got: 9"), "a new method"),)
    for year, figure in (("2026", replace(PUBLISHED, period="2026")), ("2027", replace(PUBLISHED, period="2027"))):
        content = year.encode()
        file = PublishedFile(year, "requests.csv", sha256(content).hexdigest(), (figure,), content, answered=about)
        comparators.save_release(database, file, by("analyst"))
    done = redact(database, RedactedPlace(RedactedKind.FILE, release=2))
    with database.reading() as cursor:
        found = cursor.execute("SELECT release, message, reason FROM release_answered ORDER BY release").fetchall()
    stands = f"[{done.redaction.sentence}]"
    assert found == [(2, stands, f"{stands} (2)"), (3, "Kent doubled, got: 9", "a new method")]


def test_others_write_while_the_files_are_looked_into_and_each_is_once(database, monkeypatch):
    looked = []

    def looking(content, wanted):
        writer = threading.Thread(target=lambda: database.looks.flush())
        database.looks.note(Logged.TOOK_AWAY, person(), "results.csv")
        writer.start()
        writer.join(10)
        assert not writer.is_alive(), "nobody waits for it"
        looked.append(content)
        return words_stand_in(content, wanted)

    monkeypatch.setattr("store.redaction.redaction_plan.words_stand_in", looking)
    assert redact(database, NAME).files == 2
    assert len(looked) == len(set(looked)) == 5


def stored_meanwhile(database) -> None:
    with database.transaction() as cursor:  # not everything that is stored is logged as well
        cursor.execute("UPDATE versions SET reason = ? WHERE number = 2", [f"as {CHILD} said"])


def logged_meanwhile(database) -> None:
    database.looks.note(Logged.TOOK_AWAY, person(), f"{CHILD}.csv")
    database.looks.flush()


@pytest.mark.parametrize("happens", [stored_meanwhile, logged_meanwhile])
def test_what_comes_once_it_is_planned_and_before_others_have_to_wait_is_redacted_too(
    cut_off, database, path, monkeypatch, happens
):
    def rewritten(*asked):
        happens(database)
        return rewriting.rewrite(*asked)

    monkeypatch.setattr("store.redaction.redacting.rewrite", rewritten)
    redact(database, NAME)
    database.close()
    assert traces(path, CHILD) == []


def test_the_app_goes_on_with_the_file_that_took_its_place(cut_off, database, path):
    redact(database, NAME)
    versions.accept(database, standard({ISSUED: 45}), by("analyst"))
    redact(database, RedactedPlace(RedactedKind.NAME, words="caseworkers"))
    assert [each.number for each in versions.versions(database)] == [1, 2, 3]
    assert not path.with_name("wsoa.duckdb.wal").exists() or path.stat().st_size
    assert {each.name for each in path.parent.iterdir()} <= {"wsoa.duckdb", "wsoa.duckdb.wal", "backups"}
    assert list((path.parent / "backups").iterdir()) == []
    assert facts(database)


def test_what_waits_to_be_logged_comes_into_the_log_without_the_words(cut_off, database, path, monkeypatch):
    """Also what was noted while the new file was being made, and what the writer held in its hand meanwhile."""
    monkeypatch.setattr(looks, "PAUSE", 0.0)
    looker, filled = Person(CHILD, f"local:{CHILD}", frozenset()), rewriting._filled

    def noting(*asked):
        database.looks.note(Logged.TOOK_AWAY, looker, f"{CHILD}, meanwhile.csv")
        return filled(*asked)

    monkeypatch.setattr(rewriting, "_filled", noting)
    database.looks.note(Logged.TOOK_AWAY, looker, f"{CHILD}, before.csv")
    done = redact(database, NAME)
    database.close()
    assert traces(path, CHILD) == []
    stands = f"[{done.redaction.sentence}]"
    with Database.open(path) as again:
        assert checked_log(again, person()).sound
        looked = {row.what: (row.name, row.account) for row in read_log(again, person()) if row.deed == Logged.TOOK_AWAY}
    assert looked == dict.fromkeys([f"{stands}, before.csv", f"{stands}, meanwhile.csv"], (stands, f"local:{stands}"))


def test_what_the_log_says_of_itself_is_not_redacted_so_that_it_stays_whole(database):
    """A word may well be one that the app uses where one row vouches for others; who did it is a name like any other."""
    redact(database, NAME)
    kept_apart = checked_log(database, person()).end
    said = [row.what for row in read_log(database, person()) if row.deed in VOUCHING]
    assert said and all(re.fullmatch(r"row \d+, of which is left [0-9a-f]{64}", what) for what in said)
    drafts.keep_draft(database, workbook("other"), said[0], person("Row Smith"))
    redact(database, RedactedPlace(RedactedKind.NAME, words="Row"))
    number = name_redaction(database, RedactedPlace(RedactedKind.NAME, words="admin"), by("analyst", "it names somebody"))
    carry_out(database, number, by("Bo", "asked for"))
    assert checked_log(database, person(), kept_apart).sound
    rows = read_log(database, person())
    assert [row.what for row in rows if row.deed in VOUCHING][: len(said)] == said
    assert all(row.name.startswith("[redacted on ") for row in rows if row.what in said)
    (typed,) = [row for row in rows if row.deed == Logged.UPLOADED and "of which is left" in row.what]
    assert re.match(r"\[redacted on [^]]*\] \d+, of which is left", typed.what)
    assert re.match(r"\[redacted on [^]]*\] Smith", typed.name)


REFUSED = {
    "Persephone": "A reason must not repeat what is to be redacted (words, wherever they stand): it stands there for good.",
    "-": "A redaction must say who carries it out and why, got: -. Nothing was changed.",
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_reason_is_given_and_does_not_say_the_words(database, reason):
    number = name_redaction(database, RedactedPlace(RedactedKind.NAME, words="Persephone"), by("analyst", "a child"))
    with pytest.raises(StoreError, match=re.escape(REFUSED[reason])):
        carry_out(database, number, by("admin", reason))
    assert redactions(database)[0].ruling is None


PLACES = {
    "an area": (RedactedPlace(RedactedKind.NAME, words="ashford"), "must not be the name of an area, got: ashford"),
    "too short": (RedactedPlace(RedactedKind.NAME, words="J."), "must have at least 3 letters, got: J."),
    "no such version": (RedactedPlace(RedactedKind.FILE, version=9), "a version that was stored, got: version 9"),
    "no such release": (RedactedPlace(RedactedKind.FILE, release=9), "a release that was stored, got: release 9"),
    "neither": (RedactedPlace(RedactedKind.FILE), "that of a version or a release, got: neither"),
    "an empty cell": (
        RedactedPlace(RedactedKind.ENTRY, version=1, sheet="Actions", ref="Z9"),
        "There must be words in the cell, got none in Actions!Z9 of version 1.",
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_must_be_there(database, place):
    named, told = PLACES[place]
    with pytest.raises(StoreError, match=re.escape(told)):
        name_redaction(database, named, by("analyst", "a child"))


def test_what_figures_go_by_is_no_words(database):
    number = name_redaction(
        database, RedactedPlace(RedactedKind.ENTRY, version=1, sheet="Actions", ref="M5"), by(reason="why")
    )
    with pytest.raises(StoreError, match=r"^Only words can be redacted, got: Status in Actions!M5 of version 1, by which"):
        carry_out(database, number, by("admin", "asked for"))


def test_somebody_who_may_sign_in_is_removed_first(database):
    number = name_redaction(database, RedactedPlace(RedactedKind.NAME, words="Ann"), by(reason="asked for"))
    with pytest.raises(StoreError, match=r"must be removed before their name is redacted, got: 2\. Remove them on the page"):
        carry_out(database, number, by("admin", "asked for"))


def test_an_account_that_says_a_name_is_redacted_once_its_person_is_removed(cut_off, database, path):
    """Some issuers call people by their e-mail, and some administrators type one."""
    account = ("https://issuer.example", "persephone.quill@kent.example")
    people.enrol_subject(database, "PQ", account, {Role.LEAD}, person("admin"))
    named = RedactedPlace(RedactedKind.NAME, words="quill")
    number = name_redaction(database, named, by("analyst", "it names somebody"))
    with pytest.raises(StoreError, match=r"their name is redacted, got: persephone\.quill@kent\.example\. Remove them"):
        carry_out(database, number, by("admin", "asked for"))
    people.strike(database, people.of_issuer(database, *account)[0].number, person("admin"))
    carry_out(database, number, by("admin", "asked for"))
    database.close()
    assert traces(path, "quill") == []


def test_two_deeds_of_two_people(database):
    analyst = Person("Bo", "local:7", frozenset({Role.ANALYST, Role.ADMINISTRATOR}))
    number = name_redaction(database, NAME, replace(by(reason="a child"), by=analyst))
    with pytest.raises(
        NotAllowed, match=r"^What one person named to be redacted must be carried out by another, got: number 1"
    ):
        carry_out(database, number, replace(by(reason="asked for"), by=analyst))
    with pytest.raises(StoreError, match="This is named already, as number 1 by Bo"):
        name_redaction(database, NAME, by(reason="a child"))
    refuse_redaction(database, number, by("admin", "it is a street"))
    (one,) = redactions(database)
    assert (one.place.words, one.ruling.carried_out, one.ruling.reason) == ("", False, "it is a street")
    with pytest.raises(StoreError, match="Number 1 was refused already, by admin"):
        carry_out(database, number, by("admin", "asked for"))
    with pytest.raises(StoreError, match=r"one of the 1 that were named to be redacted, got: number 2\."):
        carry_out(database, 2, by("admin", "asked for"))


def test_moments_before_the_words_came_stay_as_they_were(database):
    before = datetime.now(UTC) - timedelta(days=1)
    redact(database, NAME)
    with snapshot(database, before) as found:
        assert found.versions == ()


def test_what_is_kept_of_months_and_reported_values_is_looked_through_too(tmp_path):
    place = tmp_path / "wsoa.duckdb"
    with Database.open(place) as database:
        told = replace(REPORTED, as_printed=f"41.5% ({CHILD})", note=f"as {CHILD} was told")
        versions.accept(database, of_bytes(given(told), workbook(SAID)), by("analyst"))
        done = redact(database, NAME)
        with snapshot(database) as found:
            (kept,) = found.period_figures
    assert traces(place, CHILD) == []
    sentence = f"[{done.redaction.sentence}]"
    assert (kept.value, kept.as_printed, kept.note) == (41.5, f"41.5% ({sentence})", f"as {sentence} was told")
