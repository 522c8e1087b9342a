from programme.access import Role
from programme.concerns import CONCERNS, Concern, concerns_of


def test_every_role_hears_of_something_and_everything_concerns_somebody():
    assert set(CONCERNS) == set(Role)
    assert concerns_of(Role) == set(Concern)
    assert all(CONCERNS.values())


def test_who_holds_two_roles_hears_of_what_concerns_either():
    assert concerns_of([Role.ADMINISTRATOR]) == {Concern.RETURN, Concern.REVIEW, Concern.EVENT}
    assert concerns_of([Role.ADMINISTRATOR, Role.ANALYST]) == {
        Concern.RETURN,
        Concern.REVIEW,
        Concern.EVENT,
        Concern.RATING,
        Concern.SIGN_OFF,
    }
    assert concerns_of([]) == frozenset()
