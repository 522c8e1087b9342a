from loaders.layouts.known import layouts_known
from loaders.sample_files import LAYOUTS, SAMPLE
from loaders.sample_layouts import add_sample_layouts
from store.returns.layouts import layouts_kept


def test_a_layout_that_somebody_made_is_in_the_demonstration_and_illustrative(database):
    assert (SAMPLE / LAYOUTS).exists()
    assert add_sample_layouts(database, SAMPLE) == 1
    (kept,) = layouts_kept(database)
    assert (kept.name, kept.by) == ("Board scorecard", "SEND performance analyst (illustrative)")
    assert "Board scorecard" in [layout.name for layout in layouts_known(database)]


def test_a_folder_without_any_has_none(database, tmp_path):
    assert add_sample_layouts(database, tmp_path) == 0
