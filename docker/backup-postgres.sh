#!/usr/bin/env bash
# Backs up PostgreSQL while the application is at work: the dump is of one moment. Where the database is, the variables of every program of
# PostgreSQL say: PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSFILE.
#   docker/backup-postgres.sh /var/backups/baoxiu
# BAOXIU_BACKUP_KEEP=7 of them stay there.
set -euo pipefail
umask 077

directory=${1:?the directory of the backups}
keep=${BAOXIU_BACKUP_KEEP:-7}
mkdir -p "$directory"
file="$directory/baoxiu-$(date +%Y%m%d-%H%M%S).dump"
trap 'rm -f "$file.part"' EXIT

pg_dump --format=custom --no-owner --no-privileges --file="$file.part"
# what cannot be read is no backup
pg_restore --list "$file.part" >/dev/null
mv "$file.part" "$file"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=place="$file" <<'SQL'
insert into backup_made (made_at, place) values (timezone('Asia/Shanghai', now()), left(:'place', 300));
SQL
find "$directory" -maxdepth 1 -name 'baoxiu-????????-??????.dump' | sort -r | tail -n "+$((keep + 1))" | xargs -r rm --
echo "$file"
