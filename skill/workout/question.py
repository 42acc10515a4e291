"""What the coach may ask at the end of a response."""

from enum import StrEnum


class Question(StrEnum):
    """What the coach may ask at the end of a response.

    Each has the phrases ``ask.<name>`` and ``ask.<name>_again``.
    """

    READY = "ready"
    REST = "rest"
    OTHER_SIDE = "other_side"
    STRETCH = "stretch"
    NEXT_STRETCH = "next_stretch"
    SUM_UP = "sum_up"
    START = "start"
    SORE_OR_NEW = "sore_or_new"
    CARRY_ON = "carry_on"
    CARRY_ON_OR_FRESH = "carry_on_or_fresh"
    START_FRESH = "start_fresh"
    GO_ON = "go_on"
    WHICH_EXERCISE = "which_exercise"
    HOW_LARGE = "how_large"
    HOW_MUCH_TIME = "how_much_time"
    HOW_WAS_IT = "how_was_it"
    INSTEAD = "instead"
    TOO_HARD = "too_hard"
    REALLY = "really"
    HOW_MANY = "how_many"
    HOW_HEAVY = "how_heavy"
    SO_HEAVY = "so_heavy"
    WITH_WHAT = "with_what"
    WHAT_FOR = "what_for"
    WHICH_DAYS = "which_days"
    WHAT_TIME = "what_time"
    REMIND = "remind"
    FORGET = "forget"
    FORGET_SURELY = "forget_surely"
    FORGET_WHOSE = "forget_whose"
    FORGET_ALL = "forget_all"
    FORGET_ALL_SURELY = "forget_all_surely"
    STRETCH_KINDLY = "stretch_kindly"
    DANGER = "danger"
    HURT = "hurt"
    HALF_HEARD = "half_heard"
    MEANT = "meant"
    CLEARED = "cleared"
    WELL = "well"
    BETTER = "better"
    BRING_BACK = "bring_back"


AT_AN_EDGE = frozenset(
    {
        Question.READY,
        Question.REST,
        Question.OTHER_SIDE,
        Question.STRETCH,
        Question.STRETCH_KINDLY,
        Question.NEXT_STRETCH,
        Question.SUM_UP,
    }
)
"""The questions that end a segment: until they are answered the workout waits."""

ABOUT_A_LOAD = (Question.HOW_HEAVY, Question.SO_HEAVY, Question.WITH_WHAT, Question.WHAT_FOR)
"""What the coach asks about a load, until it is sure how much, with what and for which exercise."""
