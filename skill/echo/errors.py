"""Everything that can go wrong around the pretend Echo, as one tree."""


class EchoFault(Exception):
    """Something went wrong on, or was found out by, the pretend Echo."""


class SkillCrashed(EchoFault):
    """The skill raised an exception instead of answering; the cause is chained."""


class NeverHeard(EchoFault):
    """What a listener waits for does not come in what is being played."""


class NeverListens(EchoFault):
    """The microphone does not open after what is being played."""


class NoSession(EchoFault):
    """No session is open, so it cannot be dropped and nothing can be sent in it."""


class NoDocument(EchoFault):
    """No APLA document is playing that could fail."""


class StreamUnplayable(EchoFault):
    """An audio file cannot be fetched or played; the skill hears of it, and nobody else."""


class NoButton(EchoFault):
    """There is no such button on the screen now."""


class NoStream(EchoFault):
    """There is no stream that could fail."""


class IllegalResponse(EchoFault):
    """Amazon would refuse or mangle this response; says what, the limit, and what it got."""

    def __init__(self, what: str, *, limit: str, got: object) -> None:
        super().__init__(f"{what}: allowed is {limit}, got {got}")
        self.what, self.limit, self.got = what, limit, got


class MalformedResponse(IllegalResponse):
    """Not a JSON object, or a field of the wrong type or value."""


class UnknownField(IllegalResponse):
    """A field that Amazon's response does not have: a misspelling, as a rule."""


class ForbiddenField(IllegalResponse):
    """A field that may not be answered to this type of request."""


class ResponseTooBig(IllegalResponse):
    """More bytes of JSON than a response may have."""


class SpeechTooLong(IllegalResponse):
    """Too many characters of output speech, tags included."""


class CardTooLong(IllegalResponse):
    """Too many characters on the card."""


class BadSsml(IllegalResponse):
    """SSML that does not parse, or a tag or value that Alexa does not know."""


class BreakTooLong(IllegalResponse):
    """A pause longer than one break tag may make."""


class TooManyAudioTags(IllegalResponse):
    """Too many audio tags in the SSML of one response."""


class BadApl(IllegalResponse):
    """An APL document that a screen would show otherwise than it was meant, without a word to the skill."""


class BadApla(IllegalResponse):
    """An APLA document that cannot be rendered: version, component, property, binding."""


class TooManyAudioClips(IllegalResponse):
    """Too many Audio components in the APLA documents of one response."""


class SilenceOnly(IllegalResponse):
    """An APLA document that is nothing but silence."""


class OverlappingVoices(IllegalResponse):
    """Two spoken cues of an APLA document at the same time."""


class OutputTooLong(IllegalResponse):
    """More seconds of sound than a response may play."""


class RepromptTooLong(IllegalResponse):
    """More seconds of sound than a reprompt may play."""


class UnsupportedDirective(IllegalResponse):
    """A directive of an interface that the device does not have."""


class ForbiddenDirective(IllegalResponse):
    """A directive that may not be answered to this type of request."""


class BadEntities(IllegalResponse):
    """Dynamic entities of a form or a number that Amazon does not take."""


class TooManyPlays(IllegalResponse):
    """More than one stream to play in one response."""


class BadStream(IllegalResponse):
    """A stream that cannot be played: its address, token or place in the queue, or an open microphone."""


class OpenWithoutQuestion(IllegalResponse):
    """The microphone opens though nothing was asked."""


class OpenWithoutReprompt(IllegalResponse):
    """The microphone opens and silence would meet silence."""


class RepromptWhenClosed(IllegalResponse):
    """A reprompt that nobody will ever hear."""


class ClosedAfterQuestion(IllegalResponse):
    """A question that nobody can answer, because the session is over."""
