"""The public pages as a folder: whole or not at all, in place of nothing but an earlier export that nobody added to."""

import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from reports.pack.files import PackFile
from reports.public.made import KIND, MANIFEST

READABLE, ENTERED = 0o644, 0o755
"""What a web server needs, whoever it runs as: these pages are for everybody."""


class FolderNotWritten(Exception):  # noqa: N818 - a refusal, whose text is a sentence
    """The pages could not be written where they were wanted."""


def write_folder(files: Iterable[PackFile], folder: Path) -> None:
    """Write files into `folder`, which is not there, empty, or an earlier export as it was written: then they replace it.

    They are written beside it first, and take its place together. Raises FolderNotWritten, whose text is a sentence.
    """
    place = folder.resolve()
    making = None
    try:
        if said := foreign(place):
            raise FolderNotWritten(
                f"The public pages must be written into a new folder, or in place of an earlier export, got: {folder}, "
                f"{said}. Name another with --output. Nothing was written; nothing was lost."
            )
        place.parent.mkdir(parents=True, exist_ok=True)
        making = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        _write(files, making)
        _take_its_place(making, place)
    except OSError as error:
        raise FolderNotWritten(
            f"The public pages must be written into a folder with room for them, got: {folder} ({error.strerror}). "
            "Name another with --output; what was there is as it was, and nothing was lost."
        ) from None
    finally:
        if making:
            shutil.rmtree(making, ignore_errors=True)


def foreign(place: Path) -> str:
    """What stands in the way there, as the end of a sentence: something that no export wrote. Empty where nothing does."""
    if not place.exists():
        return ""
    if not place.is_dir():
        return "which is a file"
    there = {each.relative_to(place).as_posix() for each in place.rglob("*") if not each.is_dir() or each.is_symlink()}
    if strangers := sorted(there - _exported(place)):
        more = f" and {len(strangers) - 1} more that no export wrote" if len(strangers) > 1 else ", which no export wrote"
        return f"in which stands {strangers[0]}{more}"
    return ""


def _exported(place: Path) -> frozenset[str]:
    """The names that the manifest of an earlier export has; none where it is no export."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((place / MANIFEST).read_bytes())
        if told["kind"] == KIND:
            return frozenset((MANIFEST, *(each["name"] for each in told["files"])))
    return frozenset()


def _write(files: Iterable[PackFile], making: Path) -> None:
    for each in files:
        path = making / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.content)
        path.chmod(READABLE)
    for inside in (making, *(each for each in making.rglob("*") if each.is_dir())):
        inside.chmod(ENTERED)


def _take_its_place(making: Path, place: Path) -> None:
    """What was there stands aside, and comes back where the new cannot take its place."""
    if not place.exists():
        making.rename(place)
        return
    aside = Path(mkdtemp(prefix=f".{place.name}-before-", dir=place.parent))
    place.replace(aside)
    try:
        making.rename(place)
    except OSError:
        aside.replace(place)
        raise
    shutil.rmtree(aside)
