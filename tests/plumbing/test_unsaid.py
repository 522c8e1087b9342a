import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbing.unsaid import without_passwords


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("postgresql://wsoa:s3cret@db.kent.gov.uk:5432/wsoa", "postgresql://wsoa:…@db.kent.gov.uk:5432/wsoa"),
        ("postgresql://wsoa:a@b:c/d e@db/wsoa", "postgresql://wsoa:…@db/wsoa"),
        ("postgresql://wsoa@server:s3cret@db/wsoa", "postgresql://wsoa@server:…@db/wsoa"),
        ("postgresql:/wsoa:s3cret@db/wsoa", "postgresql:/wsoa:…@db/wsoa"),
        (
            "postgresql://db/wsoa?user=wsoa&password=s3cret&sslmode=require",
            "postgresql://db/wsoa?user=wsoa&password=…&sslmode=require",
        ),
        ("host=db sslpassword=s3cret user=wsoa", "host=db sslpassword=… user=wsoa"),
        ("unrecognized arguments: mysql://root:s3cret@db", "unrecognized arguments: mysql://root:…@db"),
    ],
)
def test_a_password_is_left_out(text, said):
    assert without_passwords(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "data/wsoa.duckdb",
        "C:/data/wsoa.duckdb",
        "postgresql://db:5432/wsoa",
        "postgresql://wsoa@db:5432/wsoa",
        "lead@kent.gov.uk",
    ],
)
def test_what_holds_no_password_is_said_as_it_is(text):
    assert without_passwords(text) == text


@given(password=st.text(min_size=1), name=st.text(st.characters(exclude_characters=":"), max_size=5))
def test_no_password_of_an_address_comes_through(password, name):
    assert without_passwords(f"postgresql://{name}:<{password}>@db/wsoa") == f"postgresql://{name}:…@db/wsoa"
