from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.paper import Paper, note_lines, svg_path, svg_sheet, svg_text, svg_worded, text_width, wrapped

WORDS = st.lists(st.text("abcdeiMW%3", min_size=1, max_size=12), max_size=40).map(" ".join)


@given(WORDS, st.floats(40, 900), st.booleans())
def test_lines_fit_and_lose_no_word(text, width, bold):
    lines = wrapped(text, width, 12, bold)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 12, bold) <= width or " " not in line for line in lines)


def test_wide_letters_take_more_room_than_narrow_ones_and_bold_ones_more_still():
    assert text_width("ill", 12) < text_width("abc", 12) < text_width("ABC", 12) < text_width("MMM", 12)
    assert text_width("abc", 12, bold=True) > text_width("abc", 12)
    assert text_width("abc", 24) == 2 * text_width("abc", 12)


def test_notes_are_left_out_where_the_paper_bears_none():
    assert note_lines(["Source: returns", "Illustrative"], Paper()) == ["Source: returns", "Illustrative"]
    assert note_lines(["Source: returns"], Paper(noted=False)) == []


def test_lengths_follow_the_letters():
    assert (Paper(letter=18).pixels(16), Paper().pixels(16)) == (24, 16)


def test_a_text_is_never_markup():
    drawn = svg_text(1, 2, "a < b & <b>c</b>", 12, anchor="end", bold=True)
    found = ElementTree.fromstring(drawn)
    assert (found.text, len(found)) == ("a < b & <b>c</b>", 0)
    assert (found.get("text-anchor"), found.get("font-weight"), found.get("font-size")) == ("end", "bold", "12")


def test_a_line_goes_through_its_points_with_its_transparency_apart():
    found = ElementTree.fromstring(svg_path([(1, 2), (3, 4)], "#000000", 9, "dash", 0.45))
    assert (found.get("d"), found.get("stroke-opacity"), found.get("stroke-dasharray")) == (
        "M1.0 2.0L3.0 4.0",
        "0.45",
        "7 4",
    )
    plain = ElementTree.fromstring(svg_path([(1, 2), (3, 4)], "#000000", 1))
    assert (plain.get("stroke-opacity"), plain.get("stroke-dasharray")) == (None, None)


def test_a_sheet_is_an_image_with_its_title_its_words_and_its_font():
    found = ElementTree.fromstring(svg_sheet(Paper(width=600, font='"Source Sans 3"'), 300, "T < U", "In & out", ["<g/>"]))
    assert (found.get("role"), found.get("aria-labelledby")) == ("img", "title desc")
    assert [each.text for each in found[:2]] == ["T < U", "In & out"]
    assert (found.get("width"), found.get("height"), found.get("viewBox")) == ("600", "300", "0 0 600 300")
    assert found.get("font-family") == '"Source Sans 3"'


def test_a_word_among_lines_stands_on_a_ground_of_its_own():
    drawn = svg_worded(10, 40, "Floor", 12)
    assert drawn == (
        f'<rect x="9.0" y="28.0" width="{text_width("Floor", 12) + 2:.1f}" height="15.0" fill="#FFFFFF" '
        'fill-opacity="0.85"/>'
        '<text x="10.0" y="40.0" text-anchor="start" font-size="12">Floor</text>'
    )
