#pragma once

#include <filesystem>
#include <string_view>

#include "export/graph_source.h"

namespace yeon::tools {

class OutputFile;

/// Each writes a whole graph to `out`, streaming: nothing is kept but what is said below.

/// GraphML 1.0, as NetworkX, igraph, Gephi and yEd read it. Walks the graph twice: first for the
/// keys, which stand before the graph, one type for each: boolean, long, double (integers and
/// floats mixed, where every integer is exact as a double), else string. Lists, maps and points
/// are JSON text, temporal values their Cypher text. A node has `labels`, a JSON list; a
/// relationship `type`; where a property has that name, an underscore goes before ours. Characters
/// that XML cannot hold become U+FFFD.
Status export_graphml(const GraphSource& graph, OutputFile& out);

/// One JSON object a line: {"type":"node","id","labels","properties"}, then
/// {"type":"relationship","id","label","start","end","properties"}.
Status export_jsonl(const GraphSource& graph, OutputFile& out);

/// openCypher statements that make the same graph in an empty database.
Status export_cypher(const GraphSource& graph, OutputFile& out);

/// Graphviz: nodes by name (else by label), relationships by type.
Status export_dot(const GraphSource& graph, OutputFile& out);

/// Two files in `folder`, nodes.csv and relationships.csv, with the header of neo4j-admin's import
/// (:ID, :LABEL, :START_ID, :END_ID, :TYPE, name:type). Walks the graph twice, for the keys.
Status export_csv(const GraphSource& graph, const std::filesystem::path& folder);

}  // namespace yeon::tools
