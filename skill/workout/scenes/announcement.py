"""The announcement of a set: what comes, how much of it, and how it is done."""

from typing import NamedTuple

from skill.training.exercise import Sides
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Talk
from skill.workout.cue import Phrase, phrase
from skill.workout.names import dose_phrase, exercise_name, muscle_names, side_name
from skill.workout.place import Place
from skill.workout.reasons import reason_phrase
from skill.workout.scenes.writer import SceneWriter
from skill.workout.timeline import Timeline


class _Coming(NamedTuple):
    """A set, and what else its announcement says of the plan.

    ``is_new`` is whether its exercise comes for the first time in this workout, ``familiar`` whether it needs no
    long explanation. ``last`` is whether its round is the last one. ``extra`` are the ids of the exercises in a
    round of extra sets, and empty in any other round.
    """

    work: WorkSet
    is_new: bool
    familiar: bool
    last: bool
    extra: tuple[str, ...]

    @property
    def stands_in(self) -> bool:
        """Whether it comes instead of another exercise, which may have been begun before it."""
        return self.work.prescription.reason.instead_of is not None

    @property
    def gives_reason(self) -> bool:
        """Whether it tells why another exercise, another amount or another load comes than before."""
        return self.is_new and self.work.prescription.reason.changed

    def explains(self, talk: Talk) -> bool:
        """Whether a new exercise is explained in full: no longer once the runner has heard it often.

        In short talk, only what the runner has never done is explained.
        """
        if talk is Talk.SHORT:
            return self.is_new and not self.work.prescription.is_known
        return self.is_new and talk is Talk.FULL and not self.familiar


class AnnouncementWriter(SceneWriter):
    """Writes the announcement of a set."""

    part: _Coming

    @staticmethod
    def part_of(plan: Plan, place: Place) -> _Coming:
        """The set at a place, and all else that its announcement depends on."""
        work = plan.sets[place.at]
        id_, round_ = work.exercise.id, work.round
        is_new, last = place.at in plan.first_sets, round_ == plan.rounds
        others = plan.sets if round_ > plan.rounds else ()
        extra = tuple(other.exercise.id for other in others if other.round == round_)
        return _Coming(work, is_new, id_ in plan.familiar, last, extra)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        work = self.part.work
        name, dose = exercise_name(work.exercise.id), dose_phrase(work, self.units)
        variation = self.variation(place)
        new_round = work.nth == 1 and work.round > 1 and not resumed
        told = bool(place.done)  # an announcement that was cut off before its end is made again
        if told and not resumed:
            self._begin_work(line, place, work, variation)
            return
        if new_round and self.talk is not Talk.COUNTS:
            line.say(self._round(work, variation))
        if not told and self.part.is_new:
            begins = place.at == 0 and not self.part.stands_in
            key = "announce.first" if begins else "announce.new"
            line.say(phrase(key, variation, exercise=name, dose=dose))
            if self.part.gives_reason:
                line.say(reason_phrase(work.prescription, variation, self.units))
            if self.part.explains(self.talk):
                muscles = muscle_names(work.exercise.muscles)
                line.say(phrase("announce.muscles", variation, muscles=muscles))
                line.say(phrase(f"exercise.{work.exercise.id}.how_to"))
            elif self.talk is Talk.FULL:
                line.say(self._cue(work))
            if self._tells_hold(work):
                line.say(phrase(f"exercise.{work.exercise.id}.hold.{work.prescription.tool}"))
        else:
            line.say(phrase("announce.again", variation, exercise=name, dose=dose))
            if self.talk is Talk.FULL:
                line.say(self._cue(work))
        self._begin_work(line, place, work, variation)

    def _begin_work(self, line: Timeline, place: Place, work: WorkSet, variation: int) -> None:
        """The last word before the work: with which side it begins."""
        line.reach(place, 1)
        if work.exercise.sides is Sides.EACH:
            side = side_name(work.sides[0], work.exercise.joints)
            line.say(phrase("announce.side_first", variation, side=side))

    def _cue(self, work: WorkSet) -> Phrase:
        return phrase(
            f"exercise.{work.exercise.id}.cues", self.form_variation(work.entry, work.round - 1)
        )

    def _tells_hold(self, work: WorkSet) -> bool:
        """Whether to say how a load is held: where it is new, and one that the exercise still takes."""
        item = work.prescription
        known = item.tool in work.exercise.tools
        return known and item.has_new_load and self.talk is not Talk.COUNTS

    def _round(self, work: WorkSet, variation: int) -> Phrase:
        """What is said when a round begins; extra sets are no round."""
        if self.part.extra:
            names = tuple(map(exercise_name, self.part.extra))
            return phrase("announce.extra_round", variation, exercises=names)
        key = "announce.last_round" if self.part.last else "announce.round"
        return phrase(key, variation, n=work.round)
