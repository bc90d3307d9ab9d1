#!/usr/bin/env bash
# Whether this node can take requests. The image has no program that asks a web server, and needs none for one line.
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-8081}" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r answer <&3
[[ $answer == *' 200'* ]]
