import json

import pytest

from access.__main__ import main
from disclosure.decide import decider
from programme.areas import DISTRICTS
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import EXCLUSIONS, exclusions

WHERE = "Permanent exclusions of pupils with SEND, Ashford, 2024/25 Q3"
ASK = ("ask-hidden", "--measure", EXCLUSIONS, "--area", "Ashford", "--quarter", "2024/25 Q3", "--by", "A. Nalyst")


@pytest.fixture
def run(database, monkeypatch, capsys):
    """Runs a command on a store with one small count, and gives its exit code, what it said and what it complained of."""
    monkeypatch.setenv("WSOA_DATABASE", str(database.path))  # open already: it takes this process no time to open again
    assert DISTRICTS[0].name == "Ashford"
    accept(database, exclusions([3] + [9] * 11), by(), decider())

    def command(*arguments):
        code = main(list(arguments))
        told = capsys.readouterr()
        return code, told.out.strip(), told.err.strip()

    return command


def test_an_analyst_asks_and_an_administrator_grants(run):
    assert run("hidden") == (0, "Nothing hidden was asked for.", "")
    asked = f"Asked for as number 1: {WHERE}. It stays hidden until an administrator grants it."
    assert run(*ASK, "--reason", "it was in print") == (0, asked, "")
    granted = f"Number 1 is granted: {WHERE} is shown from now on, and not at earlier moments."
    assert run("grant-hidden", "1", "--by", "A. Dmin", "--reason", "seen on page 12") == (0, granted, "")
    _, line, _ = run("hidden")
    assert line.startswith(f"1  {WHERE}: asked by A. Nalyst (")
    assert ": it was in print; granted by A. Dmin (" in line and line.endswith(": seen on page 12")


def test_what_is_refused_stays_hidden_and_can_be_read_as_json(run):
    run(*ASK, "--reason", "it was in print")
    assert run("hidden")[1].endswith("; open")
    assert json.loads(run("hidden", "--json")[1])[0]["ruling"] is None
    refused = f"Number 1 is refused: {WHERE} stays hidden."
    assert run("refuse-hidden", "1", "--by", "A. Dmin", "--reason", "it was not") == (0, refused, "")
    (told,) = json.loads(run("hidden", "--json")[1])
    assert (told["measure"], told["area"], told["quarter"], told["quarters"]) == (EXCLUSIONS, "Ashford", "2024/25 Q3", 1)
    assert (told["asked_by"], told["reason"]) == ("A. Nalyst", "it was in print")
    assert (told["ruling"]["granted"], told["ruling"]["by"], told["ruling"]["reason"]) == (False, "A. Dmin", "it was not")


def test_what_cannot_be_done_is_a_sentence(run):
    code, said, told = run("grant-hidden", "3", "--by", "A. Dmin", "--reason", "seen on page 12")
    assert (code, said) == (1, "")
    assert told == "It must be one of the 0 that were asked for, got: number 3. Nothing was changed."


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--measure", "exclusions"), "A measure must be one of measures.csv, got: exclusions"),
        (("--quarter", "2024"), "A quarter is written like 2021/22 Q3, got: 2024"),
        (("--quarters", "5"), "invalid choice: 5"),
    ],
)
def test_wrong_use_is_told(run, capsys, wrong, told):
    with pytest.raises(SystemExit) as left:
        run(*ASK, "--reason", "it was in print", *wrong)
    assert left.value.code == 64
    assert told in capsys.readouterr().err
