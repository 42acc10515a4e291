"""Every rule has a response that breaks it and a neighbour that does not."""

import pytest
from echo_scripts import (
    BELL,
    Json,
    apla,
    asking,
    clip,
    cue,
    farewell,
    mix,
    one_second,
    sequence,
    silence,
    silent,
    spoken,
    ssml,
    wrapped,
)
from support.tables import with_each

from skill.echo import Rules, Stage, errors
from skill.echo.errors import IllegalResponse

INTENT = "IntentRequest"
SPEAKER = Rules(Stage(one_second, lambda _source: 1000, has_screen=False))
SCREEN = Rules(
    Stage(one_second, lambda _source: 1000, has_screen=True),
    frozenset({"Alexa.Presentation.APL", "AudioPlayer"}),
)
AUDIO_TAG = f'<audio src="{BELL}"/>'
APL = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "t", "document": {}}
TEN_SECONDS = "<break time='10s'/>"


def prompting(reprompt: Json) -> Json:
    return asking(reprompt=reprompt)


def sounding(*items: Json) -> Json:
    return farewell(directives=[apla(sequence(*items))])


BROKEN_AND_WHOLE: list[tuple[type[IllegalResponse], object, object]] = [
    (errors.MalformedResponse, None, silent()),
    (errors.MalformedResponse, [], silent()),
    (errors.MalformedResponse, {"version": "1.0"}, {"version": "1.0", "response": {}}),
    (errors.MalformedResponse, {"version": "2.0", "response": {}}, silent()),
    (errors.MalformedResponse, farewell(shouldEndSession="yes"), farewell(shouldEndSession=True)),
    (errors.MalformedResponse, wrapped(outputSpeech="hi"), wrapped(outputSpeech=ssml("hi"))),
    (errors.MalformedResponse, wrapped(outputSpeech={"type": "SSML", "text": "hi"}),
     wrapped(outputSpeech={"type": "PlainText", "text": "hi"})),
    (errors.MalformedResponse, wrapped(outputSpeech={"ssml": "<speak/>"}), farewell()),
    (errors.MalformedResponse, farewell(directives=["x"]), farewell(directives=[])),
    (errors.MalformedResponse, farewell(directives=[apla(spoken("hi")) | {"token": None}]),
     farewell(directives=[apla(spoken("hi"))])),
    (errors.UnknownField, farewell(shouldEndSesion=True), farewell(card=None)),
    (errors.UnknownField, farewell() | {"attributes": {}}, farewell() | {"sessionAttributes": {}}),
    (errors.UnknownField, farewell(card={"type": "Simple", "body": "hi"}),
     farewell(card={"type": "Simple", "content": "hi"})),
    (errors.UnknownField, farewell(directives=[apla(spoken("hi")) | {"datasource": {}}]),
     farewell(directives=[apla(spoken("hi"))])),
    (errors.ResponseTooBig, farewell() | {"sessionAttributes": {"x": "y" * 24 * 1024}},
     farewell() | {"sessionAttributes": {"x": "y" * 23 * 1024}}),
    (errors.SpeechTooLong, farewell("a" * (8000 - 15)), farewell("a" * (7999 - 15))),
    (errors.CardTooLong, farewell(card={"type": "Simple", "title": "a", "content": "b" * 8000}),
     farewell(card={"type": "Simple", "title": "a", "content": "b" * 7999})),
    (errors.BadSsml, farewell("a & b"), farewell("a &amp; b")),
    (errors.BreakTooLong, farewell("<break time='10.001s'/>"), farewell(TEN_SECONDS)),
    (errors.TooManyAudioTags, farewell(AUDIO_TAG * 6), farewell(AUDIO_TAG * 5)),
    (errors.TooManyAudioClips, sounding(*[clip()] * 16), sounding(*[clip()] * 15)),
    (errors.BadApla, sounding({"type": "Video"}), sounding(clip())),
    (errors.BadApla, farewell(directives=[apla(clip()) | {"document": {"type": "Link"}}]),
     sounding(clip())),
    (errors.SilenceOnly, sounding(silence(5000)), sounding(silence(5000), spoken("Go."))),
    (errors.OverlappingVoices, sounding(mix(spoken("one"), cue(999, "two"))),
     sounding(mix(spoken("one"), cue(1000, "two")))),
    (errors.OverlappingVoices, sounding(mix(sequence(spoken("a<break time='2s'/>b")),
                                            cue(2200, "c"))),
     sounding(mix(sequence(spoken("a<break time='2s'/>b")), cue(1500, "c"), clip()))),
    (errors.OutputTooLong, farewell(TEN_SECONDS * 23 + "one" + "<break time='9.001s'/>"),
     farewell(TEN_SECONDS * 23 + "one" + "<break time='9s'/>")),
    (errors.OutputTooLong, sounding(silence(239_001), spoken("Done.")),
     sounding(silence(239_000), spoken("Done."))),
    (errors.RepromptTooLong, prompting({"outputSpeech": ssml("a" + TEN_SECONDS * 9)}),
     prompting({"outputSpeech": ssml("a" + TEN_SECONDS * 8 + "<break time='9s'/>")})),
    (errors.RepromptTooLong,
     prompting({"directives": [apla(sequence(silence(89_001), spoken("Ready?")))]}),
     prompting({"directives": [apla(sequence(silence(89_000), spoken("Ready?")))]})),
    (errors.UnsupportedDirective, farewell(directives=[APL]), farewell(directives=[
        {"type": "Dialog.Delegate"}])),
    (errors.UnsupportedDirective, farewell(directives=[{"type": "AudioPlayer.Stop"}]), farewell()),
    (errors.UnsupportedDirective, prompting({"outputSpeech": ssml("a"), "directives": [APL]}),
     prompting({"outputSpeech": ssml("a"), "directives": [apla(clip())]})),
    (errors.OpenWithoutQuestion, asking("Say ready."), asking("Say ready when you are ready?")),
    (errors.OpenWithoutQuestion, asking("Ready? <break/> Take your time."),
     asking("Take your time. <break/> Ready?")),
    (errors.OpenWithoutQuestion, asking("Ready?", directives=[apla(spoken("Go."))]),
     asking("Go.", directives=[apla(mix(cue(2000, "Ready?"), spoken("one"), clip()))])),
    (errors.OpenWithoutQuestion, wrapped(shouldEndSession=False), wrapped(shouldEndSession=True)),
    (errors.OpenWithoutQuestion, asking("Go.", shouldEndSession=None), asking(
        shouldEndSession=None)),
    (errors.OpenWithoutReprompt, asking(reprompt=None), asking()),
    (errors.OpenWithoutReprompt, prompting({"outputSpeech": ssml("<break/>")}),
     prompting({"outputSpeech": ssml("Hm?")})),
    (errors.RepromptWhenClosed, farewell(reprompt={"outputSpeech": ssml("Hm?")}), farewell()),
    (errors.RepromptWhenClosed, wrapped(reprompt={"outputSpeech": ssml("Hm?")}), silent()),
    (errors.ClosedAfterQuestion, farewell("Shall we go on?"), farewell("Shall we? Another day.")),
    (errors.ClosedAfterQuestion, farewell('He said "why?"'), farewell('He said "why not".')),
    (errors.ClosedAfterQuestion, wrapped(outputSpeech=ssml("More?")),
     wrapped(outputSpeech=ssml("Done."))),
]  # fmt: skip


