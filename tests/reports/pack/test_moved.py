from dataclasses import replace

import pytest

from kpis.fingerprint import definitions_fingerprint
from programme.access import Role
from programme.kept_packs import KeptPack, PackLine, PackLineKind
from reports.pack.lines import lines_now
from reports.pack.moved import between, moved_since
from reports.progress.readings import Progress
from tests.reports.pack.conftest import QUARTER

KENT = "E10000016"
FIGURE = PackLine(PackLineKind.FIGURE, "plans_within_20_weeks", KENT, QUARTER, "", "58.5%", "58.54 | 24 | 41 | ")
RATING = PackLine(PackLineKind.RATING, "plans_within_20_weeks", KENT, QUARTER, "", "amber")
WHY = PackLine(PackLineKind.WORDS, "Commentary: plans", "", QUARTER, "Why", "two left")
NEXT = replace(WHY, heading="What next", text="recruit")
DIRECTION = replace(RATING, kind=PackLineKind.DIRECTION)
FINDING = PackLine(PackLineKind.SENTENCE, "Weakness 6: plans", "", QUARTER, "Finding", "")
SAID = PackLine(PackLineKind.SAID, "cover", "", QUARTER, "", "the board pack")


def kept(shown, definitions="") -> KeptPack:
    given, change, _ = shown
    about = "an id", QUARTER, given.records.as_at, change, 1, "published", "prog"
    return KeptPack(*about, definitions or definitions_fingerprint(), 1, (), ())


@pytest.fixture(scope="module")
def stands(shown):
    """What stands of the demonstration, hidden as from readers."""
    return Progress(shown[2], Role.LEAD)


def test_what_says_the_same_has_not_moved_and_all_text_is_not_compared():
    assert between((FIGURE, RATING, WHY, SAID), (WHY, FIGURE, RATING)) == ()


def test_a_figure_has_moved_also_where_it_is_rounded_to_the_same():
    other = replace(FIGURE, exact="58.51 | 24 | 41 | ")
    (move,) = between((RATING, FIGURE), (RATING, other))
    assert (move.then, move.now, move.line) == (FIGURE, other, other)


def test_directions_and_what_is_said_by_rule_are_held_against_each_other_where_both_packs_have_them():
    better, worse = replace(DIRECTION, text="improving"), replace(DIRECTION, text="worsening")
    told, other = replace(FINDING, text="none is red"), replace(FINDING, text="one is red")
    found = between((FIGURE, told, better, WHY), (replace(WHY, text="three left"), other, worse, FIGURE))
    assert [(each.line.kind, each.then.text, each.now.text) for each in found] == [
        (PackLineKind.DIRECTION, "improving", "worsening"),
        (PackLineKind.SENTENCE, "none is red", "one is red"),
        (PackLineKind.WORDS, "two left", "three left"),
    ]
    assert between((FIGURE, WHY), (FIGURE, WHY, better, told)) == (), "kept by an edition that did not note them"


def test_by_what_a_row_is_told_from_others_is_no_statement_of_a_pack_kept_before_it_was():
    said = PackLine(PackLineKind.WORDS, "Participation: P-1", "", QUARTER, "You said", "too slow")
    assert between((replace(said, heading="Ref", text="P-1"), said), (said,)) == ()
    assert [each.then for each in between((said,), ())] == [said]


def test_what_moved_in_one_row_of_words_is_one_and_comes_after_figures():
    figure, words = between((WHY, NEXT, FIGURE), (replace(FIGURE, text="60%"), replace(WHY, text="three left")))
    assert figure.line.kind is PackLineKind.FIGURE
    assert (words.then.heading, words.then.text) == ("Why; What next", "Why: two left\nWhat next: recruit")
    assert words.now.text == "Why: three left"
    (gone,) = between((WHY,), ())
    assert (gone.then, gone.now) == (WHY, None)


def test_of_the_published_quarter_of_the_demonstration_two_wordings_have_moved_since(shown, stands):
    lines = lines_now(shown[0], QUARTER).values()
    moves = moved_since(kept(shown), lines, stands, kept(shown).definitions)
    assert [
        (each.line.about, each.cause.what, each.cause.wording) for each in moves if each.line.kind is PackLineKind.WORDS
    ] == [
        ("Commentary: neurodevelopmental_over_52_weeks", "words written here", 4),
        ("Summary: 8, advise, 1", "words taken back", 3),
    ]
    assert not [each for each in moves if each.cause.version]


def test_where_no_return_moved_a_figure_it_is_said_what_did(shown, stands):
    lines = lines_now(shown[0], QUARTER)
    key = (PackLineKind.FIGURE, "plans_within_20_weeks", KENT, QUARTER, "")
    lines[key] = replace(lines[key], text="1%")
    for definitions, what in (
        ("other", "other definitions than other, with which it was made"),
        ("", "what is hidden was decided anew, or what is due is another day's"),
    ):
        pack = kept(shown, definitions)
        moves = moved_since(pack, lines.values(), stands, definitions_fingerprint())
        (found,) = (each for each in moves if each.line.key == key)
        assert (found.then.text, found.now.text, found.cause.what) == ("1%", "58.5%", what)
