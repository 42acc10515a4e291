"""A document that a screen would show otherwise than it was meant is refused: nobody would tell the skill."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from support.tables import with_each

from skill.echo.errors import BadApl
from skill.echo.screen.document import check_document
from skill.render.apl.document import document

Json = dict[str, Any]
GRAPHIC: Json = {
    "type": "AVG",
    "version": "1.2",
    "width": 10,
    "height": 10,
    "parameters": [{"name": name, "type": "any"} for name in ("a", "b", "w", "m")],
    "items": [{"type": "group", "rotation": "${a[0] * w}", "items": []}],
}
SCENERY: Json = {
    **GRAPHIC,
    "parameters": [{"name": n, "type": "any"} for n in ("floor", "props", "m")],
}
SCENERY = {**SCENERY, "items": [{"type": "path", "pathData": "${floor}"}]}


def ours() -> Json:
    return deepcopy(
        document([0, 3000, 9000], 5, {"rig": GRAPHIC, "scenery": SCENERY}, efforts=True)
    )


def root_of(made: Json) -> Json:
    root: Json = made["mainTemplate"]["item"]["item"]
    return root


def test_our_own_document_is_shown() -> None:
    check_document(ours())


def rename_a_component(made: Json) -> None:
    root_of(made)["items"][0]["type"] = "Contaner"


def rename_a_command(made: Json) -> None:
    root_of(made)["onMount"][0]["commands"][0]["type"] = "SetValu"


def misspell_a_property(made: Json) -> None:
    root_of(made)["items"][2]["fontsize"] = 3


def break_an_expression(made: Json) -> None:
    root_of(made)["bind"][0]["value"] = "${Math.floor (1)}"


def compare_as_a_page_does(made: Json) -> None:
    root_of(made)["bind"][0]["value"] = "${viewport.width === 3}"


def name_what_is_not_there(made: Json) -> None:
    root_of(made)["items"][2]["text"] = "${title}"


def name_a_bind_above_it(made: Json) -> None:
    root_of(made)["bind"].reverse()


def aim_at_nobody(made: Json) -> None:
    root_of(made)["onMount"][0]["commands"][0]["componentId"] = "rot"


def send_from_a_tick_without_a_sequencer(made: Json) -> None:
    del root_of(made)["handleTick"][0]["commands"][0]["sequencer"]


def run_on_a_sequencer_that_no_touch_ends(made: Json) -> None:
    root_of(made)["onMount"][0]["commands"][1]["sequencer"] = "frames"


def give_a_graphic_what_it_does_not_take(made: Json) -> None:
    root_of(made)["items"][0]["items"][0]["item"]["speed"] = 1


def draw_what_is_no_path(made: Json) -> None:
    made["graphics"]["rig"]["items"] = [{"type": "circle"}]


def leave_out_a_width(made: Json) -> None:
    del made["graphics"]["rig"]["width"]


def take_another_version(made: Json) -> None:
    made["version"] = "1.10"


def handle_at_the_document(made: Json) -> None:
    made["onMount"] = []


@with_each(
    ("spoil", "told"),
    [
        (rename_a_component, "component.*Contaner"),
        (rename_a_command, "command.*SetValu"),
        (misspell_a_property, "property of Text.*fontsize"),
        (break_an_expression, "expression"),
        (compare_as_a_page_does, "expression"),
        (name_what_is_not_there, "names in .*title"),
        (name_a_bind_above_it, "names in"),
        (aim_at_nobody, "componentId.*rot"),
        (send_from_a_tick_without_a_sequencer, "SendEvent of a tick"),
        (run_on_a_sequencer_that_no_touch_ends, "sequencer.*frames"),
        (give_a_graphic_what_it_does_not_take, "property of VectorGraphic.*speed"),
        (draw_what_is_no_path, "item of a graphic.*circle"),
        (leave_out_a_width, "AVG with width"),
        (take_another_version, r"version 1\.9"),
        (handle_at_the_document, "property of APL document.*onMount"),
    ],
)
def test_a_slip_in_a_document_is_named(spoil: Callable[[Json], None], told: str) -> None:
    made = ours()
    spoil(made)
    with pytest.raises(BadApl, match=told):
        check_document(made)
