"""People who click for two minutes, 30 and 100: `python -m benchmarks.sessions [PEOPLE [SECONDS [DATABASE [APPS]]]]`.

Each is a session of its own, over the app's own websocket as a browser has it, without the drawing. All click through the
same pages and pause between; what counts is the time from a click to the end of the answer. Every answer is held against
what somebody was told who clicked alone: all of its texts and charts, but for where its files lie. DATABASE is a file, an
address, or `server`, which starts a PostgreSQL server of its own (default: a file of its own with the demonstration). On a
server there may be several APPS, among which the people are dealt out as a proxy does.
"""

import asyncio
import re
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from http.cookies import SimpleCookie
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.navigation import memory_of, run_command, running, worked
from tests.serving import made, started

PEOPLE, SECONDS = (30, 100), 120.0
SERVER = "server"
PAUSE = 5.0  # seconds that somebody reads between two clicks
ALLOWED = 0.6  # seconds, in the median of thirty
WAYS = (
    ("", ""),
    ("weaknesses", "weakness=6"),
    ("measures", "kpi=plans_within_20_weeks"),
    ("plan", ""),
    ("measures", ""),
    ("measures", "kpi=neurodevelopmental_over_52_weeks"),
)
OWN_FILES = re.compile(r"/files/[^/\"]+/")
"""Where the files of a window lie, which no other window is told."""


@dataclass(slots=True)
class OpenWindow:
    """One open window: its websocket, and what it was sent before, which the app then only names."""

    way: ClientConnection
    sent: dict[str, str] = field(default_factory=dict)

    async def click(self, page: str, query: str) -> tuple[float, str]:
        """Seconds from a click to the end of the run that answers it, and what tells the answer from others."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        begun = time.perf_counter()
        await self.way.send(asked.SerializeToString())
        told, answers = sha256(), False
        while True:
            message = ForwardMsg.FromString(await self.way.recv())
            kind = message.WhichOneof("type")
            answers = answers or kind == "new_session"
            if answers:
                told.update(self.text_of(message).encode())
            if kind == "script_finished" and answers and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return time.perf_counter() - begun, told.hexdigest()

    def text_of(self, message: ForwardMsg) -> str:
        """The text or chart that a message draws, if it draws one."""
        if message.WhichOneof("type") == "ref_hash":
            return self.sent.get(message.ref_hash, "never sent")
        text = _drawn(message) if message.WhichOneof("type") == "delta" else ""
        if message.hash:
            self.sent[message.hash] = text
        return text


def _drawn(message: ForwardMsg) -> str:
    element = message.delta.new_element
    match element.WhichOneof("type"):
        case "html" | "markdown" | "heading" as kind:
            return OWN_FILES.sub("", getattr(element, kind).body)
        case "plotly_chart":
            return element.plotly_chart.spec
    return ""


@dataclass(frozen=True, slots=True)
class Clicked:
    """What came of everybody's clicks: the seconds of each, how many answers were others than they should be, the most
    memory of an app, and the processor's seconds that all of them took meanwhile."""

    people: int
    seconds: list[float]
    wrong: int
    megabytes: float
    worked: float

    @property
    def told(self) -> str:
        """One line, as shares of what is allowed."""
        middle, most, clicks = median(self.seconds), quantiles(self.seconds, n=20)[-1], len(self.seconds)
        return (
            f"{self.people:4} sessions, {clicks:5} clicks   median {middle * 1000:5.0f} ms, {middle / ALLOWED:4.0%} of "
            f"the {ALLOWED * 1000:.0f} ms allowed, 95 of 100 below {most * 1000:5.0f} ms, {self.wrong} wrong answers, "
            f"{self.megabytes:4.0f} MB at most, {self.worked / clicks * 1000:4.0f} ms of a processor each"
        )


def cookies_of(address: str) -> str:
    """The cookies that the app gives to a browser that comes for the first time."""
    with urllib.request.urlopen(f"{address}/", timeout=60) as answer:
        given = SimpleCookie("; ".join(each.partition(";")[0] for each in answer.headers.get_all("Set-Cookie") or ()))
    return "; ".join(f"{name}={each.value}" for name, each in given.items())


async def new_window(address: str) -> ClientConnection:
    """The websocket of a new window of a new browser."""
    headers = {"Cookie": await asyncio.to_thread(cookies_of, address)}
    place = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    return await connect(place, origin=address, additional_headers=headers, subprotocols=["streamlit"], max_size=None)


async def alone(address: str) -> dict[tuple[str, str], str]:
    """What somebody is told who clicks alone; what the first visit works out is there then."""
    async with await new_window(address) as way:
        window = OpenWindow(way)
        await window.click(*WAYS[0])
        return {asked: (await window.click(*asked))[1] for asked in WAYS}


async def person(address: str, number: int, people: int, until: float) -> list[tuple[tuple[str, str], float, str]]:
    """The clicks of one person, who comes a little after the one before; the first page is not counted."""
    await asyncio.sleep(number * PAUSE / people)
    taken = []
    async with await new_window(address) as way:
        window = OpenWindow(way)
        await window.click(*WAYS[0])
        for asked in ways_from(number):
            await asyncio.sleep(PAUSE)
            if time.perf_counter() >= until:
                return taken
            taken.append((asked, *await window.click(*asked)))
    return taken


def ways_from(number: int) -> Iterator[tuple[str, str]]:
    """The clicks of one person: the same ways as all others, again and again, from another beginning."""
    step = number
    while True:
        yield WAYS[step % len(WAYS)]
        step += 1


async def all_clicking(
    addresses: Sequence[str], people: int, seconds: float, expected: dict[tuple[str, str], str]
) -> tuple[list[float], int]:
    """The seconds of all clicks of all people, and how many were answered otherwise than `expected` of each way."""
    until, dealt = time.perf_counter() + seconds, cycle(addresses)
    found = await asyncio.gather(*(person(next(dealt), number, people, until) for number in range(people)))
    clicks = [click for taken in found for click in taken]
    return [taken for _, taken, _ in clicks], sum(told != expected[asked] for asked, _, told in clicks)


def let_click(database: Path | str, people: int, seconds: float, apps: int = 1) -> Clicked:
    """Start so many apps on a store, and let so many people click for so long."""
    with ExitStack() as stack:
        begun = [stack.enter_context(running(database, WSOA_MOST_WINDOWS=str(people + 5))) for _ in range(apps)]
        addresses, processes = zip(*begun, strict=True)
        expected, *_ = [asyncio.run(alone(address)) for address in addresses]
        before = sum(map(worked, processes))
        taken, wrong = asyncio.run(all_clicking(addresses, people, seconds, expected))
        return Clicked(people, taken, wrong, max(map(memory_of, processes)), sum(map(worked, processes)) - before)


def main(people: tuple[int, ...], seconds: float, database: str = "", apps: str = "1") -> None:
    """Load the demonstration, start the apps anew for each number of people, and let them click."""
    with tempfile.TemporaryDirectory() as folder, started() if database == SERVER else nullcontext() as server:
        place = made(server, "sessions") if server else database or Path(folder) / "demonstration.duckdb"
        run_command(place)
        for number in people:
            print(let_click(place, number, seconds, int(apps)).told, flush=True)


if __name__ == "__main__":
    said = sys.argv[1:]
    main((int(said[0]),) if said else PEOPLE, float(said[1]) if said[1:] else SECONDS, *said[2:4])
