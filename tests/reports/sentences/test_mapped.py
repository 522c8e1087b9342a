from programme.period import Period
from reports.sentences.mapped import (
    alike_text,
    blocks_text,
    measure_text,
    period_text,
    read_by_text,
    several_alike_text,
    withdrawn_meanwhile_text,
)


def test_a_month_is_said_by_its_name_and_other_periods_as_they_are_written():
    assert [period_text(Period.parse(text)) for text in ("2023-01", "2024/25 Q3", "2014")] == [
        "January 2023",
        "2024/25 Q3",
        "2014",
    ]


def test_what_a_file_looks_like_is_a_question():
    months = [Period.parse("2023-01")]
    assert alike_text("NHS community health", (8, 8), 1.0, months) == (
        "This looks like NHS community health (8 of 8 tables, 100% of its words); period January 2023: is that right?"
    )
    assert alike_text("Ours", (0, 1), 0.5, []) == "This looks like Ours (0 of 1 table, 50% of its words): is that right?"


def test_a_measure_is_called_in_few_words_and_a_kpi_by_its_title():
    assert measure_text("dsg_income_thousand_pounds").startswith("Dedicated Schools Grant")
    assert measure_text("plans_within_20_weeks") != "plans_within_20_weeks"


def test_a_file_that_fits_two_layouts_or_whose_layout_is_gone_must_be_chosen():
    assert several_alike_text(["Board figures", "Team figures"], 0.75) == (
        "This looks like Board figures and like Team figures (75% of the words of each): choose which it is."
    )
    assert withdrawn_meanwhile_text("Ours") == (
        "This file was to be read as Ours, which was withdrawn since: it is read by what it looks like. Choose again."
    )


def test_with_which_layout_a_version_was_read_and_whether_it_stands():
    assert read_by_text("Ours", (), stands=True, same=True) == (
        "It was read with the layout Ours. Files are read with it today as well."
    )
    assert read_by_text("Ours", ("Final",), stands=True, same=False) == (
        "It was read with the layout Ours, of its sheet Final. Files are read with another layout of this name today."
    )
    assert read_by_text("Ours", ("A", "B"), stands=False, same=False) == (
        "It was read with the layout Ours, of its sheets A and B. Nothing is read with it today."
    )


def test_what_opens_a_block_and_what_ends_one_is_said():
    assert blocks_text(["Ashford", "Dover"], ["Narnia"]) == (
        "A block is opened by Ashford and Dover. Nothing is taken under Narnia."
    )
    assert blocks_text([], []) == "A block is opened by no name of ours."
