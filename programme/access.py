"""Who is looking, and who does something: the roles that decide what may be seen, and the people of the record."""

import getpass
import socket
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who is looking. Analysts see every figure; readers see none that could point to a child."""

    READER = "reader"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class Person:
    """Who does something: the name or role as said, and the account it was done with (empty where it is not known)."""

    name: str
    account: str = ""


def person_here(name: str) -> Person:
    """Whoever works at this machine and says this name: the account is the operating system's user and host."""
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):  # a process whose user has no name
        user = ""
    return Person(name, f"{user}@{socket.gethostname()}")
