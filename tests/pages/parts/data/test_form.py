from programme.quarter import Quarter
from tests.pages.looking import go


def test_the_form_is_offered_for_the_next_quarter_and_any_workstream(app):
    go(app, "upload")
    boxes = {box.label: box for box in app.selectbox}
    quarter, stream = boxes["Quarter of the return"], boxes["Workstreams"]
    assert quarter.value == "2024/25 Q4"
    assert quarter.options == [str(Quarter.parse("2025/26 Q1") - step) for step in range(6)]
    assert stream.options[0] == "all five workstreams" and len(stream.options) == 6
