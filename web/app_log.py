"""The app's own log: one JSON object a line, for whoever runs it, of constant words and places in the program alone.

What stands in an argument, in the text of an error or in a request may name somebody, so that none of it is written: who did
what stands in the log of the store. `.streamlit/config.toml` lets every line be the message alone.
"""

import json
import linecache
import logging
import sys
import threading
import traceback
from datetime import UTC, datetime

LOGGER = logging.getLogger("wsoa")
TOLD = "wsoa_told"
"""The extra under which our own modules give what may be written: numbers, hashes and states."""


class JsonRecord(logging.LogRecord):
    """A record whose message is a JSON object: at, level, logger, where, said, and of an error its kind and its frames."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, *more, **other):
        super().__init__(name, level, pathname, lineno, msg, args, None, *more, **other)
        self.stack_info = None
        self.error = exc_info[1] if isinstance(exc_info, tuple) else None

    def getMessage(self) -> str:  # noqa: N802 - the name that logging gives it
        """The line."""
        told = {
            "at": datetime.fromtimestamp(self.created, UTC).isoformat(timespec="milliseconds"),
            "level": self.levelname.lower(),
            "logger": self.name,
            "where": f"{self.filename}:{self.lineno}",
            **({"said": self.msg} if _is_constant(self.msg, self.pathname) else {}),
            **getattr(self, TOLD, {}),
            **({"error": type(self.error).__name__, "frames": _frames(self.error)} if self.error else {}),
        }
        return json.dumps(told, ensure_ascii=True)


def begin_app_log() -> None:
    """From now on every line that is logged is one of ours, also of what nobody caught and of warnings."""
    logging.setLogRecordFactory(JsonRecord)
    logging.captureWarnings(True)
    sys.excepthook = lambda kind, error, trace: LOGGER.error("nobody caught this", exc_info=(kind, error, trace))
    threading.excepthook = lambda args: LOGGER.error("nobody caught this", exc_info=(*args[:2], args.exc_traceback))


def _is_constant(said: object, path: str) -> bool:
    """Whether a message stands in the source as it is: then nothing was put into it that somebody typed."""
    return isinstance(said, str) and bool(said) and said in "".join(linecache.getlines(path))


def _frames(error: BaseException) -> list[str]:
    """Where it went wrong, the place that raised it last."""
    found = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in found][-20:]
