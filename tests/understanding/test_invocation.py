from support.tables import with_each

from skill.simulator.models import hearing_of
from skill.understanding.invocation import InvocationName

CALLED = InvocationName("strong stride", hearing_of("en-US")).called


@with_each(
    "said",
    [
        "open strong stride",
        "Alexa, launch Strong Stride!",
        "start strong stride",
        "talk to strong stride",
    ],
)
def test_opening_by_name_has_no_wish(said: str) -> None:
    call = CALLED(said)
    assert call is not None
    assert call.wish == ""


@with_each(
    ("said", "wish"),
    [
        ("ask strong stride what's next", "what is next"),
        ("ask strong stride for fifteen seconds", "15 seconds"),
        ("tell strong stride to skip this one", "skip this 1"),
        ("open strong stride and start my workout", "start my workout"),
        ("start my workout with strong stride", "start my workout"),
    ],
)
def test_a_wish_is_heard_in_the_same_breath(said: str, wish: str) -> None:
    call = CALLED(said)
    assert call is not None
    assert call.wish == wish


@with_each(
    "said",
    ["stop", "open sesame", "strong stride", "unmask strong stride", "ask my strong strider"],
)
def test_anything_else_is_no_call(said: str) -> None:
    assert CALLED(said) is None
