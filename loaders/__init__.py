"""A spreadsheet in; an accepted version, or findings, out."""
