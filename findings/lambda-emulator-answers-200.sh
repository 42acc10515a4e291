#!/usr/bin/env bash
# Finding: AWS's Lambda emulator answers HTTP 200 to a function that raised and to one that ran out of time, and leaves out the header that tells.
# Version: aws-lambda-rie in aws-sam-cli 1.170.0, awslambdaric 4.2.2 (PyPI), x86_64 or arm64 Linux
# Source: AWS Lambda's Invoke API: errors are told by the response header X-Amz-Function-Error; the emulator's /2015-03-31/functions/function/invocations.
# Behaviour: Lambda too has status 200 there, but with X-Amz-Function-Error. The emulator never sends it: an error is a JSON object with errorType,
#   a timeout the plain text "Task timed out after 1.00 seconds", which is not even JSON.
# Cost: An end-to-end test that looks at status and header, as it must on AWS, passes for a skill that answers nothing.
# Seen: fine, raises and slow: status 200, no header; the bodies differ.
set -euo pipefail
work=$(mktemp -d)
emulator=""
trap '[ -z "$emulator" ] || kill "$emulator" 2> /dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet awslambdaric==4.2.2
"$work/py/bin/pip" download --quiet --no-deps --dest "$work/sam" aws-sam-cli==1.170.0
case $(uname -m) in aarch64 | arm64) machine=arm64 ;; *) machine=x86_64 ;; esac
"$work/py/bin/python" -m zipfile -e "$work"/sam/*.whl "$work/sam"
cp "$work/sam/samcli/local/rapid/aws-lambda-rie-$machine" "$work/rie"
chmod +x "$work/rie"
cat > "$work/skill.py" <<'PY'
import time


def fine(event, context):
    return {"answer": "ready"}


def raises(event, context):
    raise ValueError("no plan")


def slow(event, context):
    time.sleep(3)
PY
cat > "$work/ask.py" <<'PY'
import sys
import time
import urllib.error
import urllib.request

url = f"http://127.0.0.1:{sys.argv[1]}/2015-03-31/functions/function/invocations"
for _ in range(50):
    try:
        with urllib.request.urlopen(url, b"{}", timeout=20) as answer:
            said = answer.read().decode()
            kind = "timed out" if said.startswith("Task timed out") else "errorType" if "errorType" in said else said
            print(f"{answer.status} {answer.headers['X-Amz-Function-Error']} {kind}")
        break
    except urllib.error.URLError:
        time.sleep(0.1)
PY
seen=""
for handler in fine raises slow; do
  read -r door runtime < <("$work/py/bin/python" -c '
import socket
a, b = socket.socket(), socket.socket()
a.bind(("127.0.0.1", 0)); b.bind(("127.0.0.1", 0))
print(a.getsockname()[1], b.getsockname()[1])')
  (cd "$work" && AWS_LAMBDA_FUNCTION_TIMEOUT=1 LAMBDA_TASK_ROOT=$work PYTHONPATH=$work exec ./rie \
    --runtime-interface-emulator-address "127.0.0.1:$door" --runtime-api-address "127.0.0.1:$runtime" \
    py/bin/python -m awslambdaric "skill.$handler") > "$work/log" 2>&1 &
  emulator=$!
  seen+="$handler: $("$work/py/bin/python" "$work/ask.py" "$door")"$'\n'
  kill "$emulator" 2> /dev/null || true
  wait "$emulator" 2> /dev/null || true
  emulator=""
done
echo -n "$seen"
if [ "$seen" != 'fine: 200 None {"answer": "ready"}
raises: 200 None errorType
slow: 200 None timed out
' ]; then
  echo "Changed: the emulator tells failures in another way." >&2
  exit 1
fi
echo "Still so."
