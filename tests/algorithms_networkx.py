#!/usr/bin/env python3
"""Compares algo.pagerank and algo.wcc with NetworkX on random graphs.

    tests/algorithms_networkx.py PATH/TO/yeon

Talks to `yeon shell --db :memory: --jsonl`. Exit code 77: NetworkX is not installed.
"""

import json
import random
import subprocess
import sys

try:
    import networkx
except ImportError:
    print("SKIPPED: python3-networkx is not installed", file=sys.stderr)
    sys.exit(77)


class Shell:
    """One running shell, a request and an answer at a time."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "shell", "--db", ":memory:", "--jsonl"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer

    def rows(self, query, **parameters):
        answer = self.ask({"query": query, "parameters": parameters})
        return [[cell["_value"] for cell in row] for row in answer["rows"]]


def typed(value):
    if isinstance(value, list):
        return {"$type": "List", "_value": [typed(element) for element in value]}
    return {"$type": "Integer", "_value": str(value)}


def random_graph(seed):
    """Some parallel ties, some loops, some nodes alone."""
    chance = random.Random(seed)
    size = chance.randint(1, 60)
    ties = [[chance.randrange(size), chance.randrange(size)]
            for _ in range(chance.randint(0, 2 * size))]
    return size, ties


def compare(shell, seed):
    size, ties = random_graph(seed)
    shell.ask({"reset": True})
    shell.rows("UNWIND $ids AS i CREATE (:N {i: i})", ids=typed(list(range(size))))
    shell.rows("UNWIND $ties AS t MATCH (a:N {i: t[0]}), (b:N {i: t[1]}) CREATE (a)-[:T]->(b)",
               ties=typed(ties))
    expected = networkx.MultiDiGraph()
    expected.add_nodes_from(range(size))
    expected.add_edges_from(ties)

    scores = {int(i): float(score) for i, score in shell.rows(
        "CALL algo.pagerank({iterations: 200, damping: 0.85}) YIELD node, score "
        "RETURN node.i, score")}
    for node, score in networkx.pagerank(expected, alpha=0.85, max_iter=1000, tol=1e-12).items():
        assert abs(scores[node] - score) < 1e-7, (seed, node, scores[node], score)

    found = {}
    for i, component in shell.rows("CALL algo.wcc() YIELD node, component "
                                   "RETURN node.i, component"):
        found.setdefault(component, set()).add(int(i))
    wanted = sorted(sorted(part) for part in networkx.weakly_connected_components(expected))
    assert sorted(sorted(part) for part in found.values()) == wanted, seed


def main():
    shell = Shell(sys.argv[1])
    graphs = 40
    for seed in range(graphs):
        compare(shell, seed)
    print(f"algo.pagerank and algo.wcc agree with NetworkX on {graphs} random graphs")


if __name__ == "__main__":
    main()
