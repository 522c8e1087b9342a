import pytest

from loaders.layouts.layout import Layout, LayoutUnsoundError, layout_read, layout_text

SOUND = 'name = "Ours"\n[headings]\n"Plans" = "plans_issued"\n'


def test_a_layout_is_read_from_what_a_person_writes():
    layout = layout_read(SOUND, "ours.toml")
    assert (layout.name, layout.measure, layout.area, layout.period) == ("Ours", "heading", "row", "title")
    assert layout.headings == {"Plans": "plans_issued"}
    assert layout.measure_parts == ("heading",)
    assert layout.measure_of({"heading": "plans_issued"}) == "plans_issued"


def test_a_measure_is_put_together_from_words():
    layout = layout_read(f'measure = "{{heading}}_waiting{{table}}"\n{SOUND}', "ours.toml")
    assert layout.measure_parts == ("heading", "table")
    assert layout.measure_of({"heading": "a", "table": "_b"}) == "a_waiting_b"


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        f'symbols = {{ "*" = "c" }}\npublished = true\nblank = ["<Select>", "a \\"b\\""]\ntimes = 1000\n{SOUND}',
        'name = "L"\nvalue = "beside"\narea = "= Kent"\nmeasure = "row"\nperiod = "asked"\n'
        'rows = { "How many\\nplans?" = "plans_issued" }\n',
        f'sheets = {{ "" = "Final" }}\n{SOUND}',
    ],
)
def test_what_is_written_is_read_back_the_same(text):
    layout = layout_read(text, "a.toml")
    assert layout_read(layout_text(layout), "b.toml") == layout


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[headings]\n", "The layout x.toml must have a name, got: none. Nothing was stored."),
        ('name = "  "\n', "The layout x.toml must have a name, got: none. Nothing was stored."),
        ('name = "A"\ntimes = 0\n', "The layout x.toml must have a number above 0 for times, got: 0. Nothing was stored."),
        (
            'name = "A"\npublished = "yes"\n',
            "The layout x.toml must have true or false for published, got: yes. Nothing was stored.",
        ),
        (
            'name = "A"\nheadings = ["a"]\n',
            "The layout x.toml must have words for headings, each with what it stands for, got: ['a']. Nothing was stored.",
        ),
        (
            f'kind = "guess"\n{SOUND}',
            "The layout x.toml must have count or reported for kind, got: guess. Nothing was stored.",
        ),
        (
            f'area = "somewhere"\n{SOUND}',
            "The layout x.toml must take the area from heading, row, block, table, sheet, under …, beside … or = …, "
            "got: somewhere. Nothing was stored.",
        ),
        (
            f'measure = "{{name}}"\n{SOUND}',
            "The layout x.toml must put a measure together from heading, row, block, table, got: name. Nothing was stored.",
        ),
        (
            f'rows = {{ "Kent" = "Kent", "KENT" = "Kent" }}\n{SOUND}',
            "The layout x.toml must have words under rows that can be told apart, got: two that are compared alike. "
            "Nothing was stored.",
        ),
        (
            f'sheets = {{ "Table 4" = "Final" }}\n{SOUND}',
            "The layout x.toml must say under sheets which sheet is one of its tables, got: “Table 4”, which is none of "
            "them. Nothing was stored.",
        ),
        (
            f'sheets = {{ "" = " " }}\n{SOUND}',
            "The layout x.toml must have words of its tables, each with the name of a sheet for sheets, got: {'': ' '}. "
            "Nothing was stored.",
        ),
        (
            'name = "A"\n',
            "The layout x.toml must say under headings which columns hold figures, got: none. Nothing was stored.",
        ),
        (
            'name = "A"\nto = "Letters"\n',
            "The layout x.toml must bring Figures, Actions or Risks, got: Letters. Nothing was stored.",
        ),
    ],
)
def test_a_layout_that_cannot_be_worked_with_is_a_sentence(text, sentence):
    with pytest.raises(LayoutUnsoundError) as refused:
        layout_read(text, "x.toml")
    assert str(refused.value) == sentence


def test_what_no_layout_says_is_refused_and_so_is_what_is_no_toml():
    with pytest.raises(LayoutUnsoundError, match=r"must say nothing but name, measure, .* got: colour"):
        layout_read(f'colour = "red"\n{SOUND}', "x.toml")
    with pytest.raises(LayoutUnsoundError, match="must be written as TOML, got: "):
        layout_read("name =", "x.toml")
    with pytest.raises(LayoutUnsoundError, match=r"say of the sign . that it is blank or one of c "):
        layout_read(f'symbols = {{ "*" = "hidden" }}\n{SOUND}', "x.toml")


def test_what_is_reported_is_open_to_readers_where_it_is_published_or_no_base_is_small():
    assert Layout("A", published=True).open_to_readers
    assert Layout("A", smallest_base=5).open_to_readers
    assert not Layout("A", smallest_base=4).open_to_readers
