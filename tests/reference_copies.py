"""Copies of the reference files, and of the whole project, in which somebody made a slip."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from plumbing.reference import REFERENCE

ROOT = Path(__file__).parent.parent
PROGRAM = ("app.py", "frame.py", "pyproject.toml", ".streamlit", "README.md")
ROOMS = ("access", "demonstration", "disclosure", "docs", "kpis", "loaders", "pages", "plumbing", "programme", "record")
ROOMS += ("reports", "store", "web")


def files_copied(to: Path) -> Path:
    """The reference files, copied into a folder of their own."""
    return Path(shutil.copytree(REFERENCE, to / "reference"))


def put(folder: Path, file: str, old: str, new: str) -> None:
    """`new` in place of the first `old` in a reference file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def project_copied(to: Path) -> Path:
    """The whole program with its own reference files and without a database.

    Its rooms are those of the project, with all that is compiled: nobody changes anything in them.
    """
    made = to / "project"
    made.mkdir()
    for name in PROGRAM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, made / name)
        elif source.exists():
            shutil.copy(source, made / name)
    for name in ROOMS:
        (made / name).symlink_to(ROOT / name, target_is_directory=True)
    shutil.copytree(REFERENCE, made / "data" / "reference")
    return made


def run_there(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m …` in a copy of the project."""
    command = [sys.executable, "-m", *arguments]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=60, check=False)
