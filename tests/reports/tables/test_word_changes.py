from reports.tables.word_changes import words_table
from tests.reports.progress.test_word_changes import action, typed
from tests.reports.sentences.test_word_changes import found


def test_a_line_a_row_with_what_becomes_of_it():
    before = typed(({3}, [action("A-1", Status="Green"), action("A-2")]))
    after = typed(({3}, [action("A-1", Status="Red")]))
    table = words_table(found(before, after))
    assert table.headings == ("Sheet", "Quarter", "Row", "What becomes of it", "What it would say")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Actions", "2024/25 Q3", "A-1: Do A-1", "changes", "Status: Green → Red"],
        ["Actions", "2024/25 Q3", "A-2: Do A-2", "goes", ""],
    ]
    done = words_table(found(before, after), accepted=True)
    assert (done.caption, *done.headings[3:]) == ("Words that changed", "What happened to it", "What it says")
    assert [row[3].text for row in done.rows] == ["changed", "went"]
