from loaders.published.releases import keep_release
from programme.published import published_figures
from reports.tables.releases import releases_table
from store.database import Database
from tests import dfe_files
from tests.asking import published, releases


def test_every_source_in_use_is_named_and_a_loaded_one_stands_first(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        keep_release(database, dfe_files.requests(), "requests.csv", release="EHC plans 2025", by="analyst")
        table = releases_table({**published_figures(), **published(database)}, releases(database))
    first = table.iloc[0]
    assert first[["Source", "File", "Periods"]].tolist() == ["EHC plans 2025", "requests.csv", "2024 to 2024"]
    assert first["Loaded"].endswith("by analyst")
    assert "NHS England, Community health services waiting lists 2023" in table["Source"].tolist()
    assert table["Loaded"].tolist()[1:] == ["with WSoA Monitor"] * (len(table) - 1)
