#!/usr/bin/env bash
# Writes into docker/.env what the tags of the images mean today, so that the next start uses the same ones. Again for newer ones.
set -euo pipefail
cd "$(dirname "$0")"
pin() { printf '%s=%s@%s\n' "$1" "$2" "$(docker buildx imagetools inspect "$2" --format '{{.Manifest.Digest}}')"; }
{
  pin BUILD_IMAGE maven:3.9-eclipse-temurin-17
  pin RUN_IMAGE eclipse-temurin:17-jre
  pin POSTGRES_IMAGE postgres:15
  pin CADDY_IMAGE caddy:2
} >.env.new
grep -v -E '^(BUILD|RUN|POSTGRES|CADDY)_IMAGE=' .env >>.env.new 2>/dev/null || true
mv .env.new .env
cat .env
