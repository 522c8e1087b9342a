"""Lists that narrow without asking the server: the choices above a list, and what each of its rows answers them with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from reports.markup.pieces import together

BETWEEN = "|"  # around each of a row's answers, so that a choice is found whole


@dataclass(frozen=True, slots=True)
class Choice:
    """One box: its label, its key in the address, what can be chosen (value and name), and what is chosen; empty is all."""

    label: str
    key: str
    options: Mapping[str, str]
    chosen: str = ""

    def lets(self, answers: Mapping[str, Iterable[str]]) -> bool:
        """Whether a row with these answers is shown."""
        return not self.chosen or self.chosen in answers.get(self.key, ())


def choice_boxes(choices: Iterable[Choice], shown: int, of: int, noun: str) -> Markup:
    """The boxes beside each other, and how many rows they leave."""
    return Markup('<div class="filtering">{}<span class="found" role="status">{}</span></div>').format(
        together(map(_box, choices)), found_text(shown, of, noun)
    )


def found_text(shown: int, of: int, noun: str) -> Markup:
    """`<b>12</b> of 116 actions`: the number is what the page counts anew."""
    return Markup('<b class="shown">{}</b> of {} {}').format(shown, of, noun)


def _box(choice: Choice) -> Markup:
    options = {"": "all"} | dict(choice.options)
    listed = together(
        Markup('<option value="{}"{}>{}</option>').format(value, _selected(value == choice.chosen), name)
        for value, name in options.items()
    )
    return Markup('<label>{} <select data-filter="{}">{}</select></label>').format(choice.label, choice.key, listed)


def _selected(holds: bool) -> Markup:
    return Markup(" selected") if holds else Markup("")


def answers_of(choices: Iterable[Choice], answers: Mapping[str, Iterable[str]]) -> Markup:
    """The attributes of a row that hold its answer to each choice, the same whatever is chosen."""
    return together(
        Markup(' data-{}="{}"').format(each.key, BETWEEN.join(("", *answers.get(each.key, ()), ""))) for each in choices
    )


def left_by(choices: Iterable[Choice], answers: Mapping[str, Iterable[str]]) -> bool:
    """Whether all choices together leave a row with these answers."""
    return all(each.lets(answers) for each in choices)


def hidden(holds: bool) -> Markup:
    """The attribute of what is not shown."""
    return Markup(" hidden") if holds else Markup("")
