#!/usr/bin/env bash
# Adds one migration of the same name for every provider: build/add-migration.sh NAME
set -euo pipefail
name="${1:?usage: build/add-migration.sh NAME}"
cd "$(dirname "$0")/.."
dotnet tool restore --tool-manifest dotnet-tools.json > /dev/null
dotnet build IspPortal.Infrastructure -p:RunAnalyzers=false --nologo -v quiet
for provider in Sqlite Postgres SqlServer; do
  dotnet dotnet-ef migrations add "$name" --no-build -p IspPortal.Infrastructure -s IspPortal.Infrastructure \
    -c "${provider}PortalDbContext" -o "Persistence/Migrations/$provider"
done
