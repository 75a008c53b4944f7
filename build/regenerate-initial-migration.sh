#!/usr/bin/env bash
# Until the first release there is one migration, Initial, per provider: this drops and makes it again. Afterwards: add-migration.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf IspPortal.Infrastructure/Persistence/Migrations
exec build/add-migration.sh Initial
