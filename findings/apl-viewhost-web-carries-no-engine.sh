#!/usr/bin/env bash
# Finding: Amazon's npm package of the APL renderer for browsers contains no renderer: it is fetched from another host while it is being installed.
# Version: apl-viewhost-web 2024.3.0 (npm)
# Source: the package's package.json: main is ./index.js, scripts.preinstall runs scripts/fetch.js.
# Behaviour: The published archive has TypeScript and C++ sources, and neither index.js nor a .wasm. With install scripts off, as many builds have them,
#   the install succeeds and require() fails; with a registry mirror alone the install fails.
# Cost: A page that shows the document as a device would cannot be built from the registry, and a lock file pins nothing of what runs.
# Seen: preinstall "node ./scripts/fetch.js", main ./index.js, which is not in the archive; 0 .wasm files.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent apl-viewhost-web@2024.3.0 > /dev/null
tar xzf apl-viewhost-web-2024.3.0.tgz
main=$(node -p 'require("./package/package.json").main')
preinstall=$(node -p 'require("./package/package.json").scripts.preinstall')
there=$([ -e "package/$main" ] && echo yes || echo no)
wasm=$(find package -name '*.wasm' | wc -l)
seen="main $main, in the archive: $there; .wasm files: $wasm; preinstall: $preinstall"
echo "$seen"
if [ "$seen" != "main ./index.js, in the archive: no; .wasm files: 0; preinstall: node ./scripts/fetch.js" ]; then
  echo "Changed: the archive holds something else." >&2
  exit 1
fi
echo "Still so."
