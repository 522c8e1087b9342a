"""Whether two apps on one PostgreSQL show what either accepts at the next click: python -m benchmarks.two_apps [times].

Starts a server of its own with the demonstration, and the app twice. A third process, the command line, takes versions
back; after each the page that tells of it is clicked on both apps, over their own websocket as a browser has it. Counts the
clicks that did not tell of it; leaves with 1 if there were any.
"""

import asyncio
import subprocess
import sys
import tempfile
from contextlib import AsyncExitStack, ExitStack
from datetime import date
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.navigation import ROOT, server
from benchmarks.sessions import cookies_of
from loaders.kept import lay_down
from programme.access import person_here
from store.backups.moving import move
from store.database import Database
from store.place import Place, place_named
from store.returns.versions import versions
from tests.serving import made, started

TIMES = 3
PAGE, QUERY = "data", "tab=Returns"


async def page_told(way: ClientConnection) -> str:
    """All that the page of returns says, as it comes over the websocket."""
    asked = BackMsg()
    asked.rerun_script.query_string = QUERY
    asked.rerun_script.page_name = PAGE
    await way.send(asked.SerializeToString())
    said, begun = [], False
    while True:
        came = ForwardMsg.FromString(await way.recv())
        kind = came.WhichOneof("type")
        begun = begun or kind == "new_session"
        said += [str(came)] if kind == "delta" else []
        if kind == "script_finished" and begun and came.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return "".join(said)


def window_opened(address: str, cookies: str) -> connect:
    """The websocket of one window."""
    place, more = f"{address.replace('http', 'ws', 1)}/_stcore/stream", {"subprotocols": ["streamlit"], "max_size": None}
    return connect(place, origin=address, additional_headers={"Cookie": cookies}, **more)


def withdrawn_elsewhere(place: str, number: int, reason: str) -> None:
    """Withdraw a version by the command line, in a process of its own."""
    command = [sys.executable, "-m", "loaders", "withdraw", str(number), "--by", "benchmark", "--reason", reason]
    today = date.today().isoformat()
    subprocess.run([*command, "--today", today, "--database", place], cwd=ROOT, check=True, capture_output=True)


async def missed(addresses: list[str], place: str, numbers: list[int]) -> int:
    """How many clicks did not tell of the version that had just been taken back."""
    cookies = [await asyncio.to_thread(cookies_of, address) for address in addresses]
    found = 0
    async with AsyncExitStack() as stack:
        ways = [await stack.enter_async_context(window_opened(*each)) for each in zip(addresses, cookies, strict=True)]
        for way in ways:
            await page_told(way)
        for number in numbers:
            reason = f"taken back as number {number} of the benchmark"
            await asyncio.to_thread(withdrawn_elsewhere, place, number, reason)
            for way in ways:
                found += reason not in await page_told(way)
    return found


def main(times: int) -> int:
    """Take so many versions back, and print how many clicks did not tell of it."""
    with tempfile.TemporaryDirectory() as folder, started() as postgres, ExitStack() as stack:
        here, there = Place(Path(folder) / "here.duckdb"), made(postgres, "two_apps")
        lay_down(here)
        with Database.open(here) as database:
            move(database, place_named(there), person_here("benchmark"))
            numbers = [version.number for version in versions(database) if version.withdraws is None][-times:]
        addresses = [stack.enter_context(server(there)) for _ in range(2)]
        found = asyncio.run(missed(addresses, there, numbers))
    print(f"{len(numbers)} versions taken back, {2 * len(numbers)} clicks on two apps: {found} did not tell of it")
    return int(bool(found or not numbers))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
