from loaders.sample_files import SAMPLE, listed_lines, manifest


def test_every_file_of_the_manifest_is_there_in_the_order_in_which_it_came_in():
    received = [line.received_at for line in manifest()]
    assert received == sorted(received)
    assert all((SAMPLE / line.file).exists() for line in manifest())


def test_a_folder_without_a_list_has_no_lines(tmp_path):
    assert listed_lines(tmp_path / "aliases.csv") == []
    (tmp_path / "aliases.csv").write_text("kind,called\narea,Shepway\n", encoding="utf-8")
    assert listed_lines(tmp_path / "aliases.csv") == [{"kind": "area", "called": "Shepway"}]
