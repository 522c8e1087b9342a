from datetime import date

import pytest

from tests.loaders.rules.one_change import Row, typed

REFUSED = "Requests for assessment refused, Kent must be"
VACANT = "Educational psychology posts vacant, as a percentage of posts, Kent must"


def refused(name, value, rule, message, number_format=None):
    change = typed("requests_refused", "Kent", value, number_format=number_format)
    return Row(name, change, ((rule, "Figures!D59", f"{REFUSED} {message}"),))


def vacant(name, value, rule, message, number_format=None):
    change = typed("educational_psychology_posts_vacant", "Kent", value, number_format=number_format)
    return Row(name, change, ((rule, "Figures!D62", f"{VACANT} {message}"),))


SYMBOLS = "a number, or c, x or z where there is none (the Cover says which)"
AS_COUNT = "typed as a count and not a percentage, in a cell that is not formatted as %"
AS_PERCENT = "be typed as 41.5 and not 41.5%, in a cell that is not formatted as %"
AS_NUMBER = "a number and not text that looks like one: type it again as a number"
CALCULATED = (
    "Requests for assessment refused, Kent must hold a calculated value: open the file in Excel, let "
    "it calculate, save it again"
)

ROWS = [
    refused("an error", "#DIV/0!", "error_cell", "a number or a symbol and not an Excel error, got: #DIV/0!"),
    Row(
        "a formula without its value",
        typed("requests_refused", "Kent", "=40+1"),
        (("uncalculated_formula", "Figures!D59", f"{CALCULATED}, got: =40+1"),),
    ),
    refused("a number as text", "41", "number_as_text", f"{AS_NUMBER}, got: the text “41”"),
    refused("a number as text with spaces", " 1,234 ", "number_as_text", f"{AS_NUMBER}, got: the text “ 1,234 ”"),
    refused(
        "a number as text, unbroken space",
        "\xa041.128",
        "number_as_text",
        f"{AS_NUMBER}: did you mean 41128 or 41.128? got: the text “\xa041.128”",
    ),
    refused("a decimal comma", "7,5", "number_as_text", f"{AS_NUMBER}: did you mean 7.5? got: the text “7,5”"),
    Row(
        "a note that Excel could not find",
        typed("plans_issued", "Kent", "#REF!", "Note"),
        (
            (
                "note_not_calculated",
                "Figures!F15",
                "Note must be words, or a value: open the file in Excel, let it calculate, save it again, got: #REF!",
            ),
        ),
    ),
    refused("a negative number as text", "-3", "number_as_text", f"{AS_NUMBER}, got: the text “-3”"),
    refused("a percentage as text", "12%", "percent_typed", f"{AS_COUNT}, got: 12%"),
    refused("a cell formatted as a percentage", 0.41, "percent_typed", f"{AS_COUNT}, got: 41%", "0%"),
    vacant("a percent measure formatted as a percentage", 0.125, "percent_typed", f"{AS_PERCENT}, got: 12.5%", "0.0%"),
    vacant("a percent measure typed with its sign", "12.5%", "percent_typed", f"{AS_PERCENT}, got: 12.5%"),
    refused("words", "about 40", "value_not_a_number", f"{SYMBOLS}, got: about 40"),
    refused("n/a", "n/a", "value_not_a_number", f"{SYMBOLS}: did you mean z (not applicable)? got: n/a"),
    refused("as statistics print it", "[x]", "value_not_a_number", f"{SYMBOLS}: did you mean x (not available)? got: [x]"),
    refused("with a mark", "C*", "value_not_a_number", f"{SYMBOLS}: did you mean c (suppressed or confidential)? got: C*"),
    refused("fewer than 5", "<5", "value_not_a_number", f"{SYMBOLS}: did you mean c (suppressed or confidential)? got: <5"),
    refused("a colon", ":", "value_not_a_number", f"{SYMBOLS}: did you mean x (not available)? got: :"),
    refused("a sign that stands for an unused symbol", "~", "value_not_a_number", f"{SYMBOLS}, got: ~"),
    refused("a tick", True, "value_not_a_number", f"{SYMBOLS}, got: True"),
    refused("a date", date(2025, 1, 1), "value_not_a_number", f"{SYMBOLS}, got: 2025-01-01"),
    refused("a symbol for other measures", "u", "symbol_not_allowed", f"{SYMBOLS}, got: u (low reliability)"),
    refused("a symbol in its older form", "k", "symbol_not_allowed", f"{SYMBOLS}, got: low (rounds to 0 but is not 0)"),
    refused("a negative count", -3, "negative_value", "0 or more, got: -3"),
    refused("a number beyond counting", 1e308, "number_too_large", "a number below 1,000,000,000,000, got: 1e+308"),
    refused("half a child", 41.5, "not_a_whole_number", "a whole number, got: 41.5"),
    vacant("more than everything", 112, "percent_outside_range", "lie between 0 and 100, got: 112"),
    vacant(
        "a fraction for a percentage",
        0.125,
        "percent_as_fraction",
        "be typed as a percentage from 0 to 100 and not as a fraction: did you mean 12.5? got: 0.125",
    ),
    Row(
        "a status that there is not",
        typed("plans_issued", "Kent", "provisonal", "Status"),
        (
            (
                "status_unknown",
                "Figures!E15",
                "Status must be provisional or final, or blank for what the cover says: "
                "did you mean provisional? got: provisonal",
            ),
        ),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


@pytest.mark.parametrize("value", ["c", "X", " z ", 0, 0.0, 41])
def test_a_number_or_an_allowed_symbol_has_no_finding(value):
    assert Row("", typed("requests_refused", "Kent", value), ()).found == ()


@pytest.mark.parametrize("value", ["low", "u", "c"])
def test_a_survey_may_be_of_low_reliability(value):
    assert Row("", typed("survey_involved", "Kent", value), (), streams=(1,)).found == ()


@pytest.mark.parametrize("value", [0, 1.5, 12.5, 100])
def test_a_percentage_from_0_to_100_has_no_finding(value):
    assert Row("", typed("educational_psychology_posts_vacant", "Kent", value), ()).found == ()


def test_money_may_be_below_zero():
    assert Row("", typed("dsg_deficit_thousand_pounds", "Kent", -3_000), (), streams=(4,)).found == ()


@pytest.mark.parametrize("value", ["Final", "provisional ", None])
def test_a_known_status_or_none_has_no_finding(value):
    assert Row("", typed("plans_issued", "Kent", value, "Status"), ()).found == ()
