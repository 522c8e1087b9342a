from datetime import UTC, datetime

from programme.access import Role
from reports.tables.people import MaySignIn, people_table


def test_who_may_sign_in_as_what_and_who_waits():
    added = datetime(2026, 11, 26, 9, tzinfo=UTC)
    people = [
        MaySignIn("Ann", "local:1", frozenset({Role.LEAD, Role.CHAIR}), added, waits=False),
        MaySignIn("Bo", "local:2", frozenset({Role.READER}), added, waits=True),
        MaySignIn("Cy", "https://id.example 42", frozenset(), added, waits=True),
    ]
    found = people_table(people)
    assert found.headings == ("Name", "Roles", "Account", "Password", "Added")
    assert [tuple(cell.text for cell in row) for row in found.rows] == [
        ("Ann", "chair and lead", "local:1", "set", "26 November 2026"),
        ("Bo", "reader", "local:2", "not set yet", "26 November 2026"),
        ("Cy", "no role of our list", "https://id.example 42", "signs in elsewhere", "26 November 2026"),
    ]
