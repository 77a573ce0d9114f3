#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

step "Packages"
install_packages "${yeon_build_packages[@]}" "${yeon_test_packages[@]}" "${yeon_dictionary_packages[@]}"
step "Korean dictionary"
fetch_dictionary
step "Build"
mkdir -p "$yeon_root/build"
configure_build
build_target

step "Tests"
status=0
(cd "$yeon_root" && ctest --preset release --parallel "$(nproc)") || status=$?
if [ "$status" -ne 0 ]; then
  printf '\nSome tests failed after %s; ctest lists them above.\n' "$(elapsed)"
  exit "$status"
fi
if [ -f "$yeon_dictionary/sys.dic" ]; then with="with and without the Korean dictionary"
else with="without the Korean dictionary, which could not be had"; fi
printf '\nDone in %s: everything builds without warnings and all tests pass, %s.\n' "$(elapsed)" "$with"
