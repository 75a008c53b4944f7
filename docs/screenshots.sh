#!/usr/bin/env bash
# Draws the documentation's pictures anew: starts the portal with its lab in a temporary directory on free ports, drives Chromium over every page and
# writes docs/user/images/*.png.   docs/screenshots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
images=$(realpath -m "${1:-docs/user/images}")
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v pngquant >/dev/null; then
  echo "screenshots.sh: needs pngquant (apt-get install pngquant)" >&2
  exit 1
fi
dotnet build IspPortal.Tests -c Release -v quiet -clp:NoSummary

work=$(mktemp -d)
portal=
finish() {
  if [[ -n $portal ]]; then
    kill "$portal" 2>/dev/null || true
    wait "$portal" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

# Port 0 would do for the portal alone, but the address has to be known here.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export DOTNET_ENVIRONMENT=Development ASPNETCORE_ENVIRONMENT=Development
export Storage__DataDirectory=$work/data Lab__BasePort=0 Lab__BaseTlsPort=0
(cd "$work" && exec dotnet "$root/IspPortal.Web/bin/Release/net10.0/IspPortal.Web.dll" --urls "http://127.0.0.1:$port") >"$work/portal.log" 2>&1 &
portal=$!

# The lab writes a month of history behind the first poll; a picture before that would show half of it.
for ((second = 0; ; second++)); do
  grep -q 'Wrote the past month' "$work/portal.log" && break
  if ((second > 180)) || ! kill -0 "$portal" 2>/dev/null; then
    cat "$work/portal.log" >&2
    echo "screenshots.sh: the portal did not become ready" >&2
    exit 1
  fi
  sleep 1
done

mkdir -p "$work/images"
PORTAL_ADDRESS=http://127.0.0.1:$port PORTAL_SCREENS=$work/images \
  IspPortal.Tests/bin/Release/net10.0/IspPortal.Tests -explicit only -method IspPortal.Tests.Browser.PortalScreens.Draw_every_page -noColor

# A page has few colours: with a palette a picture is a third of its size, and looks the same.
pngquant --force --ext .png --skip-if-larger --strip --quality 80-100 "$work"/images/*.png || (($? == 98 || $? == 99))

bytes=$(cat "$work"/images/*.png | wc -c)
if ((bytes > 8000000)); then
  echo "screenshots.sh: $bytes bytes of pictures; at most 8,000,000 may be" >&2
  exit 1
fi
mkdir -p "$images"
rm -f "$images"/*.png
cp "$work"/images/*.png "$images"/
echo "$(ls "$images"/*.png | wc -l) pictures, $bytes bytes in $images"
