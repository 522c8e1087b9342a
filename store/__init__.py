"""Keeps what was accepted: versions, figures, entries and comparators. The only package that says SQL."""
