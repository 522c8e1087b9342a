"""Whether words stand in a file as it was handed in: also inside an archive, in runs, escaped or in another coding."""

import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from store.redacted_words import Sought, words_in

DEEPEST = 3
LARGEST = 400 * 1024 * 1024  # bytes that one member may become: what was accepted is far below that
_RUN = re.compile(r"</?(?:\w+:)?(?:t|r|rPr|rPh|span|b|i|u|em|strong|font|color|sz)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def words_stand_in(content: bytes, wanted: Sequence[Sought]) -> bool:
    """Whether any of the words is found in what the file says. What cannot be opened is looked at as it is."""
    return bool(wanted) and any(words_in(text, wanted) for text in texts_in(content))


def texts_in(content: bytes, depth: int = 0) -> Iterator[str]:
    """Everything that a file says, in each way in which it could be read."""
    for part in _unpacked(content) if depth < DEEPEST else ():
        yield from texts_in(part, depth + 1)
    for text in _decoded(content):
        yield text
        if "<" in text:
            yield html.unescape(text)
            yield html.unescape(_TAG.sub("\n", _RUN.sub("", text)))
            yield html.unescape(_TAG.sub(" ", text))


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content[:2] == b"\x1f\x8b":
        try:
            yield gzip.GzipFile(fileobj=io.BytesIO(content)).read(LARGEST)
        except (OSError, EOFError, zlib.error):
            return
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment
            for member in archive.infolist():
                yield member.filename.encode()
                yield _member(archive, member)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(member) as file:
            return file.read(LARGEST)
    except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return b""


def _decoded(content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", "replace")
    if not content.isascii():
        yield content.decode("cp1252", "replace")
    if b"\0" in content[:200]:
        yield content.decode("utf-16-le", "replace")
        yield content[1:].decode("utf-16-le", "replace")
