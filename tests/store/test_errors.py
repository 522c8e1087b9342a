from pathlib import Path

import pytest

from store import errors
from store.errors import InUse, StoreError, explained, newer, not_ours
from store.place import Place

PATH = Path("kent.duckdb")

CASES = {
    'IO Error: Could not set lock on file "kent.duckdb": Conflicting lock is held in python (PID 41)': (
        "Only one program at a time can use the database kent.duckdb, got: it is in use by another one (process 41). "
        "Close the app or wait until the other command has finished, then try again. Nothing was changed."
    ),
    "IO Error: Cannot open file: The process cannot access the file because it is being used by another process.": (
        "Only one program at a time can use the database kent.duckdb, got: it is in use by another one. "
        "Close the app or wait until the other command has finished, then try again. Nothing was changed."
    ),
    "IO Error: Trying to read a database file with storage version number 99, but we can only read versions 64 to 67.": (
        "The database kent.duckdb was written by a newer release of WSoA Monitor: use that release. "
        "The file was left as it is."
    ),
    'Failed to commit: Could not write file "kent.duckdb": No space left on device': (
        "There must be room on the disk for the database kent.duckdb, got: No space left on device. Free some space "
        "and try again. Nothing of this was stored, and what was accepted before is kept."
    ),
    "TransactionContext Error: Catalog write-write conflict on create": (
        "Somebody else was storing something in kent.duckdb at the same moment. Look at what has changed and try "
        "again. Nothing of this was stored, and what was accepted before is kept."
    ),
    "Out of Memory Error: failed to allocate data": (
        "This needs more memory than the database kent.duckdb may use. Close other programs and try again. "
        "Nothing of this was stored, and what was accepted before is kept."
    ),
    "Something never seen": (
        "The database kent.duckdb could not be used. Nothing of this was stored, and what was accepted before is "
        "kept. Start the app again; if that does not help, give this to its maintainer: Something never seen"
    ),
}


@pytest.mark.parametrize(("words", "sentence"), CASES.items(), ids=[words[:30] for words in CASES])
def test_each_complaint_becomes_a_sentence(words, sentence):
    found = explained(RuntimeError(words), PATH)
    assert isinstance(found, StoreError)
    assert str(found) == sentence


def test_only_a_database_that_another_program_holds_is_in_use(monkeypatch):
    """Wherever its sentence stands: another one may come before it."""
    monkeypatch.setattr(errors, "_SENTENCES", (errors._SENTENCES[1], *errors._SENTENCES))
    kinds = [type(explained(RuntimeError(words), PATH)) for words in CASES]
    assert kinds == [InUse, InUse, *[StoreError] * (len(CASES) - 2)]


def test_the_operating_systems_own_words_are_given():
    assert str(explained(PermissionError(13, "Permission denied", "kent.duckdb"), PATH)) == (
        "The folder of the database kent.duckdb must exist and be writable, got: Permission denied. "
        "Allow writing there or name another file in WSOA_DATABASE. Nothing was changed."
    )


def test_a_newer_edition_names_both_editions():
    assert str(newer(Place(PATH), 9, 2)) == (
        "The database kent.duckdb must be of edition 2 or earlier, got: edition 9. "
        "It was written by a newer release of WSoA Monitor: use that release. The file was left as it is."
    )


def test_another_programs_file_is_named():
    assert str(not_ours(Place(PATH), "a picture")) == (
        "kent.duckdb must be a database of WSoA Monitor, got: a picture. Move that file away or put a backup in its "
        "place, or name another file in WSOA_DATABASE. The file was left as it is."
    )


OUTSIDE = {
    'IO Error: Could not set lock on file "/srv/a b/kent.duckdb": Conflicting lock is held in python (PID 41)': (
        "Only one program at a time can use the database of this app, got: it is in use by another one. "
        "Close the app or wait until the other command has finished, then try again. Nothing was changed."
    ),
    'IO Error: The file "/srv/a b/kent.duckdb" exists, but it is not a valid DuckDB database file!': (
        "The database of this app must be a database of WSoA Monitor, got: an empty file or one of another kind. Move that "
        "file away or put a backup in its place, or name another file in WSOA_DATABASE. The file was left as it is."
    ),
    "Catalog write-write conflict": (
        "Somebody else was storing something in the database of this app at the same moment. Look at what has changed and "
        "try again. Nothing of this was stored, and what was accepted before is kept."
    ),
    "Something else at /srv/other/kent.wal: never seen": (
        "The database of this app could not be used. Nothing of this was stored, and what was accepted before is kept. "
        "Start the app again; if that does not help, give this to its maintainer: "
        "Something else at a file of this app: never seen"
    ),
}


@pytest.mark.parametrize(("words", "sentence"), OUTSIDE.items(), ids=[words[:30] for words in OUTSIDE])
def test_readers_are_told_neither_where_the_store_is_nor_which_process_holds_it(words, sentence):
    assert explained(RuntimeError(words), Path("/srv/a b/kent.duckdb")).outside == sentence


def test_any_other_sentence_is_told_as_it_is():
    for sentence in (
        "Version 6 of 2024/25 Q3 and/or 5.",
        "See https://localhost:8501/kpi.",
        "Only 1 of 2 (process control).",
    ):
        assert StoreError(sentence).outside == sentence
