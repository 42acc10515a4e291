"""Numbers that sound alike, and loads in another unit than the locale's: what is said is kept as it was meant."""

from requests_to_alexa import Speaker, intent, launch


def _first_set_done(speaker: Speaker) -> None:
    speaker.send(launch())
    speaker.send(intent("AMAZON.YesIntent"), after_s=10)


def test_fifty_for_fifteen_is_asked_back_and_noted_only_after_a_yes(speaker: Speaker) -> None:
    _first_set_done(speaker)
    said = speaker.says(intent("DidRepetitionsIntent", amount="50"), after_s=75)
    assert "fifteen I asked for" in said
    assert "ifty" in said
    said = speaker.says(intent("AMAZON.NoIntent"), after_s=12)
    assert "got it wrong" in said
    said = speaker.says(intent("DidRepetitionsIntent", amount="15"), after_s=12)
    assert "ifteen" in said
    assert "asked for" not in said
    said = speaker.says(intent("DidRepetitionsIntent", amount="50"), after_s=12)
    said = speaker.says(intent("AMAZON.YesIntent"), after_s=12)
    assert "ifty" in said


def test_a_number_within_one_and_a_half_doses_is_noted_at_once(speaker: Speaker) -> None:
    _first_set_done(speaker)
    said = speaker.says(intent("DidRepetitionsIntent", amount="22"), after_s=75)
    assert "asked for" not in said
    assert "wenty-two" in said


def test_a_doubtful_number_to_spare_is_asked_back_as_well(speaker: Speaker) -> None:
    _first_set_done(speaker)
    said = speaker.says(intent("SpareRepetitionsIntent", amount="30"), after_s=75)
    assert "asked for" in said


def test_a_kettlebell_in_kilos_stays_in_kilos_where_pounds_are_usual(speaker: Speaker) -> None:
    speaker.send(launch())
    load = intent("LoadIntent", load="16", unit="kilos", exercise="squats", tool="kettlebell")
    said = speaker.says(load, after_s=5)
    assert "ixteen kilos" in said
    said = speaker.opens(after_s=86_400)
    said += speaker.says(intent("AMAZON.YesIntent"), after_s=20)
    assert "ixteen kilos" in said
    assert "pounds" not in said


def test_a_second_sentence_that_is_not_understood_in_a_set_holds_the_count(
    speaker: Speaker,
) -> None:
    _first_set_done(speaker)
    said = speaker.says(intent("UnmatchedIntent", words="purple monkey"), after_s=40)
    assert "stopped counting" not in said
    said = speaker.says(intent("AMAZON.FallbackIntent"), after_s=12)
    assert "stopped counting" in said
    assert "If something hurts" in said


def test_a_sentence_that_is_understood_in_between_begins_anew(speaker: Speaker) -> None:
    _first_set_done(speaker)
    speaker.send(intent("AMAZON.FallbackIntent"), after_s=40)
    speaker.send(intent("HowManyLeftIntent"), after_s=8)
    assert "stopped counting" not in speaker.says(intent("AMAZON.FallbackIntent"), after_s=8)
