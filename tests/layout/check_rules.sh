#!/usr/bin/env bash
# Rules of the source tree that no compiler checks. Prints each breach and fails if there is one.
set -euo pipefail
cd "$1"

modules=(storage graph query ingest tools tests)
breaches=0

# breach TEXT: tells one.
breach() { printf '%s\n' "$1"; breaches=$((breaches + 1)); }

# forbid WHY PATTERN FOLDER...: no source file below the folders has a line like that.
forbid() {
  local why="$1" pattern="$2" line
  shift 2
  while IFS= read -r line; do breach "$why: $line"; done < <(
    grep -rnE "$pattern" --include='*.h' --include='*.cpp' "$@" 2>/dev/null || true)
}

forbid 'an include climbs out of its folder' '^ *# *include *"\.\./' "${modules[@]}"
forbid 'RocksDB stays inside storage' '^ *# *include *[<"]rocksdb/' graph query ingest tools tests
forbid 'a library prints' 'std::(cout|cerr)|\bprintf\(|fmt::print' \
  storage/codec storage/segment storage/engine graph query/parser query/execute query/plan query/bind
forbid 'using namespace in a header' '^ *using namespace .*;.*$' --exclude='*.cpp' "${modules[@]}"

while IFS= read -r header; do
  grep -q '^#pragma once' "$header" || breach "no #pragma once: $header"
done < <(find "${modules[@]}" -name '*.h')

for folder in "${modules[@]}" tests/e2e tests/layout; do
  [ ! -d "$folder" ] || [ -f "$folder/README.md" ] || breach "no README.md: $folder"
done

[ "$breaches" -eq 0 ] || { printf '%d breaches\n' "$breaches"; exit 1; }
echo "the rules are kept"
