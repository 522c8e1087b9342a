"""Who is looking: the roles that decide what may be seen."""

from enum import StrEnum


class Role(StrEnum):
    """Who is looking. Analysts see every figure; readers see none that could point to a child."""

    READER = "reader"
    ANALYST = "analyst"
