"""Dates in plain words, where one can be missing."""

from datetime import date

from programme.moment import day_text


def day_given(day: date | None) -> str:
    """`29 March 2019`; a day that is missing says so."""
    return day_text(day) if day else "not given"
