"""The foot of every page: what this is, who can use it, whom to tell, and which version it is."""

import tomllib
from functools import cache
from pathlib import Path

from markupsafe import Markup

from pages.parts.places import address_of
from reports.markup.pieces import link

PROJECT = Path(__file__).parent.parent.parent / "pyproject.toml"


def foot() -> Markup:
    """Links to the pages that no menu shows, and the version of the program."""
    return Markup('<footer class="foot">{} · {} · {} · {}</footer>').format(
        link(address_of("parents", {}), "For parents"),
        link(address_of("about", {}), "About WSoA Monitor, accessibility and contact"),
        link(address_of("glossary", {}), "Words explained"),
        f"Version {program_version()}",
    )


@cache
def program_version() -> str:
    """The version of the program, as its project file says."""
    return tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
