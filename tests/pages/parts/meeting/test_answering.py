from pages.parts.view import database
from programme.meeting import ChangedKind, Minuted
from store.meetings.meetings import judge_reply, reply_to
from tests.pages.looking import go, look_as, unmarked, words
from tests.pages.meeting import chair, newest
from tests.pages.test_data import box, press


def test_a_lead_answers_and_the_chair_says_whether_that_is_enough(own_app):
    look_as(own_app, "lead", "records")
    assert "Meeting of 17 December 2024 on 2024/25 Q2: the board waits for 2 things" in words(own_app)
    box(own_app.text_input, "The answer, or how far it is").set_value("Two *new* providers begin in May.")
    box(own_app.selectbox, "What did it change?").set_value(ChangedKind.ACTION)
    box(own_app.text_input, "Which: its ref, number or words").set_value("APP-8.02")
    box(own_app.text_input, "Your name or role").set_value("NHS lead")
    press(own_app, "Answer")
    first = newest().on_record[0]
    assert (first.reply.words, first.reply.done.by, first.reply.satisfied) == (
        *("Two *new* providers begin in May.", "NHS lead"),
        None,
    )
    assert [(each.kind, each.ref) for each in first.changed] == [(ChangedKind.ACTION, "APP-8.02")]
    assert "It changed something: follow-up M1-4 , action APP-8.02." in words(own_app)
    assert "The board has not said whether that is enough." in words(own_app)
    assert not [each for each in own_app.button if each.label == "It is not"]
    look_as(own_app, "chair", "records")
    press(own_app, "It is not")
    assert "It is on record that the board waits for another answer." in words(own_app)
    assert newest().on_record[0].open
    assert not [each for each in own_app.button if each.label in ("Answer", "It is not")]


def test_an_answer_without_words_is_refused_in_a_sentence(own_app):
    go(own_app, "records")
    press(own_app, "Answer")
    assert "What a board records must say who records it, got: nothing. Nothing was changed." in words(own_app)


def test_a_reader_reads_and_answers_nothing(app):
    look_as(app, "reader", "records")
    assert "Of 2 challenges, 2 changed something, and 1 waits for an answer." in words(app)
    assert not [each for each in app.button if each.label in ("Answer", "It is not")]
    look_as(app, "", "records")


def test_what_another_judged_meanwhile_puts_no_other_answer_in_its_place(own_app):
    go(own_app, "records")
    asked = [each.number for each in newest().on_record if each.said.kind in (Minuted.CHALLENGE, Minuted.REQUEST)][:2]
    for number in asked:
        reply_to(database(), number, "Two providers begin in May.", chair())
    look_as(own_app, "chair", "records")
    box(own_app.selectbox, "With which answer?").set_value(asked[0])
    box(own_app.text_input, "Your name or role").set_value("The vice chair")
    judge_reply(database(), asked[0], True, chair())
    press(own_app, "It is not")
    (refusal,) = [unmarked(each.value) for each in own_app.error]
    ref = next(each.ref for each in newest().on_record if each.number == asked[0])
    assert refusal.startswith("What you were shown is no longer what is stored: The chair changed whether ")
    assert f"changed whether the board is satisfied with the answer to {ref} on " in refusal
    assert [each.reply.satisfied for each in newest().on_record if each.number in asked] == [True, None]
