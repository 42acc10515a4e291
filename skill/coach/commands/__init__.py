"""Commands: what the listener asked for, one class each. The modules are named as the rooms of the decisions."""

from skill.coach.commands.account import *  # noqa: F403
from skill.coach.commands.command import *  # noqa: F403
from skill.coach.commands.flow import *  # noqa: F403
from skill.coach.commands.playback import *  # noqa: F403
from skill.coach.commands.runner import *  # noqa: F403
