"""Runs what is awaited, wherever a test stands: the browser's driver keeps a loop of its own in the tests' thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Made = TypeVar("Made")


def run_awaited(scene: Coroutine[object, object, Made]) -> Made:
    """The outcome of `scene`, run in a thread that has no loop yet; what it raises is raised here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, scene).result()
