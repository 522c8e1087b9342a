"""The command line of the loaders: `python -m loaders template | check | load | withdraw | comparators |
releases | withdraw-release | layouts | words | write-words | withdraw-words | alias | aliases | withdraw-alias |
demonstration`.

Exit codes: 0 done, 1 refused (errors, queries without a reason, or a database that cannot be used), 2 not readable or
not a return, 64 wrong use.
"""

import argparse
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import kpis.at_start  # noqa: F401 - first: what follows is made of the reference files
from loaders.layouts.layout import LayoutUnsoundError
from plumbing.command_line import WHICH_DATABASE, WHO, Later, Parser, answer, as_argument, leave, whole_number
from plumbing.listed import named_list
from programme.access import NotAllowed
from programme.aliases import Thing
from programme.answers import is_answer
from programme.moment import day_typed
from programme.period import Period
from programme.period_typed import read_period
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.wordings import ON_SCREEN
from programme.workstreams import organisations, short_name, workstreams
from store.errors import StoreError


def _streams(text: str) -> tuple[int, ...]:
    if text == "all":
        return tuple(workstreams())
    if text.isdigit() and int(text) in workstreams():
        return (int(text),)
    raise ValueError(f"A workstream must be a number from 1 to 5, or all, got: {text}")


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("It must not be blank")
    return text.strip()


def _reason(text: str) -> str:
    if not is_answer(text):
        raise ValueError(f"A reason must say why, got: {text.strip() or 'nothing'}")
    return text.strip()


def _written(added) -> None:
    """The commands for words written on screen."""
    _listing(
        added, "words", "the words that were written on screen", "wording", Later("loaders.word_commands", "list_words")
    )

    write = added.add_parser("write-words", help=f"write one row of {named_list(ON_SCREEN, 'or')}, as on screen")
    write.add_argument("sheet", type=as_argument(_on_screen), metavar="SHEET")
    of_what = "what the row is about; a letter is of the quarter of its day"
    write.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, metavar="QUARTER", help=of_what)
    write.add_argument(
        "--cell", action="append", required=True, type=as_argument(_cell), metavar="HEADING=TEXT", help="repeatable"
    )
    _by(write)
    write.add_argument("--reason", default="", help="why; needed where it says something else than what stands")
    write.add_argument("--answer", default="", metavar="REASON", help="why it is right, for whatever is asked about it")
    _database(write)
    write.set_defaults(run=Later("loaders.word_commands", "write_row"))

    told = "take words written on screen back; what was said before counts again"
    _taking_back(added, "withdraw-words", told, Later("loaders.word_commands", "take_words_back"))


def _named(added) -> None:
    """The commands for what people mean by a name."""
    alias = added.add_parser("alias", help="say what is meant by a name, always: --area, --measure …")
    alias.add_argument("called", type=as_argument(_words), metavar="NAME")
    of = alias.add_mutually_exclusive_group(required=True)
    for kind in Thing:
        told = f"the {kind} that is meant, by any name of its own"
        of.add_argument(f"--{kind}", type=as_argument(partial(_meant, kind)), dest="meant", metavar="NAME", help=told)
    _by(alias)
    alias.add_argument("--why", type=as_argument(_reason), help="why it means that")
    _database(alias)
    alias.set_defaults(run=Later("loaders.alias_commands", "add_alias"))

    _listing(added, "aliases", "the names that people added", "alias", Later("loaders.alias_commands", "list_aliases"))

    _taking_back(
        added, "withdraw-alias", "take a name that was added back", Later("loaders.alias_commands", "take_alias_back")
    )


def _meant(kind: Thing, text: str) -> tuple[Thing, str]:
    return kind, _words(text)


def _on_screen(text: str) -> str:
    found = next((name for name in ON_SCREEN if plain(name) == plain(text)), None)
    if found is None:
        raise ValueError(f"It must be {named_list(ON_SCREEN, 'or')}, got: {text}")
    return found


def _cell(text: str) -> tuple[str, str]:
    heading, equals, typed = text.partition("=")
    if not (heading.strip() and equals):
        raise ValueError(f"It must be written like Why=Two caseworkers left, got: {text}")
    return heading.strip(), typed


