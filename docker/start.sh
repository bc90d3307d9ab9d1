#!/usr/bin/env bash
# Starts the application without a container, in half of the time that the jar by itself takes: from its extracted layout, with an archive of
# its classes. Both are made at the first start of a jar, which takes a minute longer, and again for a new jar or another Java.
#   start.sh baoxiu.jar --server.port=8080
# JAVA_OPTIONS is for the virtual machine, BAOXIU_LAYOUTS says where layouts are kept (.layout beside the jar).
set -euo pipefail

jar=$(readlink -f "${1:?the jar}")
shift
layouts=${BAOXIU_LAYOUTS:-$(dirname "$jar")/.layout}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
layout=$layouts/$({ sha256sum <"$jar"; "$java" -version 2>&1; } | sha256sum | cut -c 1-16)

if [[ ! -f $layout/baoxiu.jsa ]]; then
  echo "extracting $jar"
  new=$layouts/new.$$
  trap 'rm -rf "$new"' EXIT
  mkdir -p "$new"
  cp "$jar" "$new/baoxiu.jar"
  "$java" -Djarmode=tools -jar "$new/baoxiu.jar" extract --destination "$new/application"
  # ends before anything starts; its database is nobody's
  (cd "$new/application" && "$java" -XX:ArchiveClassesAtExit=baoxiu.jsa -Dspring.context.exit=onRefresh -jar baoxiu.jar \
    --spring.profiles.active=demo --spring.datasource.url=jdbc:h2:mem:classes >/dev/null 2>&1) || true
  [[ -f $new/application/baoxiu.jsa ]] || { echo "no archive of classes: the start is slower" >&2; : >"$new/application/baoxiu.jsa"; }
  find "$layouts" -mindepth 1 -maxdepth 1 ! -name "new.$$" -exec rm -rf {} +
  mv "$new/application" "$layout"
  rm -rf "$new"
  trap - EXIT
fi
archive=()
[[ -s $layout/baoxiu.jsa ]] && archive=("-XX:SharedArchiveFile=$layout/baoxiu.jsa")
# shellcheck disable=SC2086 # several options in one variable
exec "$java" "${archive[@]}" -XX:+ExitOnOutOfMemoryError ${JAVA_OPTIONS:-} -jar "$layout/baoxiu.jar" "$@"
