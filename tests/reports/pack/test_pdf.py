import re
import subprocess
from dataclasses import replace

import pytest

from programme.access import Role
from reports.pack.parts import MAY_POINT, PackSection, Pictured, Points, Tabled, Words, blocks_of
from reports.pack.pdf import CHART, FONTS, MOST_REFUSED, pdf_bytes
from reports.tables.table import Column, table_of
from tests.reports.pack.aloud import spoken_errors


@pytest.fixture(scope="module")
def written(made):
    return made["board-pack-2024-25-Q3.pdf"]


def text_of(content, tmp_path, *options):
    path = tmp_path / "pack.pdf"
    path.write_bytes(content)
    asked = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(asked, capture_output=True, check=True).stdout.decode()


def squeezed(text):
    return re.sub(r"\s+|\u200b", "", text)


@pytest.mark.office
def test_no_row_is_lost_and_every_figure_on_it_is_the_page_s(written, pack, tmp_path):
    """Cell by cell: each text of each table, and each figure under each chart, as often as the pack has it."""
    text = squeezed(text_of(written, tmp_path, "-raw"))
    for section in pack.sections:
        for block in blocks_of(section):
            tables = [block.table] if isinstance(block, Tabled) else []
            tables += [block.measure.grid] if isinstance(block, Pictured) else []
            for cell in (cell for table in tables for row in table.rows for cell in row):
                assert squeezed(cell.text) in text, cell.text
            if isinstance(block, Points):
                assert all(squeezed(item) in text for item in block.items)
            if isinstance(block, Words):
                assert squeezed(block.text) in text
    rows = [row for block in blocks_of(pack.section("late")) if isinstance(block, Tabled) for row in block.table.rows]
    lines = [line.split() for line in text_of(written, tmp_path, "-layout").splitlines() if line.split()]
    assert len(rows) == 75
    assert {row[0].text for row in rows} <= {line[0] for line in lines}


@pytest.mark.office
def test_each_statement_has_two_pages_and_no_page_is_empty(written, pack, tmp_path):
    pages = text_of(written, tmp_path, "-layout").split("\f")[:-1]
    heads = [page.strip().splitlines()[0].rpartition("2024/25")[0].strip() for page in pages]
    for section in pack.sections:
        if section.key.startswith("weakness-"):
            assert heads.count(section.subject) == 2, section.subject
    assert all(len(page.split()) > 40 for page in pages)
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_it_is_tagged_for_readers_and_kept_for_good_with_its_fonts_and_the_snapshot_s_time(written, pack):
    assert b"/MarkInfo" in written and b"/StructTreeRoot" in written and b"/Lang" in written
    assert b"<pdfuaid:part>1</pdfuaid:part>" in written
    assert b"<pdfaid:part>2</pdfaid:part>" in written and b"<pdfaid:conformance>A</pdfaid:conformance>" in written
    assert f"{pack.origin.as_at:%Y-%m-%dT}".encode() in written


def test_who_has_it_read_aloud_misses_nothing(written, pack, tmp_path):
    assert spoken_errors(written, pack, tmp_path) == []


def test_the_same_pack_is_the_same_bytes(written, pack):
    assert pdf_bytes(pack) == written


def test_letters_on_paper_have_eight_points():
    assert CHART.letter * 83 / 25.4 * 72 / CHART.width >= 8
    template = FONTS.with_name("pack.typ").read_text("utf-8")
    sizes = [float(size) for size in re.findall(r"(?:size: |small = |said = )([\d.]+)pt", template)]
    assert min(sizes) >= 8


def test_the_fonts_stand_with_their_licence():
    names = sorted(each.name for each in FONTS.iterdir())
    assert names == [
        "LICENSE.txt",
        *(f"SourceSansPro-{cut}.ttf" for cut in ("Bold", "It", "Regular", "Semibold")),
    ]
    assert "SIL Open Font License, Version 1.1" in (FONTS / "LICENSE.txt").read_text("utf-8")


HOSTILE = '#panic("x") *bold* _it_ $x^2$ @ref <label> `raw` [a](b) = head \\ // # "quotes" {{}} ' + "w" * 90


@pytest.mark.office
def test_a_letter_that_no_typeface_has_is_told_by_its_name_and_many_of_them_are_question_marks(pack, tmp_path):
    many = "".join(map(chr, range(0x4E00, 0x4E20)))
    for typed, shown in (
        ("well done 😀", "welldone[grinningface]"),
        (f"\x07{many}", "]" + "?" * (len(many) - MOST_REFUSED)),
    ):
        section = PackSection("typed", "Typed", typed, (Words(typed),))
        content = pdf_bytes(replace(pack, sections=(section,), measures=()))
        assert shown in squeezed(text_of(content, tmp_path, "-raw"))


@pytest.mark.office
def test_what_anybody_typed_is_text_and_never_markup(pack, tmp_path):
    table = table_of("T " + HOSTILE, {Column("A " + HOSTILE): lambda text: text}, [HOSTILE])
    section = PackSection("typed", HOSTILE, HOSTILE, (Words(HOSTILE, HOSTILE), Points((HOSTILE,)), Tabled(table)))
    origin = replace(pack.origin, role=Role.ANALYST)
    content = pdf_bytes(replace(pack, origin=origin, sections=(section,), measures=()))
    text = squeezed(text_of(content, tmp_path, "-raw"))
    assert text.count(squeezed(HOSTILE)) >= 7
    assert squeezed(MAY_POINT) in text and "maypointtoachild" in text
