"""Every finding has its form, and the table tells them all. Running them needs the network, and is no test."""

import os
import re
from pathlib import Path

from docs_pages import ROOT

FINDINGS = ROOT / "findings"
SCRIPTS = sorted(FINDINGS.glob("*.sh"))
FIELDS = ["Finding", "Version", "Source", "Behaviour", "Cost", "Seen"]
TABLE_HEAD = "| finding | library and version | the surprise | what it costs |\n|---|---|---|---|\n"

_FIELD = re.compile(r"^# (?=[A-Z][a-z]+: )", re.MULTILINE)
_INSTALLING = re.compile(r"(?:pip\" install|pip\" download|npm install|npm pack)[^\n]*")
_PINNED = re.compile(r"[\w.@/\[\]\"-]+(?:==|@)\d[\w.]*")


def header(script: Path) -> dict[str, str]:
    """The fields at the top of a finding, each as one line."""
    lines = script.read_text(encoding="utf-8").split("set -euo pipefail")[0].splitlines()[1:]
    fields = _FIELD.split("\n".join(lines))[1:]
    return {
        name: re.sub(r"\s*\n#\s*", " ", text).strip()
        for name, text in (field.split(": ", 1) for field in fields)
    }


def row(script: Path) -> str:
    """The line of the table that tells of a finding."""
    told = header(script)
    cells = [told["Version"], told["Finding"], told["Cost"]]
    return " | ".join(
        [f"| [{script.stem}]({script.name})", *(cell.replace("|", r"\|") for cell in cells)]
    )


def test_a_finding_says_at_its_top_what_it_is() -> None:
    assert SCRIPTS
    for script in SCRIPTS:
        told = header(script)
        assert list(told) == FIELDS, script
        assert all(told.values()), script


def test_a_finding_can_be_run() -> None:
    for script in SCRIPTS:
        assert os.access(script, os.X_OK), script
        text = script.read_text(encoding="utf-8")
        assert text.startswith("#!/usr/bin/env bash\n# Finding: "), script


def test_a_finding_leaves_nothing_behind_and_fails_when_the_claim_no_longer_holds() -> None:
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        assert "\nset -euo pipefail\n" in text, script
        assert "work=$(mktemp -d)\n" in text, script
        assert re.search(r"^trap '.*rm -rf \"\$work\"' EXIT$", text, re.MULTILINE), script
        assert "Changed" in text, script
        assert "Still so." in text, script


def test_a_finding_installs_pinned_packages_and_nothing_of_ours() -> None:
    for script in SCRIPTS:
        body = script.read_text(encoding="utf-8").split("set -euo pipefail")[1]
        assert not re.search(r"^\s*(?:import|from) skill\b", body, re.MULTILINE), script
        installed = _INSTALLING.findall(body)
        assert installed, script
        for installing in installed:
            assert _PINNED.search(installing) or '"$package"' in installing, (script, installing)


def test_the_table_lists_every_finding_in_its_own_words() -> None:
    told = (FINDINGS / "README.md").read_text(encoding="utf-8")
    assert told.endswith(TABLE_HEAD + "".join(f"{row(script)} |\n" for script in SCRIPTS))
