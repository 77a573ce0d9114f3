"""What is exported is read back by other programs with the same counts and values."""

import csv
import json

import igraph
import networkx

from program import SAMPLES, ProgramTest, main

NASTY = [
    "", " ", "a<b>&\"c'", "line\nbreak", "tab\tand\rreturn", "]]>", "&amp;", "<!-- -->",
    "한국어 🙂", "e\u0301 \u202e", "null\x01byte\x1f", "\ufffe\uffff", "back\\slash", "a;b,c|d",
]
# XML 1.0 holds no other control characters, nor U+FFFE and U+FFFF.
XML_TEXT = {text: "".join(c if c in "\t\n\r" or c >= " " and c not in "\ufffe\uffff" else "\ufffd"
                          for c in text) for text in NASTY}


class GraphMl(ProgramTest):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "graph.graphml"

    def export(self, *options):
        self.yeon("export", "--db", self.db, "--format", "graphml", "-o", self.file, *options)
        return networkx.read_graphml(self.file, force_multigraph=True)

    def create(self, statement, **parameters):
        options = [w for k, v in parameters.items() for w in ("--param", f"{k}={json.dumps(v)}")]
        self.yeon("query", "--db", self.db, "--create", *options, statement)

    def test_samples_have_the_same_counts_and_values_in_both_readers(self):
        self.yeon("ingest", "--db", self.db, SAMPLES)
        nodes = self.value("MATCH (n) RETURN count(n)")
        ties = self.value("MATCH ()-[r]->() RETURN count(r)")
        names = sorted(self.rows("MATCH (f:Firm) RETURN f.name"))
        by_networkx = self.export()
        self.assertEqual(by_networkx.number_of_nodes(), nodes)
        self.assertEqual(by_networkx.number_of_edges(), ties)
        firms = [d for _, d in by_networkx.nodes(data=True) if "Firm" in json.loads(d["labels"])]
        self.assertEqual(sorted((d["name"],) for d in firms), names)
        by_igraph = igraph.Graph.Read_GraphML(str(self.file))
        self.assertEqual(by_igraph.vcount(), nodes)
        self.assertEqual(by_igraph.ecount(), ties)
        self.assertTrue(by_igraph.is_directed())
        firms = [v for v in by_igraph.vs if "Firm" in json.loads(v["labels"])]
        self.assertEqual(sorted((v["name"],) for v in firms), names)

    def test_nasty_strings_survive(self):
        self.create("UNWIND range(0, size($texts) - 1) AS i CREATE (:N {i: i, text: $texts[i]})",
                    texts=NASTY)
        expected = {i: XML_TEXT[text] for i, text in enumerate(NASTY)}
        graph = self.export()
        self.assertEqual({d["i"]: d.get("text") or "" for _, d in graph.nodes(data=True)}, expected)
        by_igraph = igraph.Graph.Read_GraphML(str(self.file))
        self.assertEqual({int(v["i"]): v["text"] for v in by_igraph.vs}, expected)

    def test_each_key_has_one_type_declared_before_the_graph(self):
        self.create("CREATE (:A {b: true, i: 9007199254740993, f: 0.1, mixed: 1, text: 'x', "
                    "list: [1, 'two', true], day: date('2025-03-11'), numbers: 1})"
                    "-[:T {since: 2001, w: 0.5}]->(:B {mixed: 'one', numbers: 2.5})")
        graph = self.export()
        (a,) = [d for _, d in graph.nodes(data=True) if json.loads(d["labels"]) == ["A"]]
        (b,) = [d for _, d in graph.nodes(data=True) if json.loads(d["labels"]) == ["B"]]
        self.assertIs(a["b"], True)
        self.assertEqual(a["i"], 9007199254740993)
        self.assertEqual(a["f"], 0.1)
        self.assertEqual((a["mixed"], b["mixed"]), ("1", "one"))
        self.assertEqual((a["numbers"], b["numbers"]), (1.0, 2.5))
        self.assertEqual(json.loads(a["list"]), [1, "two", True])
        self.assertEqual(a["day"], "2025-03-11")
        ((_, _, edge),) = graph.edges(data=True)
        self.assertEqual((edge["type"], edge["since"], edge["w"]), ("T", 2001, 0.5))
        text = self.file.read_text(encoding="utf-8")
        self.assertLess(text.rindex("<key"), text.index("<graph "))

    def test_properties_named_like_our_own_attributes_keep_their_names(self):
        self.create("CREATE (:A {labels: 'mine', id: 'x'})-[:T {type: 'its', id: 7}]->(:A)")
        graph = self.export()
        (node,) = [d for _, d in graph.nodes(data=True) if "labels" in d]
        self.assertEqual((node["labels"], node["_labels"]), ("mine", '["A"]'))
        ((_, _, edge),) = graph.edges(data=True)
        self.assertEqual((edge["type"], edge["_type"]), ("its", "T"))

    def test_parallel_ties_and_loops_stay(self):
        self.create("CREATE (a:A), (b:A) CREATE (a)-[:T {n: 1}]->(b), (a)-[:T {n: 2}]->(b), (a)-[:T {n: 3}]->(a)")
        self.assertEqual(sorted(d["n"] for _, _, d in self.export().edges(data=True)), [1, 2, 3])

    def test_special_floats(self):
        self.create("CREATE (:A {x: 0.0 / 0.0, y: 1.0 / 0.0, z: -1.0 / 0.0, w: 1e-320})")
        ((_, node),) = self.export().nodes(data=True)
        self.assertNotEqual(node["x"], node["x"])
        self.assertEqual((node["y"], node["z"], node["w"]), (float("inf"), float("-inf"), 1e-320))

    def test_an_empty_database(self):
        self.create("CREATE (n:A) DELETE n")
        graph = self.export()
        self.assertEqual(graph.number_of_nodes(), 0)

    def test_only_what_a_query_returns(self):
        self.create("CREATE (:A {n: 1})-[:T]->(:B {n: 2}), (:C {n: 3})")
        graph = self.export("--query", "MATCH ()-[r:T]->() RETURN r")
        self.assertEqual(sorted(d["n"] for _, d in graph.nodes(data=True)), [1, 2])
        self.assertEqual(graph.number_of_edges(), 1)

    def test_many_groups_are_streamed_in_full(self):
        self.create("UNWIND range(1, 5000) AS i CREATE (:N {i: i})")
        self.create("MATCH (a:N), (b:N {i: 1}) WHERE a.i % 2 = 0 CREATE (a)-[:T {i: a.i}]->(b)")
        graph = self.export()
        self.assertEqual(sorted(d["i"] for _, d in graph.nodes(data=True)), list(range(1, 5001)))
        self.assertEqual(sorted(d["i"] for _, _, d in graph.edges(data=True)), list(range(2, 5001, 2)))
        self.assertEqual(len({target for _, target in graph.edges()}), 1)


