"""Amazon's side of a device: it understands what is said, asks the skill, and checks the answer."""

from dataclasses import dataclass, replace

from skill.echo import envelope
from skill.echo.asking import Skill, ask
from skill.echo.builtins import WITHOUT_A_NAME
from skill.echo.dynamic_entities import with_entities
from skill.echo.envelope import Json, OpenSession
from skill.echo.performance import Performance
from skill.echo.rules import Rules
from skill.echo.timeline import Sound
from skill.understanding.interaction_model import InteractionModel
from skill.understanding.invocation import InvocationName
from skill.understanding.understanding import Match, understanding_of

_NO = "AMAZON.NoIntent"


@dataclass(frozen=True, slots=True)
class DeviceTurn:
    """One request and its response; `timeline` is the output, in ms from its beginning."""

    request: Json
    response: Json
    match: Match | None
    timeline: tuple[Sound, ...]

    @property
    def directives(self) -> list[Json]:
        """What the response orders beside speaking: to play, to show, to know names."""
        return self.response["response"].get("directives") or []


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said, without the wake word; see `Understanding.understand` for `open_slots`."""

    words: str
    open_slots: bool = True
    in_doubt: bool = False
    """Whether they may be misheard."""
    or_else: str = ""
    """What was said if these words in doubt were not; empty where nothing is likely."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What an utterance asks of the skill. Without a `request` it ends the session; see `Cloud.meant`."""

    request: Json | None
    match: Match | None = None
    begins: bool = False
    """Whether a session begins with it."""


class Cloud:
    """Understands by the interaction model, and by the names that the skill has given for a session."""

    def __init__(
        self, skill: Skill, model: InteractionModel, application_id: str, rules: Rules
    ) -> None:
        self.turns: list[DeviceTurn] = []
        self._skill, self._model, self._rules = skill, model, rules
        self._application_id = application_id
        self._named = model  # with the names of this session
        self._called = InvocationName(model.invocation_name, model.hearing).called
        self._slots = {intent.name: intent.slots for intent in model.intents}
        self._sessions = 0

    def new_session(self) -> OpenSession:
        """A session with an id of its own."""
        self._sessions += 1
        return OpenSession(f"amzn1.echo-api.session.{self._sessions:08d}")

    def opened(self) -> Meant:
        """What it asks of the skill to be opened without a wish."""
        self._named = self._model
        return Meant(envelope.launch(), begins=True)

    def meant(self, said: Utterance, *, in_session: bool, plays: bool) -> Meant | None:
        """What an utterance asks of the skill; None where it is meant for somebody else.

        A call by the skill's name begins a session. Anything else needs one, or a stream of the skill that
        `plays`: then a few orders, such as "next", reach the skill without its name.
        """
        if call := self._called(said.words):
            opened = self.opened()
            if not call.wish:
                return opened
            return replace(self._wish(replace(said, words=call.wish)), begins=True)
        hearing = self._model.hearing
        words = hearing.called_out(said.words)
        if in_session:
            return Meant(None) if words in hearing.leaving else self._wish(said)
        orders = (name for name in WITHOUT_A_NAME if words in hearing.usual.get(name, ()))
        order = next(orders, None)
        if order is None or not plays:
            return None
        match = understanding_of(self._named).understand(said.words)
        named = replace(match, intent=WITHOUT_A_NAME[order], slots={})
        return Meant(self._request(named, said), named, begins=True)

    def unanswered(self) -> Meant | None:
        """What silence asks of the skill: a no, where the skill asked about words that may be misheard.

        It may also have asked after a no to them, about what else was said.
        """
        past = [one.request["request"].get("intent", {}) for one in self.turns[-2:]]
        before, last = [{}, {}, *past][-2:]
        said_no = last.get("name") == _NO and envelope.IN_DOUBT not in last
        if not last.get(envelope.IN_DOUBT) and not (said_no and before.get(envelope.OR_ELSE)):
            return None
        no = Match(_NO, {}, 0.0, "fallback")
        return Meant(envelope.intent(no, self._application_id, {}, dialog=False, in_doubt=""), no)

    def _wish(self, said: Utterance) -> Meant:
        match = self._understood(said)
        return Meant(self._request(match, said), match)

    def _understood(self, said: Utterance) -> Match:
        understanding = understanding_of(self._named)
        return understanding.understand(said.words, open_slots=said.open_slots)

    def _request(self, match: Match, said: Utterance) -> Json:
        request = envelope.intent(
            match,
            self._application_id,
            self._slots.get(match.intent, {}),
            dialog=match.intent in self._model.dialog_intents,
            in_doubt=said.words if said.in_doubt else None,
        )
        if said.in_doubt and said.or_else:
            other = replace(said, words=said.or_else, or_else="")
            instead = self._request(self._understood(other), other)
            request["intent"][envelope.OR_ELSE] = instead["intent"]
        return request

    def ask(self, sent: Json, match: Match | None) -> tuple[DeviceTurn, Performance]:
        """Send a whole request to the skill: the turn, and what the device is to do.

        Raises SkillCrashed for an exception of the skill, and IllegalResponse.
        """
        response = ask(self._skill, sent)
        performance = self._rules.check(sent["request"]["type"], response)
        turn = DeviceTurn(sent, response, match, performance.output_timeline.sounds)
        self._named = with_entities(self._model, self._named, turn.directives)
        self.turns.append(turn)
        return turn, performance
