"""Upkeep: the log, backups and redaction. For administrators, and analysts who name what is to be redacted; in no menu."""

from pages.parts.address import open_tab
from pages.parts.upkeep import backups_tab, log_tab, redaction_tab
from pages.parts.view import current

TABS = {"Log": log_tab, "Backups": backups_tab, "Redaction": redaction_tab}

view = current()
open_tab(TABS, view)
