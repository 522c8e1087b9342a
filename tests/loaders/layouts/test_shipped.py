from loaders.layouts.shipped import SHIPPED, shipped_layouts

A_DOZEN = 12  # lines


def test_every_shipped_layout_can_be_worked_with_and_has_at_most_a_dozen_lines():
    assert [layout.name for layout in shipped_layouts()] == ["NHS community health", "SEND tribunals"]
    for path in SHIPPED.glob("*.toml"):
        assert len(path.read_text("utf-8").splitlines()) <= A_DOZEN
