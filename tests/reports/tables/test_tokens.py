from datetime import UTC, datetime

from reports.tables.tokens import TokenRow, tokens_table


def test_every_token_says_whose_it_is_and_whether_it_lives():
    until = datetime(2027, 2, 24, 9, tzinfo=UTC)
    found = tokens_table(
        [
            TokenRow(1, "Power BI", "reader", "local:3", until, ""),
            TokenRow(2, "Model", "analyst", "local:4", until, "it was revoked"),
        ]
    )
    assert found.headings == ("Number", "What for", "Sees as", "Whose it is", "Lives until", "State")
    assert [tuple(cell.text for cell in row) for row in found.rows] == [
        ("1", "Power BI", "reader", "local:3", "24 February 2027", "lives"),
        ("2", "Model", "analyst", "local:4", "24 February 2027", "it was revoked"),
    ]
