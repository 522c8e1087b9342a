"""The reports as data for other programs."""
