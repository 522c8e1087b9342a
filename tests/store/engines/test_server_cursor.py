from store.engines.server_cursor import _of_one_type, _said


def test_the_places_of_values_are_said_as_the_driver_wants_them():
    assert _said("SELECT * FROM t WHERE a = ? AND b LIKE '5%'") == "SELECT * FROM t WHERE a = %s AND b LIKE '5%%'"


def test_a_list_is_of_one_type():
    made = _of_one_type([1, 0.5, None])
    assert made == [1.0, 0.5, None]
    assert [type(each) for each in made] == [float, float, type(None)]
    assert _of_one_type((1, 2)) == [1, 2]
    assert _of_one_type("text") == "text"
