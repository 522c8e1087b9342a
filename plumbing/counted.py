"""A count with its noun, as every sentence needs it."""


def counted(count: int, noun: str) -> str:
    """`1 action`, `4 actions`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
