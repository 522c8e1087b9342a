"""The benchmark of hostile files, three times instead of a thousand; and that it would see a loss."""

import random
from dataclasses import replace
from functools import partial
from io import BytesIO

import pytest
from openpyxl import load_workbook

from benchmarks import hostile
from benchmarks.losses import UNSAID, lost, original_of, said_by
from benchmarks.mutations import DEEDS, form_changed, words_typed
from loaders.pipeline import check_file
from tests import factories
from tests.loaders.rules.one_change import all_of, headed, labelled, nothing, without_sheet, written
from tests.loaders.rules.written_rows import row, with_rows
from tests.sleeping import CleanForm

check = partial(check_file, read=factories.read_here)
WITH_WORDS = all_of(with_rows("Actions", row("Actions")), with_rows("Risks", row("Risks")))


def a_return(change=nothing):
    return factories.standard_return(change=all_of(WITH_WORDS, change))


@pytest.fixture(scope="module")
def original():
    return original_of(check(a_return(), "return.xlsx"))


@pytest.fixture(scope="module")
def workbook():
    """The return as openpyxl reads it, which the deeds change."""
    return CleanForm(load_workbook(BytesIO(a_return())))


def unnoticed(change):
    """What is said of a changed return if no rule speaks."""
    checked = check(a_return(change), "return.xlsx")
    return replace(checked, findings=(), submission=checked.submission or object())


def test_a_few_hostile_files_raise_nothing_and_lose_nothing(demonstration_file, capsys):
    assert hostile.main(3, 1, demonstration_file) == 0
    told = capsys.readouterr().out
    assert "exceptions or changes not accepted            0" in told
    assert "accepted losses without a finding             0" in told


LOSSES = {
    "a heading": (headed("Actions", "Baseline due", "When"), "Actions"),
    "a list": (headed("Actions", "Weaknesses", "For"), "Actions"),
    "a sheet": (without_sheet("Risks"), "Risks"),
    "a line of the cover": (labelled("Lead role", "Lead"), "Cover"),
}


def test_what_is_said_at_a_sheets_line_of_the_cover_is_said_of_that_sheet(original):
    changed = check(a_return(lambda form: setattr(form["Figures"], "title", "Xyz")), "return.xlsx")
    assert {each.sheet for each in changed.findings if each.rule == "figures_left_out"} == {"Cover"}
    assert changed.submission is not None
    assert lost(original, changed, frozenset()) == []


@pytest.mark.parametrize(("change", "sheet"), LOSSES.values(), ids=LOSSES)
def test_what_a_change_takes_away_is_a_loss_unless_something_is_said(original, change, sheet):
    assert {each.sheet for each in lost(original, unnoticed(change), frozenset())} == {sheet}
    assert lost(original, check(a_return(change), "return.xlsx"), frozenset()) == []


def test_what_is_typed_and_not_understood_is_a_loss_unless_something_is_said(original):
    typed, change = frozenset({("Actions", "K2")}), written("Actions", "K2", "spring")
    (gone,) = lost(original, unnoticed(change), typed)
    assert (gone.sheet, gone.about) == ("Actions", "APP-6.01")
    assert ("forecast", f"{UNSAID}: spring") in gone.what
    assert lost(original, check(a_return(change), "return.xlsx"), typed) == []


def test_what_is_typed_and_understood_is_no_loss(original):
    change = written("Actions", "K2", "31 March 2025")
    assert lost(original, unnoticed(change), frozenset({("Actions", "K2")})) == []


def test_a_return_says_its_cover_its_figures_and_its_rows(original):
    said = said_by(original.parsed)
    assert {each.sheet for each in said} == {"Cover", "Figures", "Actions", "Risks"}
    assert sum(1 for each in said if each.sheet == "Figures") == len(original.parsed.rows)


@pytest.mark.parametrize("kind", [words_typed, form_changed])
def test_a_change_is_the_same_for_the_same_chance_and_another_for_another(kind):
    changes = {kind(a_return(), random.Random(seed)).what for seed in (1, 1, 2, 3)}
    assert len(changes) == 3


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__.strip("_"))
def test_every_deed_says_what_it_did_to_a_workbook(deed, workbook):
    assert deed(workbook.copied(), random.Random(7))