@cache
def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m loaders", description="Blank forms out; returns and published figures in.")
    added = top.add_subparsers(dest="command", required=True, parser_class=Parser)

    _template(added)

    check = added.add_parser("check", help="check returns; needs no database, but asks one that is there for its layouts")
    _files(check)
    check.add_argument("--marked", type=Path, metavar="OUT.xlsx", help="write the workbook there, with the cells marked")
    _layout(check)
    check.add_argument("--preview", action="store_true", help="compare with the database, and say what would change")
    _database(check, "for --preview (default: WSOA_DATABASE, or data/wsoa.duckdb)")
    check.set_defaults(run=lambda asked: _checked(asked, check))

    load = added.add_parser("load", help="check returns and accept them")
    _files(load)
    _layout(load)
    _by(load)
    _reasons(load)
    load.add_argument(
        "--reasons",
        action="append",
        default=[],
        type=as_argument(_reason_for),
        metavar="PLACE=REASON",
        help="a reason for the queries of one line of the findings, by its number or its place, or of one cell; repeatable",
    )
    _database(load)
    load.set_defaults(run=Later("loaders.commands", "load_files"))

    comparators = added.add_parser("comparators", help="load files of the DfE's Explore education statistics")
    _files(comparators)
    comparators.add_argument(
        "--release", type=as_argument(_words), required=True, help="the publication, as it is to be quoted"
    )
    _by(comparators)
    comparators.add_argument(
        "--published", type=as_argument(day_typed), metavar="DATE", help="the day it was published, like 2025-06-26"
    )
    _reasons(comparators)
    _database(comparators)
    comparators.set_defaults(run=Later("loaders.commands", "load_comparators"))

    _listing(
        added, "releases", "the published files that were loaded", "release", Later("loaders.commands", "list_releases")
    )

    told = "take a published file back; what it replaced counts again"
    _taking_back(added, "withdraw-release", told, Later("loaders.commands", "take_release_back"))
    _taking_back(
        added, "withdraw", "take a version back; the one before counts again", Later("loaders.commands", "withdraw_version")
    )

    _written(added)
    _layouts(added)
    _named(added)

    demonstration = added.add_parser("demonstration", help="fill an empty database with the demonstration returns")
    demonstration.add_argument("--if-empty", action="store_true", help="leave a database that holds returns as it is")
    _database(demonstration)
    demonstration.set_defaults(run=Later("loaders.sample_command", "fill_with_demonstration"))
    return top


def _layouts(added) -> None:
    listed = added.add_parser("layouts", help="the layouts by which other people's spreadsheets are read")
    listed.add_argument("--json", action="store_true", help="one object per layout, in a list")
    listed.add_argument("--export", metavar="NAME", help="write this layout as a file that a person can read")
    listed.add_argument("--output", type=Path, metavar="FILE", help="where to write it")
    _database(listed, "with those that people made there (default: WSOA_DATABASE, or data/wsoa.duckdb, where it is there)")
    listed.set_defaults(run=lambda asked: _layouts_asked(asked, listed))

    kept = added.add_parser("keep-layout", help="keep a layout, so that files of its kind are recognised from then on")
    kept.add_argument("file", type=Path, metavar="FILE.toml")
    _by(kept)
    kept.add_argument("--reason", type=as_argument(_reason), required=True)
    _database(kept)
    kept.set_defaults(run=Later("loaders.layout_commands", "keep_layout_file"))

    told = "take a layout back; what was read with it stays as it is"
    _taking_back(added, "withdraw-layout", told, Later("loaders.layout_commands", "take_layout_back"))


def _layouts_asked(asked: argparse.Namespace, listed: Parser) -> int:
    if bool(asked.export) != bool(asked.output):
        listed.error("--export and --output go together")
    return Later("loaders.layout_commands", "list_layouts")(asked)


def _reason_for(text: str) -> tuple[str, str]:
    place, _, reason = text.partition("=")
    if not place.strip() or not is_answer(reason):
        raise ValueError(f"It must say for what and why, like 1=… or Figures!D5=…, got: {text.strip() or 'nothing'}")
    return place.strip(), reason.strip()


def _checked(asked: argparse.Namespace, check: Parser) -> int:
    """Check; leaves with 64 and a sentence where what is asked for does not go together."""
    if asked.marked and len(asked.files) > 1:
        check.error(f"--marked is for one file, got: {len(asked.files)} files")
    if asked.marked and asked.marked.suffix.lower() not in (".xlsx", ".xlsm"):
        check.error(f"--marked must name an .xlsx file, got: {asked.marked}")
    if asked.marked and asked.marked.resolve() == asked.files[0].resolve():
        check.error(f"--marked must name another file than the one that is checked, got: {asked.marked}")
    if asked.database and not asked.preview:
        check.error("--database is for --preview: add --preview")
    return Later("loaders.commands", "check_files")(asked)


