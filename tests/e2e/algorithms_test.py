"""CALL algo.* gives what NetworkX gives on the same graph."""

import json
import random

import networkx
from networkx.algorithms.link_analysis import pagerank_alg

from program import SAMPLES, ProgramTest, main


class Algorithms(ProgramTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20250311)

    def build(self, nodes, edges):
        """A graph in both: nodes numbered by `i`, directed edges, duplicates and loops included."""
        self.yeon("query", "--db", self.db, "--create",
                  f"UNWIND range(0, {nodes - 1}) AS i CREATE (:N {{i: i}})")
        self.yeon("query", "--db", self.db, "--param", "edges=" + json.dumps(edges),
                  "MATCH (n:N) WITH collect(n) AS unsorted UNWIND unsorted AS u WITH u ORDER BY u.i "
                  "WITH collect(u) AS ns UNWIND $edges AS e WITH ns[e[0]] AS a, ns[e[1]] AS b CREATE (a)-[:T]->(b)")
        graph = networkx.MultiDiGraph()
        graph.add_nodes_from(range(nodes))
        graph.add_edges_from(edges)
        return graph

    def random_graph(self, nodes, edges):
        pick = self.random.randrange
        return self.build(nodes, [[pick(nodes), pick(nodes)] for _ in range(edges)])

    def assert_same_ranks(self, graph):
        # NetworkX's own implementation; its default one needs SciPy.
        expected = pagerank_alg._pagerank_python(graph, alpha=0.85, tol=1e-10, max_iter=500)
        found = dict(self.rows("CALL algo.pagerank() YIELD node, score RETURN node.i AS i, score"))
        self.assertEqual(set(found), set(expected))
        for node, rank in expected.items():
            self.assertAlmostEqual(found[node], rank, delta=1e-6)

    def assert_same_components(self, graph):
        expected = {frozenset(c) for c in networkx.weakly_connected_components(graph)}
        members = {}
        for node, component in self.rows(
                "CALL algo.wcc() YIELD node, component RETURN node.i AS i, component"):
            members.setdefault(component, set()).add(node)
        self.assertEqual({frozenset(c) for c in members.values()}, expected)

    def test_pagerank_on_random_graphs(self):
        self.assert_same_ranks(self.random_graph(300, 900))

    def test_pagerank_with_many_dead_ends(self):
        self.assert_same_ranks(self.random_graph(200, 120))

    def test_components_on_sparse_graphs(self):
        self.assert_same_components(self.random_graph(400, 220))

    def test_components_across_node_groups(self):
        self.assert_same_components(self.build(5000, [[i, i + 2] for i in range(0, 4990, 3)]))

    def test_the_samples(self):
        self.yeon("ingest", "--db", self.db, SAMPLES)
        ranks = self.rows("CALL algo.pagerank() YIELD node, score RETURN score")
        self.assertAlmostEqual(sum(score for (score,) in ranks), 1.0, delta=1e-6)


if __name__ == "__main__":
    main()
