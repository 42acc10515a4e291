#!/usr/bin/env bash
# Finding: Two of the 17 locales that Alexa sends, ar-SA and en-CA, are no language codes of Amazon's own Polly, where Modern Standard Arabic is "arb".
# Version: botocore 1.44.8 (PyPI), its copy of Polly's service description
# Source: Polly's service description, shape LanguageCode; Amazon's list of locales for custom skills.
# Behaviour: The other 15 are the same word in both services. botocore checks no enumeration, so the wrong code leaves the machine and comes back as an
#   error of Polly's when the first runner with that locale trains.
# Cost: Code that hands request.locale to Polly works in every country where it is tried and in two where it is not.
# Seen: ar-SA, en-CA not among the codes; arb is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet botocore==1.44.8
AWS_CONFIG_FILE=none "$work/bin/python" - <<'PY'
import sys

import botocore.session

ALEXA = "ar-SA de-DE en-AU en-CA en-GB en-IN en-US es-ES es-MX es-US fr-CA fr-FR hi-IN it-IT ja-JP nl-NL pt-BR".split()
polly = botocore.session.get_session().get_service_model("polly").shape_for("LanguageCode").enum
unknown = [locale for locale in ALEXA if locale not in polly]
print(f"of {len(ALEXA)} locales of Alexa's Polly does not know {unknown}; 'arb' is known: {'arb' in polly}")
if unknown != ["ar-SA", "en-CA"] or "arb" not in polly:
    sys.exit("Changed: Polly knows other codes.")
print("Still so.")
PY
