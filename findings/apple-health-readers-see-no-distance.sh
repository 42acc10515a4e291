#!/usr/bin/env bash
# Finding: Two readers of Apple Health's export find the minutes of a run and no distance since iOS 16: to one it is 0.0, and the other has no column for it.
# Version: apple-health 2.0.0, healthkit-to-sqlite 1.0.1 with sqlite-utils 4.2.1 (PyPI)
# Source: health/classes/workout.py reads the attribute totalDistance and makes 0.0 of one that is not there; healthkit_to_sqlite/utils.py stores a Workout's attributes,
#   its metadata and events. From iOS 16 on the sums are WorkoutStatistics inside the Workout (dogsheep/healthkit-to-sqlite #23, open since 2023, tells of it); the
#   file's own DTD still lists totalDistance.
# Behaviour: Of a run of 10.2 km in 55 minutes, as iOS 15 wrote it, both give 55 and 10.2. As iOS 16 and later write it, both give 55 minutes, apple-health 0.0 and None
#   for the unit, healthkit-to-sqlite a table without the column. Energy is lost in the same way. No error, and no warning.
# Cost: A coach that spares the legs after long runs takes every run of the last years for one of no length, and of no energy; a test with an older file, or with the
#   attribute that the DTD lists, is right. Read the sum of the statistic whose type is the distance, and the attribute only where there is none.
# Seen: as iOS 15 wrote it: 55.0 and 10.2 km, '55' and '10.2'; as iOS 16 writes it: 55.0 and 0.0 without a unit, '55' and no column.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet apple-health==2.0.0 healthkit-to-sqlite==1.0.1 sqlite-utils==4.2.1
"$work/bin/python" -W ignore - "$work" <<'PY'
import subprocess
import sys
from pathlib import Path

import sqlite_utils
from health.data import HealthData

folder = Path(sys.argv[1])
HEAD = (
    '<ExportDate value="2026-03-04 08:00:00 +0100"/>'
    '<Me HKCharacteristicTypeIdentifierDateOfBirth="1990-01-01" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexNotSet"/>'
)
SPAN = 'startDate="2026-03-0{day} 07:00:00 +0100" endDate="2026-03-0{day} 07:55:00 +0100"'
RUN = (
    '<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="55" durationUnit="min" {sums}'
    f' sourceName="Watch" creationDate="2026-03-0{{day}} 07:56:00 +0100" {SPAN}>{{statistics}}</Workout>'
)
ATTRIBUTES = 'totalDistance="10.2" totalDistanceUnit="km" totalEnergyBurned="610" totalEnergyBurnedUnit="kcal"'
STATISTICS = (
    f'<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" {SPAN} sum="10.2" unit="km"/>'
    f'<WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" {SPAN} sum="610" unit="kcal"/>'
)


def export(name, sums, statistics):
    runs = "".join(
        RUN.format(day=day, sums=sums, statistics=statistics.format(day=day)) for day in (1, 3)
    )
    path = folder / f"{name}.xml"
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?><HealthData locale="de_DE">{HEAD}{runs}</HealthData>')
    return path


def read(path):
    run = HealthData.read(str(path)).workouts[0]
    database = path.with_suffix(".db")
    converter = Path(sys.executable).with_name("healthkit-to-sqlite")
    subprocess.run([converter, path, database, "--xml", "--silent"], check=True)
    row = next(iter(sqlite_utils.Database(database)["workouts"].rows))
    return {
        "apple-health": (run.duration, run.distance, run.distance_unit),
        "healthkit-to-sqlite": (row["duration"], row.get("totalDistance", "no column")),
    }


old = read(export("ios15", ATTRIBUTES, ""))
new = read(export("ios16", "", STATISTICS))
print(f"as iOS 15 wrote it: {old}")
print(f"as iOS 16 writes it: {new}")
if old != {"apple-health": (55.0, 10.2, "km"), "healthkit-to-sqlite": ("55", "10.2")}:
    sys.exit("Changed: the old form is read otherwise.")
if new != {"apple-health": (55.0, 0.0, None), "healthkit-to-sqlite": ("55", "no column")}:
    sys.exit("Changed: the new form is read.")
print("Still so.")
PY
