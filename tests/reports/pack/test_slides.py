from io import BytesIO

import pytest
from pptx import Presentation

from reports.pack.parts import Pictured, blocks_of
from reports.pack.slides import slides_bytes


@pytest.fixture(scope="module")
def written(made):
    return made["board-pack-2024-25-Q3.pptx"]


@pytest.fixture(scope="module")
def deck(written):
    return Presentation(BytesIO(written))


def told(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def charts(deck):
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def test_it_is_as_wide_as_a_screen_and_every_slide_has_a_title_that_says_what_is_found(deck, pack):
    assert (round(deck.slide_width / deck.slide_height, 3), len(deck.slides)) == (1.778, 30)
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == pack.cover.answer
    assert all(titles) and len(set(titles)) == len(titles)
    for section in pack.sections:
        assert any(section.finding in title or title.rstrip(" …") in section.finding for title in titles)


def test_charts_are_native_their_gaps_are_gaps_and_they_say_what_they_show(deck, pack):
    first = [next(b.measure for b in blocks_of(s) if isinstance(b, Pictured)) for s in pack.sections if "weakness" in s.key]
    assert len(charts(deck)) == len(first) == 9
    for shape, measure in zip(charts(deck), first, strict=True):
        values = tuple(shape.chart.plots[0].series[0].values)
        assert values == measure.chart.series[0].values
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == measure.alternative
        assert b'dispBlanksAs val="gap"' in shape.chart.part.blob


def test_a_measure_s_slide_says_its_companions_and_its_notes_the_sentence_and_the_source(deck, pack):
    (slide,) = (each for each in deck.slides if "Plans issued within 20 weeks: 58.5%" in each.shapes.title.text_frame.text)
    measure = next(each for each in pack.measures if each.id == "plans_within_20_weeks")
    notes = slide.notes_slide.notes_text_frame.text
    assert measure.sentence in notes and measure.source in notes and pack.notes[1] in notes
    assert all(each in told(slide) for each in measure.companions)


def test_the_table_of_the_nine_is_the_page_s(deck, pack):
    table = next(shape.table for shape in deck.slides[2].shapes if shape.has_table)
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    assert shown == [list(pack.glance.headings), *([cell.text for cell in row] for row in pack.glance.rows)]


def test_letters_are_large_enough_for_a_room(deck):
    sizes = {
        run.font.size.pt
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert min(sizes) >= 11


def test_the_same_pack_is_the_same_bytes_and_its_time_is_the_snapshot_s(written, pack, deck):
    assert slides_bytes(pack) == written
    assert deck.core_properties.created.replace(tzinfo=None) == pack.origin.as_at.replace(tzinfo=None)
