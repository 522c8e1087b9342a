"""Imported first by the command lines that work with KPIs: as `programme/at_start.py`, for what is about KPIs too."""

from kpis.reference_slips import every_slip_at_start
from programme.at_start import leave_for

leave_for(every_slip_at_start())
