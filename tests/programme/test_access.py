import pytest

from programme.access import Person, Role, person_here


def test_a_role_is_named_as_it_is_typed_on_the_command_line():
    assert [str(role) for role in Role] == ["reader", "analyst"]
    assert Role("reader") is Role.READER


def test_a_word_that_is_no_role_is_refused():
    with pytest.raises(ValueError, match="'chair' is not a valid Role"):
        Role("chair")


def test_whoever_works_at_this_machine_is_named_as_said_with_the_account_of_the_operating_system(monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "jsmith")
    monkeypatch.setattr("socket.gethostname", lambda: "desk-7")
    assert person_here("Head of SEND") == Person("Head of SEND", "jsmith@desk-7")


@pytest.mark.parametrize("fault", [KeyError("uid not found"), OSError("no username"), ImportError("pwd")])
def test_a_user_without_a_name_is_still_somewhere(monkeypatch, fault):
    def nameless():
        raise fault

    monkeypatch.setattr("getpass.getuser", nameless)
    monkeypatch.setattr("socket.gethostname", lambda: "desk-7")
    assert person_here("analyst").account == "@desk-7"
