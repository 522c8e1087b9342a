from reports.markup.filters import Choice, answers_of, choice_boxes, found_text, hidden, left_by

STATUS = Choice("Status", "status", {"Red": "Red", "Blue": "Blue"}, "Red")
WEAKNESS = Choice("Weakness", "for_weakness", {"1": "1 <Parents>"})


def test_a_choice_lets_through_what_answers_it_and_everything_where_nothing_is_chosen():
    assert STATUS.lets({"status": ("Red",)})
    assert not STATUS.lets({"status": ("Blue",)})
    assert not STATUS.lets({})
    assert WEAKNESS.lets({})


def test_the_boxes_offer_all_first_and_what_the_address_asked_for_is_chosen():
    drawn = choice_boxes([STATUS, WEAKNESS], 3, 12, "actions")
    assert (
        '<label>Status <select data-filter="status"><option value="">all</option>'
        '<option value="Red" selected>Red</option><option value="Blue">Blue</option></select></label>'
    ) in drawn
    assert '<option value="" selected>all</option><option value="1">1 &lt;Parents&gt;</option>' in drawn
    assert '<span class="found" role="status"><b class="shown">3</b> of 12 actions</span>' in drawn


def test_a_row_says_its_answers_whole_and_is_hidden_where_a_choice_leaves_it_out():
    both = {"status": ("Red",), "for_weakness": ("1", "3")}
    assert answers_of([STATUS, WEAKNESS], both) == ' data-status="|Red|" data-for_weakness="|1|3|"'
    assert left_by([STATUS, WEAKNESS], both)
    quoted = {"status": ('"Blue"',)}
    assert answers_of([STATUS], quoted) == ' data-status="|&#34;Blue&#34;|"'
    assert not left_by([STATUS], quoted)
    assert (hidden(True), hidden(False)) == (" hidden", "")
    assert found_text(1, 2, "<x>") == '<b class="shown">1</b> of 2 &lt;x&gt;'
