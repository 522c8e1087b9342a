from tests.pages.looking import go, words


def test_a_measure_of_which_nothing_is_kept_is_not_there(app):
    go(app, "measure", measure="banana")
    assert "There is no measure “banana” here: the list of all is shown." in words(app)
