"""Which muscles a runner feels in a part of the body, or trains for it."""

from collections.abc import Mapping

FELT_IN: Mapping[str, frozenset[str]] = {
    "thigh": frozenset({"quadriceps"}),
    "hamstring": frozenset({"hamstrings", "glutes", "hip_abductors"}),
    "lower_leg": frozenset({"calves"}),
    "foot": frozenset({"feet"}),
    "hip": frozenset({"glutes", "hip_abductors", "hip_adductors", "quadriceps"}),
    "back": frozenset({"lower_back"}),
    "shoulder": frozenset({"shoulders"}),
    "leg": frozenset({"quadriceps", "hamstrings", "calves", "hip_adductors"}),
}
"""The muscles that are felt in a part of the body. A knee or an ankle never has to pull."""
