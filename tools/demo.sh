#!/usr/bin/env bash
# From nothing to answered queries: installs, builds, reads the sample articles into a fresh
# database, asks three questions and writes a GraphML file.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

demo="$yeon_root/build/demo"
yeon="$yeon_root/build/release/tools/yeon"

ask() {
  printf '\n%s\n\n' "$1"
  printf '  %s\n' "$2" | sed 's/^/  /'
  printf '\n'
  "$yeon" query --db "$demo/news" "$2"
}

step "Packages"
install_packages "${yeon_build_packages[@]}" "${yeon_dictionary_packages[@]}"
step "Korean dictionary"
fetch_dictionary
step "Build"
mkdir -p "$yeon_root/build"
configure_build
build_target yeon

step "Ten sample articles into a fresh database"
rm -rf "$demo"
mkdir -p "$demo"
"$yeon" ingest --db "$demo/news" "$yeon_root/tools/samples"

step "Three questions"
ask "Who leads which firm?" \
  "MATCH (p:Person)-[r:LEADS]->(f:Firm) WHERE r.modality = 'asserted' RETURN p.name AS person, r.title AS title, f.name AS firm ORDER BY firm, person"
ask "Which deals and alliances were only talk, and what became of them?" \
  "MATCH (a)-[r:MAY_ACQUIRE|MAY_PARTNER_WITH]->(b) RETURN a.name AS who, type(r) AS tie, b.name AS whom, r.modality AS state, r.stake_percent AS percent ORDER BY state, who, whom"
ask "Where is it written that something is denied?" \
  "MATCH (article:Article)-[:CLAIMS]->(c:Claim {modality: 'denied'})-[:OBJECT]->(o) RETURN o.name AS about, c.quote AS sentence, article.published AS published ORDER BY published"

step "Export"
"$yeon" export --db "$demo/news" --format graphml -o "$demo/news.graphml"

nodes="$("$yeon" query --db "$demo/news" --format csv 'MATCH (n) RETURN count(n)' | tail -n 1)"
ties="$("$yeon" query --db "$demo/news" --format csv 'MATCH ()-[r]->() RETURN count(r)' | tail -n 1)"
printf '\nDone in %s: ten articles became a graph of %s nodes and %s relationships, three questions\n' "$(elapsed)" "$nodes" "$ties"
printf 'were answered, and build/demo/news.graphml holds it all for Gephi, NetworkX or igraph.\n'
printf 'Go on with: build/release/tools/yeon shell --db build/demo/news\n'
