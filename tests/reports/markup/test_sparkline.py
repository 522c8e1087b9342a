import re
from base64 import b64decode

from reports.markup.sparkline import sparkline_image
from reports.palette import RATINGS
from tests.reports.lines import line_of, plans


def test_the_image_carries_the_words_and_ends_in_the_colour_of_the_rating():
    image = sparkline_image(line_of(plans([30, 80]), quarters=2))
    assert 'alt="from 30.0% in 2024/25 Q2 to 80.0% in 2024/25 Q3;' in image
    svg = b64decode(re.search(r"base64,([^\"]+)", image)[1]).decode()
    assert RATINGS["green"].fill in svg
