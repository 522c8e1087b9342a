"""How the Cover is laid out: one question a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line of the Cover: its label, what to answer, and the answers to choose from where they are fixed."""

    label: str
    guidance: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.label
