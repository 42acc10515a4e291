#!/usr/bin/env bash
# Finding: Number 0 for "no particular exercise" is a particular exercise in nearly every FIT category: in "squat" it is a leg press.
# Version: garmin-fit-sdk 21.218.0 (PyPI), its copy of the FIT profile
# Source: FIT profile, the types *_exercise_name; the invalid value of a uint16 is 65535.
# Behaviour: In 50 of 51 categories 0 names an exercise. "None" is 65535, or the field left out.
# Cost: A bodyweight balance hold, which has no number of its own, appears as somebody else's exercise in the runner's history.
# Seen: 50 of 51; squat 0 = leg_press, calf_raise 0 = 3_way_calf_raise, hip_stability 0 = band_side_lying_leg_raise.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0
"$work/bin/python" - <<'PY'
import sys

from garmin_fit_sdk import Profile

zeros = {
    kind.removesuffix("_exercise_name"): {int(number): name for number, name in names.items()}.get(0)
    for kind, names in Profile["types"].items()
    if kind.endswith("_exercise_name")
}
named = sum(name is not None for name in zeros.values())
examples = {kind: zeros[kind] for kind in ("squat", "calf_raise", "hip_stability")}
print(f"0 is an exercise in {named} of {len(zeros)} categories, such as {examples}")
if (named, len(zeros)) != (50, 51) or None in examples.values():
    sys.exit("Changed: another number of categories give 0 to an exercise.")
print("Still so.")
PY
