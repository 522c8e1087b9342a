"""What the store's SQL may say: nothing that changes or loses a row, and nothing that only one engine understands."""

import re
from pathlib import Path

import pytest

import store

FOLDER = Path(store.__file__).parent
SAID = {
    str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8")
    for path in [*FOLDER.rglob("*.py"), *FOLDER.rglob("*.sql")]
}
REBUILDS = {"engines/migrations/0003_place.sql": {"ALTER", "DROP"}}
"""Migrations that copy a table whole into one with another shape, and give that one the name."""

OUTSIDE_THE_RECORD = {
    **{
        name: {"UPDATE", "DELETE"}
        for name in ("returns/drafts.py", "accounts/people.py", "accounts/sessions.py", "log/log.py")
    },
    "backups/backup_runs.py": {"UPDATE"},
    "redactions.py": {"UPDATE"},
    "redaction/redacting.py": {"UPDATE"},
    "hiding/hidden.py": {"UPDATE"},
    "accounts/tokens.py": {"UPDATE"},
}
"""Drafts are no record: they change while somebody works on them, and go when they are done. Nor is who may sign in: a role,
a password, a link and a session that are over go, and a token that ends says so.
The log lets its oldest rows go, and says anew where it ends; a backup is
begun before it is made. The words that somebody named to be redacted go once it was ruled; the
secret of a round is made anew."""

NOBODYS_YET = {"hiding/hidden.py": {"UPDATE"}}
"""The demonstration is nobody's until it has its name: it is laid down from a store that everybody can read and gets a
secret of its own."""

DUCKDBS_OWN = {
    "engines/migrations/0003_place.sql": "the order of rows that only DuckDB has kept; another engine starts without any",
}
ONE_ENGINES_WORDS = {
    "rowid": r"\browid\b",
    "QUALIFY": r"\bQUALIFY\b",
    "OR IGNORE": r"\bOR\s+(IGNORE|REPLACE)\b",
    "BLOB": r"\bBLOB\b",
    "DOUBLE": r"\bDOUBLE\b(?! PRECISION)",
    "a format of one engine": r"\b(EXPORT|IMPORT) DATABASE\b",
}


def test_all_of_it_is_looked_at():
    assert len(SAID) > 15
    assert {"returns/facts.py", "counting/standing.py", "engines/migrations/0001_returns.sql"} <= set(SAID)


def test_the_store_says_no_sql_that_changes_or_removes_a_row():
    forbidden = re.compile(r"\b(UPDATE|DELETE|DROP|TRUNCATE|ALTER|REPLACE|MERGE|UPSERT)\b")
    said = {name: set(forbidden.findall(text)) for name, text in SAID.items()}
    assert {name: words for name, words in said.items() if words} == REBUILDS | OUTSIDE_THE_RECORD | NOBODYS_YET


@pytest.mark.parametrize("word", ONE_ENGINES_WORDS)
def test_a_word_of_one_engine_stands_only_where_a_reason_is_given(word):
    users = {name for name, text in SAID.items() if re.search(ONE_ENGINES_WORDS[word], text)}
    assert users <= set(DUCKDBS_OWN)


def test_each_reason_is_needed():
    words = re.compile("|".join(ONE_ENGINES_WORDS.values()))
    assert {name for name, text in SAID.items() if words.search(text)} == set(DUCKDBS_OWN)


def test_a_question_about_tables_asks_about_our_own():
    asked = [part for text in SAID.values() for part in text.split("FROM information_schema.")[1:]]
    assert len(asked) == 5
    assert all(re.match(r"\w+ WHERE table_schema = current_schema\(\)", part) for part in asked)


def unnamed(text: str) -> list[str]:
    """The subqueries in FROM or JOIN that bear no name."""
    found = []
    for opening in re.finditer(r"\b(?:FROM|JOIN)\s*\((?=\s*SELECT)", text):
        depth, end = 1, opening.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        if not re.match(r"\s+AS \w+", text[end:]):
            found.append(text[opening.start() : end])
    return found


def test_every_subquery_has_a_name():
    assert unnamed("SELECT 1 FROM (SELECT max(a) FROM t)") == ["FROM (SELECT max(a) FROM t)"]
    assert unnamed("SELECT 1 FROM (SELECT max(a) FROM t) AS newest") == []
    assert {name: unnamed(text) for name, text in SAID.items() if unnamed(text)} == {}
