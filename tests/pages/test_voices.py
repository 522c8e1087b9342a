from tests.pages.looking import go, markup, table, words


def test_a_year_of_voices_is_counted(app):
    go(app, "participation", quarter="2024/25 Q3")
    assert app.title[0].value == "You said, we did: 18 entries from 2023/24 Q4 to 2024/25 Q3"
    assert "Eighteen entries give a number of people, the largest 390 people in 4 activities" in words(app)


def test_the_people_and_activities_on_record_are_among_them(app):
    go(app, "participation", quarter="2021/22 Q3", for_weakness="3")
    assert app.title[0].value == "You said, we did: 1 entry from 2020/21 Q4 to 2021/22 Q3"
    assert "2,466 people took part in 221 activities" in words(app)
    shown = markup(app)
    assert "2,466 people in 221 activities" in shown
    assert "You said: Parents hear last" not in shown


def test_a_silent_year_is_not_called_silence(app):
    go(app, "participation", quarter="2019/20 Q1")
    assert "Nothing was recorded from 2018/19 Q2 to 2019/20 Q1. That is not the same as that nobody spoke." in words(app)


def test_with_the_other_entries_of_the_year_the_published_total_stays_what_it_is(app):
    go(app, "participation", quarter="2021/22 Q3")
    said = words(app)
    assert "Four entries give a number of people, the largest 2,466 people in 221 activities" in said
    assert "2,945" not in said and "242 activities" not in said


def test_voices_stand_under_the_four_headings_with_quotations_and_their_source(app):
    go(app, "participation", quarter="2021/22 Q3")
    told = markup(app)
    assert told.count('<section class="said-together"><h2>') == 4
    assert "<small>Kent PACT (parent carer forum) (Improvements to the SEND service, November 2021 update" in told
    assert "teams met: Transport, Specialist Teaching and Learning Service and Provision evaluation officers" in told
    assert table(app).to_dict("records")[0] == {
        "Counted in": "July to November 2021",
        "What is counted": "published total",
        "Number of activities": "221",
        "Number of people": "2,466",
    }
