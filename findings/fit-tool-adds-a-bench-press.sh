#!/usr/bin/env bash
# Finding: In fit-tool a set of one exercise that is written after one of two gets a bench press as well: a shorter list is filled up with zeros.
# Version: fit-tool 0.9.16, garmin-fit-sdk 21.218.0 (PyPI)
# Source: fit_tool/field.py, Field.to_bytes, pads with 0 up to the size in the definition, which is kept from the longer message before. FIT protocol: what is
#   not there is written as the type's invalid value, never 0; in the profile category 0 is bench_press.
# Behaviour: A set of squat and lunge, then one of squat: read back, the second is squat and bench press. In the other order, or written with Garmin's
#   encoder, both are right. The times between heartbeats (hrv), three to a message, end in two beats after 0.0 s.
# Cost: An exercise that nobody did stands in the runner's history, and a heart-rate variability is computed with beats no time apart; the file is valid.
# Seen: fit-tool: squat lunge, squat bench_press; the other way round: squat, squat lunge; Garmin's encoder: squat lunge, squat; beats 0.8 0.0 0.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet fit-tool==0.9.16 garmin-fit-sdk==21.218.0
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime, timezone

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.hrv_message import HrvMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.profile_type import ExerciseCategory, FileType
from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

BOTH = [ExerciseCategory.SQUAT.value, ExerciseCategory.LUNGE.value]
ONE = BOTH[:1]
WHEN = datetime(2026, 11, 29, 7, tzinfo=timezone.utc)


def by_fit_tool(messages):
    """The messages as a file of fit-tool's."""
    about = FileIdMessage()
    about.type = FileType.ACTIVITY
    builder = FitFileBuilder(auto_define=True)
    builder.add_all([about, *messages])
    return builder.build().to_bytes()


def of_set(categories):
    """One set, as fit-tool writes it."""
    done = SetMessage()
    done.timestamp = round(WHEN.timestamp() * 1000)
    done.category = categories
    return done


def beats(*times):
    """Times between heartbeats, as fit-tool writes them."""
    heart = HrvMessage()
    heart.time = list(times)
    return heart


def by_garmin(sets):
    """The sets as a file of Garmin's encoder."""
    encoder = Encoder()
    encoder.write_mesg({"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "activity"})
    for categories in sets:
        encoder.write_mesg({"mesg_num": Profile["mesg_num"]["SET"], "timestamp": WHEN, "category": categories})
    return encoder.close()


def read(data, messages, field):
    """What Garmin's decoder finds in the field of each message."""
    found, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert not errors
    values = [message[field] for message in found[messages]]
    return [" ".join(map(str, value)) if isinstance(value, list) else str(value) for value in values]


seen = {
    "two, then one": read(by_fit_tool([of_set(BOTH), of_set(ONE)]), "set_mesgs", "category"),
    "one, then two": read(by_fit_tool([of_set(ONE), of_set(BOTH)]), "set_mesgs", "category"),
    "Garmin's": read(by_garmin([BOTH, ONE]), "set_mesgs", "category"),
    "beats": read(by_fit_tool([beats(0.8, 0.82, 0.79), beats(0.8)]), "hrv_mesgs", "time"),
}
print(*(f"{name}: {', '.join(values)}" for name, values in seen.items()), sep="\n")
if seen != {
    "two, then one": ["squat lunge", "squat bench_press"],
    "one, then two": ["squat", "squat lunge"],
    "Garmin's": ["squat lunge", "squat"],
    "beats": ["0.8 0.82 0.79", "0.8 0.0 0.0"],
}:
    sys.exit("Changed: a shorter list is filled up with something else, or not at all.")
print("Still so.")
PY
