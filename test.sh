#!/usr/bin/env bash
# Installs what the tests need (where it can), builds, and runs everything. The last line is the count.
#   ./test.sh          everything at small counts
#   ./test.sh --full   the counts that the work itself names: storms, kills, a million mutated replies
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

full=0
for argument in "$@"; do
  case "$argument" in
    --full) full=1 ;;
    -h|--help) sed -n '2,5p' "$0"; exit 0 ;;
    *) echo "test.sh: unknown argument $argument" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# Thousands of short tests: most code runs a few times, and compiling it a second time, better, costs more than it gains.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=400

say() { printf '\n== %s\n' "$*"; }

# What a test needs from outside. A test whose need is not met says so and is skipped.
needed=()
command -v chromium >/dev/null 2>&1 || needed+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || needed+=(postgresql)
/usr/bin/python3 -c 'import librouteros' >/dev/null 2>&1 || needed+=(python3-librouteros)
if ((${#needed[@]})); then
  if command -v apt-get >/dev/null 2>&1 && { [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null; }; then
    say "Installing ${needed[*]}"
    as_root=(); [[ $EUID -eq 0 ]] || as_root=(sudo -n)
    "${as_root[@]}" apt-get update -qq || echo "apt-get update failed; trying with the lists that are there"
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${needed[@]}" >/dev/null || echo "Could not install ${needed[*]}: their tests will be skipped"
  else
    echo "Missing and not installable here: ${needed[*]}. Their tests will be skipped."
  fi
fi

# Bills are printed in half the time by it; where there is none the whole browser prints.
if [[ ! -x /usr/lib/chromium/chromium-headless-shell && ( $EUID -eq 0 || -n $(sudo -n true 2>/dev/null && echo yes) ) ]] && command -v apt-get >/dev/null 2>&1; then
  as_root=(); [[ $EUID -eq 0 ]] || as_root=(sudo -n)
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null 2>&1 || true
fi

clients=IspPortal.Tests/Lab/OutsideClients
if [[ -f $clients/package-lock.json && ! $clients/node_modules/.package-lock.json -nt $clients/package-lock.json ]] && command -v npm >/dev/null 2>&1; then
  say "Installing the outside RouterOS clients"
  (cd "$clients" && npm ci --no-audit --no-fund --loglevel=error) || echo "npm ci failed: their tests will be skipped"
fi

say "Building"
dotnet build IspPortal.sln -c Release --disable-build-servers -clp:NoSummary -v minimal

say "Testing"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
if ((full)); then
  export ISPPORTAL_FULL=1 ISPPORTAL_FUZZ=1000000
fi
status=0
IspPortal.Tests/bin/Release/net10.0/IspPortal.Tests -noColor -xml "$results/tests.xml" || status=$?

if [[ ! -s $results/tests.xml ]]; then
  echo "The test run ended without results (exit $status)." >&2
  exit 1
fi

# Sums one attribute over the <assembly> elements of the result file.
sum() { grep -o '<assembly [^>]*>' "$results/tests.xml" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum passed)
failed=$(($(sum failed) + $(sum errors)))
skipped=$(sum skipped)

# Which ones failed, and why, right before the count: a log that is cut keeps its end.
if ((failed)); then
  say "Failed"
  awk -v RS='<' '
    function text(s) { gsub(/&#x0?A;|&#10;/, "\n", s); gsub(/&lt;/, "<", s); gsub(/&gt;/, ">", s); gsub(/&quot;|&#x22;/, "\"", s); gsub(/&apos;|&#39;/, "\047", s); gsub(/&amp;/, "\\&", s); return s }
    function attribute(tag, name) { return match(tag, " " name "=\"[^\"]*\"") ? text(substr(tag, RSTART + length(name) + 3, RLENGTH - length(name) - 4)) : "" }
    /^(test|error) / { named = attribute($0, "name"); if (named == "") named = attribute($0, "type") }
    /^failure[ >]/ { print named }
    /^error / { print named }
    /^message>/ { message = substr($0, 9); reading = 1; next }
    /^\/message>/ { gsub(/\]\]>/, "", message); message = text(message); gsub(/\n/, "\n    ", message); print "    " message; reading = 0 }
    # Where in our own tests it was.
    /^stack-trace>/ { tracing = 1 }
    /^\/stack-trace>/ { tracing = 0 }
    tracing { n = split(text($0), frames, "\n"); shown = 0; for (i = 1; i <= n && shown < 4; i++) if (match(frames[i], /IspPortal\.Tests\/[^:]*:line [0-9]+/)) { print "    at " substr(frames[i], RSTART, RLENGTH); shown++ } }
    reading { message = message (sub(/^!\[CDATA\[/, "") ? "" : "<") $0 }
  ' "$results/tests.xml" | cut -c1-500
fi

# Where the time goes: a suite that grows must say what it waits for.
say "Slowest classes, seconds of work"
grep -o '<test [^>]*>' "$results/tests.xml" | awk '
    function attribute(tag, name) { return match(tag, " " name "=\"[^\"]*\"") ? substr(tag, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    { seconds[attribute($0, "type")] += attribute($0, "time") }
    END { for (type in seconds) printf "%8.1f %s\n", seconds[type], type }' | sort -rn | sed -n '1,15p'

echo
echo "$passed passed, $failed failed, $skipped skipped"
[[ $status -eq 0 && $failed -eq 0 && $passed -gt 0 ]]
