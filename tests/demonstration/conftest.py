"""The sample folder as the script writes it today, once for all who look at it."""

from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from demonstration.__main__ import main
from loaders.kept import KEPT


@dataclass(frozen=True)
class Written:
    """The folder, and what was said while it was written."""

    folder: Path
    said: str


def kept_in(folder: Path) -> Path:
    """In place of the store that is loaded: tests/loaders/test_kept.py makes one."""
    (folder / KEPT).write_bytes(b"")
    return folder / KEPT


@pytest.fixture(scope="session")
def written_anew(tmp_path_factory) -> Written:
    folder, said = tmp_path_factory.mktemp("sample"), StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(said):
        patched.setattr("demonstration.__main__.write_kept", kept_in)
        main([str(folder)])
    return Written(folder, said.getvalue())
