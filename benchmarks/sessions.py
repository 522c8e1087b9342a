"""Thirty people who click at once: `python -m benchmarks.sessions`.

Each is a session of its own, over the app's own websocket as a browser has it, without the drawing. All click through the
same pages and pause between; what counts is the time from a click to the end of the answer.
"""

import asyncio
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.navigation import run_command, server

SESSIONS, CLICKS = 30, 6
PAUSE = 5.0  # seconds that somebody reads between two clicks
ALLOWED = 0.6  # seconds, in the median
WAYS = (
    ("", ""),
    ("weaknesses", "weakness=6"),
    ("measures", "kpi=plans_within_20_weeks"),
    ("plan", ""),
    ("measures", ""),
    ("measures", "kpi=neurodevelopmental_over_52_weeks"),
)


def cookies_of(address: str) -> str:
    """The cookies that the app gives to a browser that comes for the first time."""
    with urllib.request.urlopen(f"{address}/", timeout=60) as answer:
        given = SimpleCookie("; ".join(each.partition(";")[0] for each in answer.headers.get_all("Set-Cookie") or ()))
    return "; ".join(f"{name}={each.value}" for name, each in given.items())


async def click(way: ClientConnection, page: str, query: str) -> float:
    """Seconds from the click to the end of the run that answers it."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    asked.rerun_script.page_name = page
    begun = time.perf_counter()
    await way.send(asked.SerializeToString())
    started = False
    while True:
        told = ForwardMsg.FromString(await way.recv())
        kind = told.WhichOneof("type")
        started = started or kind == "new_session"
        if kind == "script_finished" and started and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return time.perf_counter() - begun


async def person(address: str, number: int) -> list[float]:
    """The seconds of the clicks of one person, who comes a little after the one before; the first page is not counted."""
    await asyncio.sleep(number * PAUSE / SESSIONS)
    cookies = await asyncio.to_thread(cookies_of, address)
    place = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    headers = {"Cookie": cookies}
    async with connect(place, origin=address, additional_headers=headers, subprotocols=["streamlit"], max_size=None) as way:
        await click(way, *WAYS[0])
        taken = []
        for page, query in ways_from(number):
            await asyncio.sleep(PAUSE)
            taken.append(await click(way, page, query))
    return taken


def ways_from(number: int) -> Iterator[tuple[str, str]]:
    """The clicks of one person: the same ways as all others, from another beginning."""
    return (WAYS[(number + step) % len(WAYS)] for step in range(CLICKS))


async def everybody(address: str) -> list[float]:
    """The seconds of all clicks of all people."""
    found = await asyncio.gather(*(person(address, number) for number in range(SESSIONS)))
    return [seconds for taken in found for seconds in taken]


def main() -> None:
    """Load the demonstration, start the app, and let them click."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demonstration.duckdb"
        run_command(path)
        with server(path) as address:
            asyncio.run(person(address, 0))  # what the first visit works out is there
            taken = asyncio.run(everybody(address))
    middle = median(taken)
    print(
        f"{SESSIONS} sessions, {len(taken)} clicks   median {middle * 1000:5.0f} ms, {middle / ALLOWED:4.0%} of the ", end=""
    )
    print(f"{ALLOWED * 1000:.0f} ms allowed, slowest {max(taken) * 1000:5.0f} ms")


if __name__ == "__main__":
    main()
