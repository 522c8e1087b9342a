from reports.pack.parts import Tabled, blocks_of
from reports.pack.sheets import sheet_name, sheets_of


def test_every_table_of_the_pack_and_every_measure_has_its_sheet(pack):
    sheets = sheets_of(pack)
    tables = [
        block.table
        for section in pack.sections
        if not section.key.startswith("weakness-")
        for block in blocks_of(section)
        if isinstance(block, Tabled)
    ]
    assert [each.table for each in sheets] == [pack.glance, *tables, *(each.table for each in pack.measures)]
    assert all(each.chart is not None for each in sheets[-len(pack.measures) :])


def test_names_are_those_that_a_workbook_can_have_and_each_is_one_of_a_kind(pack):
    names = [each.name for each in sheets_of(pack)]
    assert len({each.casefold() for each in names}) == len(names)
    assert all(0 < len(each) <= 31 for each in names)
    assert sheet_name("12 Plans: [in time] */? of 'all' that were ever issued") == "12 Plans in time  of all that w"
    tables = [each.table_name for each in sheets_of(pack)]
    assert len(set(tables)) == len(tables) and all(each.isidentifier() for each in tables)
