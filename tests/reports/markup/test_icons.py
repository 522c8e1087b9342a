from base64 import b64decode
from xml.etree import ElementTree

import pytest

from kpis.spc import Variation
from reports.markup.icons import standard_icon, variation_icon
from reports.palette import VARIATIONS
from reports.progress.matrix import Standard
from tests.reports.markup.test_grids import tree

SVG = "{http://www.w3.org/2000/svg}"


def drawn(icon) -> ElementTree.Element:
    return ElementTree.fromstring(b64decode(tree(icon).get("src").partition("base64,")[2]))


@pytest.mark.parametrize("variation", Variation)
def test_every_kind_of_variation_has_its_own_icon_with_its_word(variation):
    icon = variation_icon(variation)
    assert tree(icon).get("alt") == VARIATIONS[variation].word
    assert drawn(icon).find(f"{SVG}circle").get("fill") == VARIATIONS[variation].fill
    assert [each for each in Variation if variation_icon(each) == icon] == [variation]


def test_every_standard_has_a_letter_and_its_words():
    letters = {tree(standard_icon(each)).get("alt"): drawn(standard_icon(each)).find(f"{SVG}text").text for each in Standard}
    assert letters == {"consistently fails": "F", "hit or miss": "?", "consistently meets": "P", "no target": "–"}


def test_where_the_word_stands_beside_it_the_icon_is_for_the_eye_alone():
    assert tree(variation_icon(Variation.IMPROVING, word_beside=True)).get("alt") == ""