@with_each(("fault", "broken", "whole"), BROKEN_AND_WHOLE)
def test_a_broken_rule_is_named_and_its_neighbour_passes(
    fault: type[IllegalResponse], broken: object, whole: object
) -> None:
    SPEAKER.check(INTENT, whole)
    with pytest.raises(fault) as caught:
        SPEAKER.check(INTENT, broken)
    assert type(caught.value) is fault
    assert caught.value.what
    assert str(caught.value.limit) in str(caught.value)
    assert str(caught.value.got) in str(caught.value)


def test_every_kind_of_illegal_response_is_shown_above_or_below() -> None:
    shown = {fault for fault, _, _ in BROKEN_AND_WHOLE} | {errors.ForbiddenField}
    # The first three in test_echo_player_rules, then in test_screen_documents and test_dynamic_entities.
    shown |= {errors.ForbiddenDirective, errors.TooManyPlays, errors.BadStream}
    shown |= {errors.BadApl, errors.BadEntities}
    assert shown == set(IllegalResponse.__subclasses__())


@with_each(
    "request_type",
    ["SessionEndedRequest", "System.ExceptionEncountered", "AlexaSkillEvent.SkillDisabled"],
)
@with_each(
    "answer",
    [
        wrapped(outputSpeech=ssml("Goodbye.")),
        wrapped(card={"type": "Simple"}),
        wrapped(reprompt={"outputSpeech": ssml("Hm?")}),
        wrapped(directives=[apla(spoken("Goodbye."))]),
    ],
)
def test_requests_that_nobody_listens_to_get_no_words(request_type: str, answer: Json) -> None:
    SPEAKER.check(request_type, silent())
    with pytest.raises(errors.ForbiddenField, match=request_type):
        SPEAKER.check(request_type, answer)


def test_a_session_that_ended_cannot_be_kept_open() -> None:
    SPEAKER.check("SessionEndedRequest", wrapped(shouldEndSession=True))
    with pytest.raises(errors.ForbiddenField):
        SPEAKER.check("SessionEndedRequest", wrapped(shouldEndSession=False))


def test_player_events_get_player_directives_and_no_session() -> None:
    kind = "AudioPlayer.PlaybackNearlyFinished"
    SCREEN.check(kind, wrapped(directives=[{"type": "AudioPlayer.Stop"}]))
    with pytest.raises(errors.ForbiddenField):
        SCREEN.check(kind, wrapped(shouldEndSession=True))


def test_a_failed_document_is_answered_like_any_other_request() -> None:
    kind = "Alexa.Presentation.APLA.RuntimeError"
    assert SPEAKER.check(kind, asking()).session == "listening"
    with pytest.raises(errors.OpenWithoutQuestion):
        SPEAKER.check(kind, asking("Go."))


def test_a_screen_may_show_a_document_and_stay_open_in_silence() -> None:
    answer = wrapped(outputSpeech=ssml("Ready?"), directives=[APL])
    assert SCREEN.check(INTENT, answer).session == "quiet"
    with pytest.raises(errors.UnsupportedDirective, match=r"got Alexa\.Presentation\.APL"):
        SPEAKER.check(INTENT, answer)


def test_a_larger_budget_reaches_as_far_as_amazon_s_own_limit() -> None:
    big = farewell() | {"sessionAttributes": {"x": "y" * 100_000}}
    assert Rules(SPEAKER.stage, budget_bytes=120 * 1024).check(INTENT, big).session == "closed"
    with pytest.raises(ValueError, match="122880"):
        Rules(SPEAKER.stage, budget_bytes=120 * 1024 + 1)


def test_a_response_is_weighed_in_bytes_and_not_in_characters() -> None:
    with pytest.raises(errors.ResponseTooBig):
        SPEAKER.check(INTENT, farewell() | {"sessionAttributes": {"x": "é" * 13 * 1024}})
