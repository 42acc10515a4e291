"""A plan and a script as text for a terminal."""

from collections.abc import Iterable

from skill.render.text import render_text
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Pacing
from skill.workout.course import beginning
from skill.workout.cue import Phrase, Voice, phrase
from skill.workout.length import minutes_left
from skill.workout.manner import Delivery, Manner
from skill.workout.names import (
    dose_phrase,
    exercise_name,
    hold_phrase,
    need_name,
    stretch_name,
)
from skill.workout.script import perform
from skill.workout.segment import Segment
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
    needs = tuple(map(need_name, plan.needs))
    head = phrase(
        "printed.plan",
        n=plan.rounds,
        date=plan.day.isoformat(),
        rounds=str(plan.rounds),
        minutes=str(minutes),
    )

    def rows(sets: Iterable[WorkSet]) -> list[tuple[str, str]]:
        return [(words(exercise_name(one.exercise.id)), words(dose_phrase(one))) for one in sets]

    work = rows(plan.sets[: len(plan.prescriptions)])
    more = rows(one for one in plan.sets if one.round > plan.rounds)
    holds = [(words(stretch_name(one.id)), words(hold_phrase(one))) for one in plan.stretches]
    width = max(len(name) for name, _ in (*work, *holds))
    return "\n".join(
        [
            words(head),
            words(
                phrase("printed.needs", things=needs) if needs else phrase("printed.needs_nothing")
            ),
            *(f"  {name:<{width}} {dose}" for name, dose in work),
            *([words(phrase("printed.once_more"))] if more else []),
            *(f"  {name:<{width}} {dose}" for name, dose in more),
            words(phrase("printed.stretches")),
            *(f"  {name:<{width}} {dose}" for name, dose in holds),
        ]
    )
