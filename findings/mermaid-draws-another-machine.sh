#!/usr/bin/env bash
# Finding: A state whose name has a space makes transitions write a diagram that mermaid draws, without an error, as another machine.
# Version: transitions 0.9.3 (PyPI), mermaid 11.17.2 and jsdom 26.1.0 (npm)
# Source: transitions/extensions/diagrams_mermaid.py, which uses the name as the identifier; mermaid's grammar for stateDiagram-v2.
# Behaviour: "idle --> changing sides: go" is read as an arrow to a state "changing" and a lone state "sides". Names such as "note" or "rest-left"
#   are refused instead, and "hold" is fine.
# Cost: The documentation's picture of the workflow is wrong, and the page that shows it looks healthy.
# Seen: three states idle, changing, sides; one arrow idle → changing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet transitions==0.9.3
npm install --silent --no-audit --no-fund --prefix "$work/js" mermaid@11.17.2 jsdom@26.1.0
cd "$work/js"
"$work/py/bin/python" - > machine.mmd <<'PY'
from transitions.extensions import GraphMachine

machine = GraphMachine(
    states=["idle", "changing sides"],
    transitions=[["go", "idle", "changing sides"]],
    initial="idle",
    auto_transitions=False,
    graph_engine="mermaid",
)
text = machine.get_graph().draw(None)
print("stateDiagram-v2\n" + "\n".join(line for line in text.splitlines() if "-->" in line and "[*]" not in line))
PY
cat machine.mmd
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });
const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync("machine.mmd", "utf8"));
const states = [...db.getStates().keys()].join(", ");
const arrows = db.getRelations().map(({ id1, id2 }) => `${id1} → ${id2}`).join(", ");
console.log(`states: ${states}; arrows: ${arrows}`);
if (states !== "idle, changing, sides" || arrows !== "idle → changing") {
  console.error("Changed: mermaid refuses the name, or draws it right.");
  process.exit(1);
}
console.log("Still so.");
JS
node read.mjs
