#!/usr/bin/env bash
# Tests the interface for programs against its own description with schemathesis.
# Run by `./test api`: api.sh VENV LOGS, with SELOSTE_DEMO holding what the demo printed.

set -euo pipefail
readonly venv=$1 logs=$2 report=$2/api.xml
# Enough to reach every parameter of every operation, few enough for every day.
readonly examples=${SELOSTE_API_EXAMPLES:-30}

told() { "$venv/bin/python" -c 'import json, os, sys; print(json.loads(os.environ["SELOSTE_DEMO"])[sys.argv[1]])' "$1"; }
address=$(told address)
SELOSTE_API_TOKEN=$(told api_token)
export SELOSTE_API_TOKEN
config=$(dirname "${BASH_SOURCE[0]}")/schemathesis.toml

rm -f "$report"
code=0
"$venv/bin/schemathesis" --config-file "$config" run "${address%/}/api/v1/openapi.json" \
  --checks all --phases examples,coverage,fuzzing,stateful --max-examples "$examples" \
  --generation-deterministic \
  --request-timeout 20 --continue-on-failure --no-color \
  --report junit --report-junit-path "$report" --report-dir "$logs" || code=$?

"$venv/bin/python" - "$report" "$code" << 'PYTHON'
import sys
from xml.etree import ElementTree

try:
    suites = ElementTree.parse(sys.argv[1]).getroot().iter("testsuite")
except (OSError, ElementTree.ParseError):
    suites = ()
total = bad = 0
for suite in suites:
    total += int(suite.get("tests", 0))
    bad += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
bad = min(bad, total)
if not total or (sys.argv[2] != "0" and not bad):
    bad = max(bad, 1)
print(f"api: {max(total - bad, 0)} passed, {bad} failed")
sys.exit(1 if bad else 0)
PYTHON
