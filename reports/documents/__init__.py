"""Documents made of the reports."""
