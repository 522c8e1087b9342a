import gzip
import io
import zipfile
from itertools import count

import pytest

from store.redacted_words import sought
from store.redaction.words_in_files import words_stand_in

WORDS = [sought("Jane O'Brien")]


def packed(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def sheet(text: str) -> bytes:
    return packed("xl/sharedStrings.xml", f"<sst><si><t>Before</t></si>{text}<si><t>After</t></si></sst>".encode())


@pytest.mark.parametrize(
    "content",
    [
        b"a,JANE O'BRIEN,b",
        "Jane O’Brien".encode("cp1252"),
        "Jane O'Brien".encode("utf-16-le"),
        "\ufeffJane O'Brien".encode("utf-16"),
        gzip.compress(b"for Jane O'Brien"),
        sheet("<si><t>Jane O&apos;Brien</t></si>"),
        sheet("<si><r><t>Ja</t></r><r><rPr><b/></rPr><t xml:space='preserve'>ne O&#39;Br</t></r><r><t>ien</t></r></si>"),
        sheet("<si><t>Ja\u00adne\u200b O&apos;Bri\u2060en\u200e</t></si>"),
        packed("xl/workbook.xml", b'<sheet name="Jane O\'Brien"/>'),
        packed("Jane O'Brien.txt", b""),
        packed("content.xml", b"<text:p>Jane <text:span>O'Brien</text:span></text:p>"),
        packed("inner.zip", packed("a.csv", b"Jane O'Brien")),
        b"PK\x03\x04 damaged Jane O'Brien",
    ],
    ids=count(),  # a packed file holds the time when it was packed
)
def test_words_are_found_wherever_a_file_says_them(content):
    assert words_stand_in(content, WORDS)


@pytest.mark.parametrize(
    "content",
    [b"", b"Jane O'Brienne", sheet("<si><t>Jane</t></si><si><t>Smith</t></si>"), b"\x1f\x8bno"],
    ids=count(),
)
def test_what_does_not_say_them_is_left(content):
    assert not words_stand_in(content, WORDS)
