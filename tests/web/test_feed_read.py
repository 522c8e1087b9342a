"""The feed read over a real socket as its readers do, with pandas and DuckDB, by what docs/feed.md says."""

import re
import threading
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator

import duckdb
import pandas as pd
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from access.door import Door
from access.tokens import asked_token, make_token
from api.asked import SETS, TAKES
from programme.access import Role, person_here
from programme.areas import KENT
from record.records import read
from reports.exports.results import results
from reports.progress.readings import Progress
from store.database import Database
from tests.test_architecture import ROOT
from web.api import FORMATS, MOST_A_MINUTE, api_routes
from web.guard import Guard
from web.server import exception_handlers
from web.sessions import Sessions

TOLD = (ROOT / "docs/feed.md").read_text("utf-8")
Q3 = "quarter=2024/25%20Q3"


@pytest.fixture(scope="module")
def store(demonstration_copy, tmp_path_factory) -> Iterator[Database]:
    with Database.open(demonstration_copy(tmp_path_factory.mktemp("read"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(store) -> Iterator[str]:
    """Where a server of this process answers, until the tests of this file are done."""
    guard = Middleware(Guard, sessions=Sessions())
    app = Starlette(routes=api_routes(lambda: store), middleware=[guard], exception_handlers=exception_handlers())
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"))
    begun = threading.Event()
    startup = server.startup

    async def told(sockets=None):
        await startup(sockets=sockets)
        begun.set()

    server.startup = told
    thread = threading.Thread(target=server.run)
    thread.start()
    assert begun.wait(30)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/api/v1"
    server.should_exit = True
    thread.join(30)


@pytest.fixture(scope="module")
def token(store) -> str:
    return make_token(store, Door(), asked_token("Power BI", Role.READER, 90), None, person_here("me")).secret


def test_pandas_reads_every_figure_of_kent_as_the_command_tells_it(store, address, token):
    """Numbers as numbers, and nothing where there is none."""
    asked = f"{address}/results.csv?{Q3}&area=Kent"
    found = pd.read_csv(asked, storage_options={"Authorization": f"Bearer {token}"}, dtype={"missing": str})
    progress = Progress(read(store), Role.READER)
    told = results(progress, progress.records.newest, area=KENT)
    assert list(found["kpi"]) == [each["kpi"] for each in told]
    assert [None if pd.isna(each) else each for each in found["value"]] == [each["value"] for each in told]
    assert list(found["missing"].fillna("")) == [each["unknown"] or "" for each in told]
    assert str(found["value"].dtype) == "float64" and set(found["provisional"]) <= {"yes", "no"}


def test_pandas_reads_the_rows_of_json_too(address, token):
    told = pd.read_json(f"{address}/actions.json?{Q3}", storage_options={"Authorization": f"Bearer {token}"}, typ="series")
    found = pd.DataFrame(told["rows"])
    assert list(found.columns) == [column["name"] for column in told["columns"]]
    assert len(found) == told["about"]["rows"] > 50


def test_duckdb_reads_the_file_that_was_fetched(address, token, tmp_path):
    """Without its extension httpfs, which is not everywhere: the bytes are fetched as Excel does, with Basic."""
    for name in SETS:
        basic = b64encode(f"excel:{token}".encode()).decode()
        asked = urllib.request.Request(f"{address}/{name}.csv", headers={"Authorization": f"Basic {basic}"})
        with urllib.request.urlopen(asked, timeout=60) as answer:
            (tmp_path / f"{name}.csv").write_bytes(answer.read())
    results, dictionary = (f"read_csv('{tmp_path}/{name}.csv')" for name in ("results", "dictionary"))
    asked = f"SELECT kpi, r.value, d.unit FROM {results} AS r JOIN {dictionary} AS d USING (kpi) WHERE r.area = 'Kent'"
    joined = duckdb.sql(asked).fetchall()
    assert len(joined) > 50 and {unit for _, _, unit in joined} >= {"%", "weeks"}
    assert any(value is None for _, value, _ in joined), "nothing is nothing, and not 0"
    types = {name: type_ for name, type_, *_ in duckdb.sql(f"DESCRIBE FROM {results}").fetchall()}
    assert (types["value"], types["workstream"], types["missing"]) == ("DOUBLE", "BIGINT", "VARCHAR")


def test_who_asks_without_what_is_needed_is_told_why(address):
    asked = urllib.request.Request(f"{address}/results.csv", headers={"Authorization": "Bearer wsoa_none"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked, timeout=60)
    with refused.value as told:
        assert told.code == 401 and b'"detail": "This must be asked with a token that lives' in told.read()


def test_what_the_document_says_is_so():
    assert re.findall(r"^\| `/api/v1/(\w+)\.csv` \|", TOLD, re.MULTILINE) == list(SETS)
    said = set(re.findall(r"`(\w+)=", TOLD.split("## A token")[0]))
    assert said == {each for takes in TAKES.values() for each in takes}
    assert f"{MOST_A_MINUTE} questions in a minute are answered" in TOLD and "5,000 rows make a page" in TOLD
    assert all(f"`.{form}`" in TOLD for form in FORMATS)
