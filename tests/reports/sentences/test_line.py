from kpis.movement import REVISIT
from programme.symbols import Status
from reports.sentences.line import legend_sentences, line_alternative, line_headline, small_key, sparkline_alternative
from tests.reports.build import a_figure
from tests.reports.lines import count, line_of, plans


def test_the_headline_has_the_numbers():
    assert line_headline(line_of(plans([50, 20, 80, 60]), quarters=4)) == (
        "From 50.0% in 2023/24 Q4 to 60.0% in 2024/25 Q3; lowest 20.0% in 2024/25 Q1; highest 80.0% in 2024/25 Q2"
    )
    assert line_headline(line_of([])) == "There is no figure to draw"


def test_the_words_of_the_chart():
    assert line_alternative(line_of(plans([30, None, 58.5], of=1000), quarters=3)) == (
        "Plans issued within 20 weeks, Kent, by quarter: first 30.0% in 2024/25 Q1, lowest 30.0% in 2024/25 Q1, highest "
        "58.5% in 2024/25 Q3, newest 58.5% in 2024/25 Q3. Red in 1 of 2 quarters; 1 without a figure."
    )
    assert line_alternative(line_of([], quarters=3)) == (
        "Plans issued within 20 weeks, Kent: no figure in any of 3 quarters."
    )


def test_missing_and_hidden_are_counted_apart():
    line = line_of(count("permanent_exclusions_send", [9, 3]), "permanent_exclusions_send", quarters=4)
    assert legend_sentences(line)[1:] == [
        "Hidden so that no child can be recognised, directly or by subtraction: 1 of 4 quarters.",
        "No figure: 2 of 4 quarters; the table gives each reason.",
    ]
    assert legend_sentences(line_of([], quarters=4)) == ["No figure: 4 of 4 quarters; the table gives each reason."]


def test_open_and_small_shapes_are_explained_where_they_are_drawn():
    provisional = line_of(plans([70], status=Status.PROVISIONAL), quarters=1)
    assert "Open shapes are provisional figures." in legend_sentences(provisional)
    figures = [a_figure(name, 80, quarter="2023/24 Q4") for name in ("phase_transfers_on_time", "phase_transfers")]
    line = line_of(figures, "phase_transfers_on_time", quarters=4)
    assert "Small shapes repeat an annual figure that is carried forward." in legend_sentences(line)
    assert line_headline(line) == "One figure only: 100.0% in 2023/24 Q4"


def test_the_words_of_a_sparkline_say_first_newest_lowest_and_highest():
    assert sparkline_alternative(line_of(plans([40, 20, 55, 50]), quarters=4)) == (
        "from 40.0% in 2023/24 Q4 to 50.0% in 2024/25 Q3; lowest 20.0% in 2024/25 Q1; highest 55.0% in 2024/25 Q2"
    )
    assert sparkline_alternative(line_of(plans([40]), quarters=4)) == "one figure only: 40.0% in 2024/25 Q3"
    assert sparkline_alternative(line_of([], quarters=4)) == "no figure in any quarter"


def test_a_line_across_a_break_says_that_its_two_sides_are_not_to_be_compared():
    across = line_of(plans([40] * 6 + [70] * 8, of=1000), quarters=14)
    (broken,) = across.kpi.breaks
    assert line_headline(across).endswith(f"; not comparable across the break in {broken}")
    assert "break" not in line_headline(line_of(plans([40, 70]), quarters=2))


def test_a_line_of_which_nothing_can_be_seen_says_so_and_one_with_a_gap_counts_its_signs():
    hidden = line_of(count("permanent_exclusions_send", [3, 2]), "permanent_exclusions_send", quarters=2)
    words = "Hidden so that no child can be recognised, directly or by subtraction"
    assert line_headline(hidden) == f"c. {words}"
    assert line_alternative(hidden) == f"Permanent exclusions of pupils with SEND, Kent: c in 2 of 2 quarters. c: {words}."
    assert sparkline_alternative(hidden) == f"c: {words}"
    some = line_of(count("permanent_exclusions_send", [9, 3]), "permanent_exclusions_send", quarters=3)
    assert line_alternative(some).endswith(f"of 1 quarters; c in 1; 1 without a figure. c: {words}.")


def test_the_key_of_small_charts_speaks_of_the_revisit_once_it_is_past():
    assert small_key(REVISIT).endswith("target, dotted ones the floor, dashed ones England.")
    assert small_key(REVISIT + 1).endswith("dashed ones England; the upright is the revisit.")
