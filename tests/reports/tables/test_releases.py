from datetime import datetime

from loaders.published.releases import keep_release
from programme.finding import Finding, Severity
from programme.published import published_figures
from reports.sentences.ways import publication_link
from reports.tables.releases import release_answers_table, releases_table
from store.database import Database
from tests import dfe_files
from tests.accepting import by
from tests.asking import published, releases
from tests.reports.cells import column, missing, texts, values


def test_every_source_in_use_is_named_and_a_loaded_one_stands_first(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        keep_release(database, dfe_files.requests(), "requests.csv", "EHC plans 2025", by("analyst"))
        table = releases_table({**published_figures(), **published(database)}, releases(database))
    first = texts(table)[0]
    named = [first[heading] for heading in ("Source", "File", "Periods")]
    assert named == [
        "EHC plans 2025",
        "requests.csv",
        "2024 to 2024",
    ]
    assert first["Loaded"].endswith("by analyst")
    assert "NHS England, Community health services waiting lists 2023" in column(table, "Source")
    assert column(table, "Loaded")[1:] == ["with WSoA Monitor"] * (len(table.rows) - 1)
    assert table.caption == "Published figures by source"
    first, second = values(table)[:2]
    assert (type(first["Loaded"]), second["Loaded"], first["Figures"]) == (datetime, None, 8)
    assert missing(table)[1] == {"Published": "not said", "Loaded": "with WSoA Monitor"}


def test_a_source_is_told_by_what_it_publishes_and_not_by_its_file():
    rows = texts(releases_table(published_figures(), ()))
    told = {row["What is published"]: row["Source"] for row in rows}
    (review,) = [source for what, source in told.items() if what.startswith("Annual review decisions within 4 weeks")]
    assert review == ("DfE, Education, health and care plans 2025 release")
    assert not [row["Source"] for row in rows if ".csv" in row["Source"] or ", measure " in row["Source"]]


def test_a_published_figure_finds_the_row_of_its_publication():
    figures = published_figures()
    rows = {row[0].at: row for row in releases_table(figures, ()).rows}
    assert len(rows) == len(releases_table(figures, ()).rows)
    for figure in figures.values():
        led = publication_link(figure)
        assert rows[dict(led.to.choices)["at"]][1].text == led.text


def test_a_query_about_a_release_stands_with_its_reason():
    query = Finding("release_jump", Severity.QUERY, "requests.csv", "A2", "must be near 40, got: 80")
    table = release_answers_table([(query, "a new method")])
    assert texts(table) == [
        {"Where": "requests.csv!A2", "Query": "must be near 40, got: 80", "Reason given": "a new method"}
    ]