class OtherFormats(ProgramTest):
    STATEMENT = ("CREATE (a:Firm:`Odd label` {name: 'KT', `odd key`: 'it''s', n: 1, x: 0.5, "
                 "ok: true, list: ['a', 'b'], day: date('2025-03-11'), at: datetime('2025-03-11T09:30+09:00'), "
                 "where: point({x: 1, y: 2})})-[:`ODD TYPE` {since: duration('P1M')}]->(:Firm {name: '카카오'}), ({n: 2})")

    def setUp(self):
        super().setUp()
        self.yeon("query", "--db", self.db, "--create", self.STATEMENT.replace("it''s", "it\\'s"))

    def everything(self, db):
        nodes = self.rows("MATCH (n) RETURN labels(n) AS l, properties(n) AS p", db=db)
        ties = self.rows("MATCH (a)-[r]->(b) RETURN a.name AS a, type(r) AS t, properties(r) AS p, b.name AS b", db=db)
        return sorted(map(str, nodes)), sorted(map(str, ties))

    def test_cypher_makes_the_same_graph(self):
        script = self.folder / "graph.cypher"
        self.yeon("export", "--db", self.db, "--format", "cypher", "-o", script)
        other = self.folder / "other"
        self.yeon("query", "--db", other, "--create", "--file", script)
        self.assertEqual(self.everything(other), self.everything(self.db))

    def test_jsonl_is_one_object_a_line(self):
        lines = [json.loads(line) for line in
                 self.yeon("export", "--db", self.db, "--format", "jsonl").out.splitlines()]
        self.assertEqual([line["type"] for line in lines], ["node"] * 3 + ["relationship"])
        firm = next(line for line in lines if line.get("properties", {}).get("name") == "KT")
        self.assertEqual(firm["labels"], ["Firm", "Odd label"])
        self.assertEqual(firm["properties"]["list"], ["a", "b"])
        self.assertEqual(lines[-1]["start"], firm["id"])

    def test_csv_has_the_importers_header(self):
        folder = self.folder / "csv"
        self.yeon("export", "--db", self.db, "--format", "csv", "-o", folder)
        with open(folder / "nodes.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 3)
        self.assertEqual(sorted(r["n:long"] for r in rows), ["", "1", "2"])
        self.assertEqual(sorted(r[":LABEL"] for r in rows), ["", "Firm", "Firm;Odd label"])
        with open(folder / "relationships.csv", encoding="utf-8", newline="") as file:
            (tie,) = csv.DictReader(file)
        ids = {r["name"]: r[":ID"] for r in rows}
        self.assertEqual((tie[":START_ID"], tie[":END_ID"], tie[":TYPE"]),
                         (ids["KT"], ids["카카오"], "ODD TYPE"))

    def test_dot_names_nodes_and_ties(self):
        dot = self.yeon("export", "--db", self.db, "--format", "dot").out
        self.assertTrue(dot.startswith("digraph") and dot.endswith("}\n"))
        for word in ['label="KT"', 'label="카카오"', 'label="ODD TYPE"']:
            self.assertIn(word, dot)


if __name__ == "__main__":
    main()
