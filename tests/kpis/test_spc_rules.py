from kpis.spc_rules import Limits, SpecialCause, special_causes

LIMITS = Limits(centre=10, lower=7, upper=13)
C = SpecialCause.COMMON_CAUSE


def test_outside_a_limit_is_marked_and_on_it_is_not():
    assert special_causes([13.1, 10, 6.9, 13, 7, 10], LIMITS) == [
        SpecialCause.ABOVE_UPPER_LIMIT, C, SpecialCause.BELOW_LOWER_LIMIT, C, C, C
    ]  # fmt: skip


def test_seven_rising_points_are_all_marked():
    assert special_causes([10, 9, 9.2, 9.4, 9.6, 10.4, 10.6, 10.8, 10], LIMITS) == [
        C, *[SpecialCause.RISING_TREND] * 7, C
    ]  # fmt: skip


def test_seven_falling_points_are_all_marked():
    assert special_causes([10.8, 10.6, 10.4, 9.6, 9.4, 9.2, 9.0, 11], LIMITS) == [*[SpecialCause.FALLING_TREND] * 7, C]


def test_six_rising_points_are_no_trend():
    assert special_causes([9.2, 9.4, 9.6, 10.4, 10.6, 10.8, 10], LIMITS) == [C] * 7


def test_a_tie_breaks_a_trend():
    assert special_causes([9, 9.2, 9.4, 9.4, 9.6, 10.4, 10.6], LIMITS) == [C] * 7


def test_the_turning_point_of_two_trends_belongs_to_the_later_one():
    up, down = [9.0, 9.3, 9.6, 9.9, 10.2, 10.5], [10.8, 10.4, 10.1, 9.8, 9.5, 9.2, 8.9]
    marked = special_causes(up + down, LIMITS)
    assert marked == [SpecialCause.RISING_TREND] * 6 + [SpecialCause.FALLING_TREND] * 7


def test_two_of_three_marks_only_the_points_near_the_limit():
    assert special_causes([9, 12.5, 10.5, 12.5, 9], LIMITS) == [
        C, SpecialCause.TWO_OF_THREE_HIGH, C, SpecialCause.TWO_OF_THREE_HIGH, C
    ]  # fmt: skip
    assert special_causes([11, 7.5, 7.5, 9, 11], LIMITS) == [
        C, SpecialCause.TWO_OF_THREE_LOW, SpecialCause.TWO_OF_THREE_LOW, C, C
    ]  # fmt: skip


def test_near_a_limit_begins_two_thirds_of_the_way():
    assert special_causes([9, 12.01, 12.01, 11, 9], LIMITS)[1:3] == [SpecialCause.TWO_OF_THREE_HIGH] * 2
    assert special_causes([9, 11.99, 11.99, 11, 9], LIMITS) == [C] * 5


def test_two_of_three_needs_all_three_on_one_side():
    assert special_causes([12.5, 9.9, 12.5, 9], LIMITS) == [C] * 4
    assert special_causes([12.5, 10, 12.5, 9], LIMITS) == [C] * 4


def test_points_near_opposite_limits_are_no_special_cause():
    assert special_causes([9, 12.5, 7.5, 11], LIMITS) == [C] * 4


def test_a_point_on_the_two_sigma_line_or_outside_the_limit_is_not_near_it():
    assert special_causes([12, 12, 12, 9], LIMITS) == [C] * 4
    assert special_causes([13.5, 12.5, 11, 9], LIMITS) == [SpecialCause.ABOVE_UPPER_LIMIT, C, C, C]


def test_seven_on_one_side_are_a_run_and_a_point_on_the_centre_breaks_it():
    assert special_causes([11, 11.5] * 3 + [11, 9], LIMITS) == [*[SpecialCause.RUN_ABOVE_CENTRE] * 7, C]
    assert special_causes([9, 8.5] * 3 + [9, 11], LIMITS) == [*[SpecialCause.RUN_BELOW_CENTRE] * 7, C]
    assert special_causes([11, 11.5, 11, 10, 11, 11.5, 11, 11.5], LIMITS) == [C] * 8


def test_precedence_limit_then_trend_then_two_of_three_then_run():
    marked = special_causes([10.2, 10.4, 10.6, 10.8, 11, 12.5, 12.7, 11, 12.8, 12.9, 13.5, 11], LIMITS)
    assert marked == [
        *[SpecialCause.RISING_TREND] * 7,  # the last two of them are near the limit as well
        SpecialCause.RUN_ABOVE_CENTRE,
        SpecialCause.TWO_OF_THREE_HIGH,
        SpecialCause.TWO_OF_THREE_HIGH,
        SpecialCause.ABOVE_UPPER_LIMIT,
        SpecialCause.RUN_ABOVE_CENTRE,
    ]


def test_without_limits_nothing_is_special():
    assert special_causes([1, 2, 3, 4, 5, 6, 700], Limits(centre=10)) == [C] * 7


def test_the_last_binary_digit_does_not_part_equal_values():
    third = 0.1 + 0.2
    assert special_causes([0.3, third] * 5, Limits(centre=0.3, lower=0.3, upper=0.3)) == [C] * 10
