"""How a finding may speak: to an analyst at the end of a long day, who knows her form and nothing of our files."""

import re

LONGEST = 250  # characters of what must hold; what was typed is quoted behind it and cut by itself
ID = re.compile(r"\b[a-z0-9]+(_[a-z0-9]+)+\b")
OURS = re.compile(r"\b\w+\.(csv|py|json|duckdb|md)\b")
PUZZLING = ("at best", "of the size of", "truth value", "None", "  ", "{", "}", "\n", "one of the symbols", "dictionary id")
MORE = "The same may stand in more cells"


def badly_said(message: str) -> list[str]:
    """What is wrong with the words of a finding: nothing, for one that a tired analyst understands.

    An id may stand where she must type it: in brackets behind its title, as the hint, and in what she typed herself.
    """
    holds = message.partition(": did you mean ")[0] if ": did you mean " in message else message.rpartition(", got: ")[0]
    plainly = re.sub(r"\([^()]*\)|“[^”]*”", "", holds)
    wrong = [f"puzzles: {each!r}" for each in PUZZLING if each in holds]
    wrong += [f"an id: {each[0]}" for each in ID.finditer(plainly)]
    wrong += [f"a file of ours: {each[0]}" for each in OURS.finditer(plainly)]
    wrong += [] if " must " in holds or message.startswith(MORE) else ["it does not say what must hold"]
    wrong += [] if "got: " in message or message.startswith(MORE) else ["it does not say what was got"]
    return wrong + ([f"{len(holds)} characters are too many"] if len(holds) > LONGEST else [])
