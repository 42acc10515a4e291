"""The words of pain and danger of a locale, in whatever sentence they stand."""

import re
from collections.abc import Mapping
from typing import Any

from skill.language.alarms import CONDITIONS, FELT, SIGNS, Alarm, Grade
from skill.language.body_parts import BodyParts
from skill.language.somebody import Somebody
from skill.language.spelling import Speller

ARM = "arm"
"""The part of the body in which a heart or a stroke may be felt."""


class AlarmWords:
    """Hears what has to stop the count.

    ``alarms`` is the file ``data/alarms/<locale>.toml``. A word of ``soreness`` beside one of ``since`` is what
    training leaves behind for days, and no pain. A part of the body is in pain, too, where one of ``turned``
    denies it a word of ``well``. ``beside`` holds what stands between parts that are named alone ("my ankle too,
    and my knee"). ``somebody`` hears of somebody else who lies there, which is danger.
    """

    def __init__(
        self, spelling: Speller, body: BodyParts, somebody: Somebody, alarms: Mapping[str, Any]
    ) -> None:
        self._spelling, self._body, self._somebody = spelling, body, somebody

        def any_of(kind: str) -> re.Pattern[str]:
            return spelling.any_of(alarms.get(kind, ()))

        self._grades = {grade: any_of(grade) for grade in Grade}
        self._no_sign = spelling.any_of(self._with_a_sign_inside(alarms))
        self._with_part = any_of("with_part")
        self._danger_in_arm = any_of("danger_in_arm")
        self._like_arm = any_of("like_arm")
        self._harmless = any_of("harmless")
        # "I just had a heart attack" holds "had a heart attack", which may be years ago.
        mild = spelling.any_of((*alarms.get("harmless", ()), *self._lived_with(alarms)))
        danger = alarms.get(Grade.DANGER, ())
        self._danger_for_sure = spelling.any_of(
            one for one in danger if mild.search(spelling.plain(one))
        )
        self._part_or_own = spelling.any_of(
            (*body.names, *alarms.get("own", ()), *alarms.get("beside", ()))
        )
        self._turned = any_of("turned")
        self._soreness = any_of("soreness")
        self._since = any_of("since")
        self._unwell = self._unwell_after(body.pattern, any_of("well").pattern)

    def alarm(self, said: str) -> Alarm | None:
        """What in a text has to stop the count, the worst first; None where nothing has."""
        plain = self._spelling.plain(said)
        whole = self._harmless.sub(" ", plain).strip()
        text = self._no_sign.sub(" ", whole).strip()
        id_, name = self._body.part(text) or (None, "")
        sore = self._since.search(text) and self._soreness.search(text)
        text = self._soreness.sub(" ", text) if sore else text
        if (
            self._is_danger_in_arm(text)
            or self._danger_for_sure.search(plain)
            or self._somebody.lies_there(whole)
        ):
            return Alarm(Grade.DANGER, id_, name)
        for grade in SIGNS:
            if self._grades[grade].search(text):
                return Alarm(grade, id_, name)
        # A runner who names nothing but parts of the body, or says that something is wrong with one, is in pain.
        # "My knee doesn't hurt" names more than the knee.
        if id_ is not None and (
            not self._part_or_own.sub("", plain).strip()
            or self._with_part.search(text)
            or self._unwell.search(text)
            or self._grades[Grade.HELP].search(text)
        ):
            return Alarm(Grade.PAIN, id_, name)
        for grade, words in self._grades.items():
            if grade not in SIGNS and words.search(whole):
                return Alarm(grade, *(self._body.part(whole) or (None, "")))
        return Alarm(Grade.SORE, id_, name) if sore else None

    def _is_danger_in_arm(self, text: str) -> bool:
        """Whether a heart or a stroke may be felt in an arm, or in what is like it: the face, one side."""
        if not self._danger_in_arm.search(text):
            return False
        return ARM in self._body.ids_in(text) or bool(self._like_arm.search(text))

    def _unwell_after(self, a_part: re.Pattern[str], is_well: str) -> re.Pattern[str]:
        """A part of the body that is denied to be well: "my back's not really liking this".

        Up to two words stand before and behind the denial, none of which is such a word either: "my knee is
        good, no thanks" denies nothing of the knee.
        """
        few = rf"( (?!{is_well})\S+){{0,2}} "
        return re.compile(few.join((a_part.pattern, self._turned.pattern, is_well)))

    def _lived_with(self, alarms: Mapping[str, Any]) -> list[str]:
        return [one for grade in CONDITIONS for one in alarms.get(grade, ())]

    def _with_a_sign_inside(self, alarms: Mapping[str, Any]) -> list[str]:
        """What is no sign of pain or danger, though it may hold one: "heart condition"; the pull of a stretch."""
        plain = self._spelling.plain
        signs = self._spelling.any_of(one for grade in SIGNS for one in alarms.get(grade, ()))
        felt = (one for grade in FELT for one in alarms.get(grade, ()))
        return [*self._lived_with(alarms), *(one for one in felt if signs.search(plain(one)))]

    def is_turned(self, said: str) -> bool:
        """Whether a text ends with a word that turns what comes after it: "my knee does not"."""
        plain = self._spelling.plain(said)
        return any(found.end() == len(plain) for found in self._turned.finditer(plain))
