import re

from programme.quarter import Quarter
from reports.markup.heat import cells, quarter_headings, year_headings
from reports.palette import RATINGS, SHARES
from reports.sentences.heat import EMPTY, HeatCell

QUARTERS = Quarter(2019, 3).to(Quarter(2020, 4))


def test_the_sign_is_for_the_eye_and_the_words_for_the_ear():
    fill = next(iter(RATINGS.values())).colours
    assert cells([HeatCell("▲", "red, 5 < 9", fill)]) == (
        '<td class="heat fill-0"><span aria-hidden="true">▲</span><span class="spoken">red, 5 &lt; 9</span></td>'
    )


def test_a_cell_without_colour_is_a_gap_and_a_carried_one_is_pale():
    assert 'class="heat gap"' in cells([HeatCell("c", "hidden", EMPTY)])
    assert 'class="heat fill-6 pale"' in cells([HeatCell("9", "words", SHARES[2], pale=True)])


def test_headings_group_quarters_under_their_years():
    assert re.findall(r'colspan="(\d)" class="year">(.*?)</th>', year_headings(QUARTERS)) == [
        ("2", "2019/20"),
        ("4", "2020/21"),
    ]
    assert re.findall(r'class="spoken">(.*?)</span>', quarter_headings(QUARTERS))[:2] == ["2019/20 Q3", "2019/20 Q4"]


def test_a_year_with_one_quarter_has_no_room_for_its_name_but_says_it():
    assert '<span class="spoken">2020/21</span>' in year_headings([Quarter(2020, 1)])
