def test_the_answer_is_the_finding_of_the_page(pack):
    cover = pack.cover
    assert cover.title == "Board pack for 2024/25 Q3, October to December 2024"
    assert cover.answer.endswith(
        "of nine weaknesses are improving since the revisit; 22 of 87 KPIs are red, and 1 judged amber by its lead."
    )


def test_three_bars_each_of_its_own_whole(pack):
    changed, stands, done = pack.cover.bars
    assert (changed.label, changed.of, sum(part[0] for part in changed.parts)) == (
        "What changed",
        "9 weaknesses since the revisit (2022/23 Q2)",
        9,
    )
    assert [part[:2] for part in stands.parts] == [
        (22, "▲ red, floor missed"),
        (24, "◆ amber, target missed"),
        (22, "● green, target met"),
        (19, "○ not rated"),
    ]
    assert [part[:2] for part in done.parts] == [
        (51, "done, with evidence"),
        (3, "done, without"),
        (16, "open, in time"),
        (46, "open and late"),
    ]


def test_alert_advise_and_assure_are_the_leads_and_signed(pack):
    assert [each[:2] for each in pack.cover.lists] == [
        ("Alert", "the board must act"),
        ("Advise", "the board should know"),
        ("Assure", "the board can rely on"),
    ]
    assert all(words for _, _, words in pack.cover.lists)
    assert pack.cover.signed.startswith("Alert, advise and assure: ")


def test_a_voice_and_what_must_be_decided(pack):
    assert pack.cover.voice is not None and pack.cover.voice.source.startswith("Heard in ")
    assert pack.cover.decide.startswith("1 decision on record waits to be taken: ")
