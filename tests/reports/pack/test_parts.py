from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programme.access import Role
from reports.pack.parts import MAY_POINT, Beside, BlockHeading, PackSection, Words, blocks_of


def test_a_pack_for_readers_needs_no_caution_and_an_analyst_s_says_that_it_may_point_to_a_child(pack):
    assert (pack.origin.may_point_to_a_child, pack.origin.cautions) == (False, ())
    of_an_analyst = replace(pack.origin, role=Role.ANALYST)
    assert (of_an_analyst.may_point_to_a_child, of_an_analyst.cautions) == (True, (MAY_POINT,))


def test_the_moment_is_told_in_words(pack):
    origin = replace(pack.origin, as_at=datetime(2025, 2, 12, 8, 45, tzinfo=UTC), change=25)
    assert origin.figures_as_known == "Figures as known on 12 February 2025 at 08:45, change 25"


def test_blocks_beside_each_other_are_read_one_after_the_other():
    inner = Beside(((Words("two"),), (Words("three"),)))
    section = PackSection("key", "Subject", "Finding", (BlockHeading("one"), Beside(((inner,), (Words("four"),)))))
    assert blocks_of(section) == (BlockHeading("one"), Words("two"), Words("three"), Words("four"))


def test_a_section_is_found_by_its_key(pack):
    assert pack.section("risks").subject == "Risks"
    with pytest.raises(KeyError):
        pack.section("nothing")
