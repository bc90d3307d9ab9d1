#!/usr/bin/env bash
# Restores a backup of PostgreSQL into a database that is empty: PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSFILE say which.
#   createdb baoxiu_new && PGDATABASE=baoxiu_new docker/restore-postgres.sh /var/backups/baoxiu/baoxiu-20261129-030000.dump
# The application that starts on it sends nothing until an administrator confirms on 运行状况 that it is the real one.
set -euo pipefail

file=${1:?the backup}
sql() { psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --command="$1"; }

if [[ $(sql "select count(*) from information_schema.tables where table_schema = 'public'") != 0 ]]; then
  echo "nothing is restored: the database is not empty" >&2
  exit 1
fi
pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="${PGDATABASE:?}" "$file"
sql "update installation set place = 'restored'"
sql "analyze"
