"""Imported first by a command line: where a reference file is not sound, sentences say so and the program ends."""

import sys

from plumbing.command_line import REFUSED
from programme.reference_check import Slip, slips_at_start, slips_told


def leave_for(slips: tuple[Slip, ...]) -> None:
    """Say the slips and leave the program; nothing where there are none."""
    if slips:
        print(slips_told(slips), file=sys.stderr)
        sys.exit(REFUSED)


leave_for(slips_at_start())
