"""A plan and a script as text for a terminal."""

from skill.render.text import render_text
from skill.training.plan import Plan
from skill.training.preferences import Pacing
from skill.workout.course import beginning
from skill.workout.cue import Phrase, Voice, phrase
from skill.workout.length import minutes_left
from skill.workout.manner import Manner
from skill.workout.names import dose_phrase, exercise_name
from skill.workout.script import perform
from skill.workout.segment import Delivery, Segment
from skill.workout.timeline import Timeline


def whole_script(plan: Plan, voice: Voice, beat_percent: int) -> Segment:
    """The whole workout in one piece, however long it is, without its questions."""
    line = Timeline(voice)
    for scene in perform(plan, beginning(plan), Manner(voice, beat_percent)):
        line.append(scene)
    return Segment(tuple(line.cues), duration_ms=line.now_ms)


def script_page(plan: Plan, voice: Voice, beat_percent: int) -> str:
    """Every cue of a workout with its time."""
    return render_text(whole_script(plan, voice, beat_percent))


def plan_page(plan: Plan, voice: Voice) -> str:
    """What a workout consists of."""

    def words(what: Phrase) -> str:
        return voice(what).text

    minutes = minutes_left(plan, beginning(plan), Delivery(Manner(voice, 100), Pacing.KEEP_GOING))
    needs = [words(phrase(f"need.{need}")) for need in plan.needs]
    first_round = plan.sets[: len(plan.prescriptions)]
    return "\n".join(
        [
            f"{plan.day.isoformat()}: {plan.rounds} rounds, about {minutes} minutes",
            f"at hand: {', '.join(needs) or 'nothing'}",
            *(
                f"  {words(exercise_name(s.exercise.id)):<22} {words(dose_phrase(s))}"
                for s in first_round
            ),
            "stretches",
            *(
                f"  {words(phrase(f'stretch.{s.id}.name')):<22} {s.hold_seconds} s, {s.sides}"
                for s in plan.stretches
            ),
        ]
    )