def _template(added) -> None:
    """The form of a quarter, or with `--history` a blank history workbook, which needs neither quarter nor workstream."""
    template = added.add_parser("template", help="write the form of a quarter, or a blank history workbook")
    template.add_argument("--quarter", type=as_argument(Quarter.parse), help='like "2024/25 Q4"')
    template.add_argument("--workstream", type=as_argument(_streams), help="1 to 5, or all")
    template.add_argument("--output", type=Path, required=True, metavar="FILE")
    template.add_argument("--organisation", type=as_argument(_organisation), metavar="NAME", help="only the rows it owes")
    template.add_argument(
        "--words",
        choices=("yes", "no"),
        default="yes",
        help="whether the last known words are brought forward (default: yes)",
    )
    template.add_argument("--history", action="store_true", help="a blank history workbook instead")
    template.add_argument("--from", dest="first", type=as_argument(Quarter.parse), metavar="Q", help="its first quarter")
    template.add_argument("--to", dest="last", type=as_argument(Quarter.parse), metavar="Q", help="its last quarter")
    _database(template, "with what this database knows (default: WSOA_DATABASE, or data/wsoa.duckdb, where it is there)")
    template.set_defaults(run=lambda asked: _form_asked_for(asked, template))


def _form_asked_for(asked: argparse.Namespace, template: Parser) -> int:
    """Write the form; leaves with 64 and a sentence where what is asked for does not go together."""
    quarterly, range_asked = (asked.quarter, asked.workstream), (asked.first, asked.last)
    if asked.history and any(quarterly):
        template.error("A history workbook has many quarters and all workstreams: leave --quarter and --workstream out")
    if not asked.history and None in quarterly:
        template.error("The following are needed unless --history is given: --quarter, --workstream")
    if not asked.history and any(range_asked):
        template.error("--from and --to are for a history workbook: add --history")
    if asked.first and asked.last and asked.first > asked.last:
        template.error(f"--from must not be after --to, got: {asked.first} and {asked.last}")
    from loaders.forms_out import NothingOwedError, write_form  # and openpyxl: only where a form is asked for

    try:
        return write_form(asked)
    except NothingOwedError as nothing:
        template.error(str(nothing))


def _organisation(text: str) -> str:
    names = {
        plain(name): organisation for organisation in organisations() for name in (organisation, short_name(organisation))
    }
    if plain(text) not in names:
        raise ValueError(f"An organisation must be {' or '.join(organisations())}, got: {text}")
    return names[plain(text)]


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--json", action="store_true", help="one object per file, in a list")


def _layout(command: argparse.ArgumentParser) -> None:
    """How a file that is no form of ours is read."""
    command.add_argument("--layout", metavar="NAME|PATH", help="read files by this layout, whatever they look like")
    meant = "the sheet that is meant where several may be; of a layout of several tables, TABLE=NAME; repeatable"
    command.add_argument(
        "--sheet", action="append", default=[], type=as_argument(_sheet_meant), metavar="[TABLE=]NAME", help=meant
    )
    says = "what a file is about that does not say it, like 2022/23 Q4 or January 2023"
    command.add_argument("--quarter", type=as_argument(_period), metavar="QUARTER", help=says)


def _sheet_meant(text: str) -> tuple[str, str]:
    table, _, name = text.rpartition("=")
    return table.strip(), _words(name)


def _period(text: str) -> Period:
    read = read_period(text)
    if read.period is None:
        got = named_list(read.readings, "or") if read else text
        raise ValueError(f"A quarter or month is written like 2022/23 Q4 or January 2023, got: {got}")
    return read.period


def _reasons(command: argparse.ArgumentParser) -> None:
    command.add_argument("--accept-queries", type=as_argument(_reason), metavar="REASON", help="one reason for every query")


def _listing(added, name: str, told: str, one: str, run: Callable[[argparse.Namespace], int]) -> None:
    """A command that lists what is kept; `one` is what one of it is called."""
    command = added.add_parser(name, help=f"{told}, withdrawn ones included")
    command.add_argument("--json", action="store_true", help=f"one object per {one}, in a list")
    _database(command)
    command.set_defaults(run=run)


def _taking_back(added, name: str, told: str, run: Callable[[argparse.Namespace], int]) -> None:
    """A command that takes something back by its number: who does it, and why."""
    command = added.add_parser(name, help=told)
    command.add_argument("number", type=whole_number, metavar="NUMBER")
    _by(command)
    command.add_argument("--reason", type=as_argument(_reason), required=True)
    _database(command)
    command.set_defaults(run=run)


def _by(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", type=as_argument(_words), required=True, metavar="NAME", help=WHO)
    command.add_argument(
        "--today",
        type=as_argument(day_typed),
        metavar="YYYY-MM-DD",
        help="confirms the machine's day; asked for where nothing was stored for more than 120 days",
    )


def _database(command: argparse.ArgumentParser, help_text: str = WHICH_DATABASE) -> None:
    command.add_argument("--database", metavar="PATH", help=help_text)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. What a person can put right is a sentence, never a traceback."""
    return answer(parser(), arguments, (StoreError, NotAllowed, LayoutUnsoundError))


if __name__ == "__main__":
    leave(main)
