from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

from reports.pack.repacked import CORE, repacked

MOMENT = datetime(2025, 2, 12, 8, 45, tzinfo=UTC)
CORE_XML = (
    '<x><dcterms:created xsi:type="t">2026-01-01T00:00:00Z</dcterms:created><dcterms:modified>now</dcterms:modified></x>'
)


def packed(parts, year):
    written = BytesIO()
    with ZipFile(written, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
            file.getinfo(name).date_time = (year, 1, 1, 0, 0, 0)
    return written.getvalue()


def test_the_machine_s_moments_give_way_to_the_snapshot_s_in_workbooks_inside_too():
    inner = packed({CORE: CORE_XML, "a.xml": "<a/>"}, 2026)
    found = repacked(packed({"b.xml": "<b/>", CORE: CORE_XML, "embedded.xlsx": inner}, 2026), MOMENT)
    with ZipFile(BytesIO(found)) as file:
        assert file.namelist() == ["b.xml", CORE, "embedded.xlsx"]
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.read(CORE).decode().count("2025-02-12T08:45:00Z") == 2
        with ZipFile(BytesIO(file.read("embedded.xlsx"))) as inside:
            assert inside.read(CORE).decode().count("2025-02-12T08:45:00Z") == 2
            assert inside.read("a.xml") == b"<a/>"


def test_what_was_written_at_another_time_is_the_same_bytes():
    other = CORE_XML.replace("2026-01-01", "2027-01-01")
    first, second = packed({CORE: CORE_XML}, 2026), packed({CORE: other}, 2027)
    assert first != second
    assert repacked(first, MOMENT) == repacked(second, MOMENT) != repacked(second, MOMENT + timedelta(days=1))


def test_a_chart_says_that_what_is_missing_is_a_gap_whoever_wrote_it():
    silent, said = '<c:plotVisOnly val="1"/>', '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
    found = repacked(packed({"xl/charts/chart1.xml": silent, "xl/charts/chart2.xml": said}, 2026), MOMENT)
    with ZipFile(BytesIO(found)) as file:
        assert [file.read(name).decode() for name in file.namelist()] == [said, said]
