from loaders.naming import naming
from loaders.sample_aliases import add_sample_aliases
from loaders.sample_files import ALIASES, SAMPLE
from programme.aliases import Thing, aliases_standing
from store.returns.aliases import aliases_of


def test_what_people_mean_by_names_is_in_the_demonstration_and_illustrative(database):
    assert (SAMPLE / ALIASES).exists()
    assert add_sample_aliases(database, SAMPLE) == 2
    added = aliases_of(database)
    assert all(each.by.endswith("(illustrative)") and each.reason.endswith("(illustrative)") for each in added)
    assert naming(aliases_standing(added)).one(Thing.AREA, "Shepway") == "E07000112"


def test_a_folder_without_any_has_none(database, tmp_path):
    assert add_sample_aliases(database, tmp_path) == 0
