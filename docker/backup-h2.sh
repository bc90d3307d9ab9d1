#!/usr/bin/env bash
# Backs up the H2 database of the application while it is at work, and says so on 运行状况. The file is where baoxiu.backup.directory says.
#   BAOXIU_URL=http://localhost:8080 docker/backup-h2.sh
# Name and password of an administrator come from the standard input, each in a line, or are asked for.
set -euo pipefail

url=${BAOXIU_URL:-http://localhost:8080}
[[ -t 0 ]] && printf 'administrator and password, each in a line:\n' >&2
read -r name
if [[ -t 0 ]]; then read -rs password; else read -r password; fi
quoted() { local word=${1//\\/\\\\}; printf '%s' "${word//\"/\\\"}"; }

# the password is no argument: whoever lists the processes would see it
status=$(printf 'user = "%s:%s"\n' "$(quoted "$name")" "$(quoted "$password")" |
  curl --config - --silent --show-error --output /dev/null --write-out '%{http_code}' \
    --header "Origin: $url" --request POST "$url/operations-keep/backup")
case $status in
  302) echo "backed up" ;;
  401 | 403) echo "this login may not back up" >&2; exit 1 ;;
  *) echo "no backup: the application answers $status; its log says why" >&2; exit 1 ;;
esac
