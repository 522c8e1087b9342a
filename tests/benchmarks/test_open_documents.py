import random

from benchmarks.open_documents import as_open_document, repetition_changed
from loaders.reading.read_child import read_sheets
from tests.factories import standard_return


def told(content):
    return {sheet["name"]: [tuple(cell) for cell in sheet["cells"]] for sheet in read_sheets(content)["sheets"]}


def test_the_open_document_of_a_return_says_the_same():
    content = standard_return()
    assert told(as_open_document(content)) == told(content)


def test_repetition_is_changed():
    content = as_open_document(standard_return())
    assert repetition_changed(content, random.Random(1)) != content
