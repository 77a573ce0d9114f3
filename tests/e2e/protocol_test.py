"""`yeon shell --jsonl`: one JSON request a line, one JSON answer a line."""

import json
import subprocess

from program import PROGRAM, ProgramTest, main


class Protocol(ProgramTest):
    def setUp(self):
        super().setUp()
        self.engine = subprocess.Popen([PROGRAM, "shell", "--db", ":memory:", "--jsonl"],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True, encoding="utf-8")

    def tearDown(self):
        out, err = self.engine.communicate(timeout=30)
        self.assertEqual((self.engine.returncode, out, err), (0, "", ""))
        super().tearDown()

    def ask_line(self, line):
        self.engine.stdin.write(line + "\n")
        self.engine.stdin.flush()
        return json.loads(self.engine.stdout.readline())

    def ask(self, query, **parameters):
        return self.ask_line(json.dumps({"query": query, "parameters": parameters}))

    def test_typed_values_go_in_and_come_out_the_same(self):
        values = [
            {"$type": "Null", "_value": None},
            {"$type": "Boolean", "_value": True},
            {"$type": "Integer", "_value": "-9223372036854775808"},
            {"$type": "Float", "_value": "0.1"},
            {"$type": "Float", "_value": "NaN"},
            {"$type": "Float", "_value": "-Infinity"},
            {"$type": "String", "_value": "한국어 \" \\ \n"},
            {"$type": "Date", "_value": "2015-03-26"},
            {"$type": "LocalTime", "_value": "12:50:35.556"},
            {"$type": "Time", "_value": "12:50:35.556+01:00"},
            {"$type": "LocalDateTime", "_value": "2015-07-04T19:32:24"},
            {"$type": "Duration", "_value": "P14DT16H12M"},
            {"$type": "List", "_value": [{"$type": "Integer", "_value": "1"}]},
            {"$type": "Map", "_value": {"k": {"$type": "String", "_value": "v"}}},
        ]
        for value in values:
            answer = self.ask("RETURN $x AS x", x=value)
            self.assertEqual(answer["columns"], ["x"])
            self.assertEqual(answer["rows"], [[value]])

    def test_nodes_relationships_and_paths(self):
        self.ask("CREATE (:A {n: 1})-[:T {w: 2}]->(:B)")
        ((path,),) = self.ask("MATCH p = (:A)-->(:B) RETURN p")["rows"]
        self.assertEqual(path["$type"], "Path")
        start, tie, end = path["_value"]
        self.assertEqual(start["_value"]["_labels"], ["A"])
        self.assertEqual(start["_value"]["_properties"], {"n": {"$type": "Integer", "_value": "1"}})
        self.assertEqual(tie["_value"]["_type"], "T")
        self.assertEqual(tie["_value"]["_start_node_element_id"], start["_value"]["_element_id"])
        self.assertEqual(tie["_value"]["_end_node_element_id"], end["_value"]["_element_id"])

    def test_an_update_has_empty_columns_and_rows(self):
        answer = self.ask("CREATE (:A)")
        self.assertEqual((answer["columns"], answer["rows"]), ([], []))

    def test_errors_have_type_phase_and_detail_and_leave_nothing(self):
        error = self.ask("RETURN x")["error"]
        self.assertEqual((error["type"], error["phase"], error["detail"]),
                         ("SyntaxError", "compile time", "UndefinedVariable"))
        self.assertEqual((error["line"], error["column"]), (1, 8))
        self.ask("CREATE (:A) WITH 1 AS one RETURN one / 0")
        self.assertEqual(self.ask("MATCH (n) RETURN n")["rows"], [])

    def test_reset_empties_all(self):
        self.ask("CREATE (:A)")
        self.ask_line(json.dumps(self.procedure()))
        answer = self.ask_line('{"reset": true}')
        self.assertIs(answer["ok"], True)
        self.assertEqual(self.ask("MATCH (n) RETURN n")["rows"], [])
        self.assertEqual(self.ask("CALL test.numbers(1)")["error"]["type"], "ProcedureError")

    def test_a_procedure_that_is_a_table(self):
        self.assertEqual(self.ask_line(json.dumps(self.procedure())), {"ok": True})
        answer = self.ask("CALL test.numbers(1) YIELD out RETURN out")
        self.assertEqual([row[0]["_value"] for row in answer["rows"]], ["one", "eins"])
        self.assertEqual(self.ask("CALL test.numbers(3) YIELD out RETURN out")["rows"], [])

    def test_malformed_requests_are_answered_and_the_session_goes_on(self):
        for line in ["{", "[]", "42", "nonsense", "{}", '{"query": 1}', '{"procedure": 7}',
                     '{"procedure": {"name": "p", "inputs": 3}}', "[" * 5000,
                     '{"query": "RETURN $x", "parameters": {"x": {"$type": "Nope", "_value": 1}}}',
                     '{"query": "RETURN $x", "parameters": {"x": 1}}']:
            self.assertIn("error", self.ask_line(line), line)
        self.assertEqual(len(self.ask("RETURN 1 AS one")["rows"]), 1)

    @staticmethod
    def procedure():
        def row(number, text):
            return [{"$type": "Integer", "_value": str(number)}, {"$type": "String", "_value": text}]

        return {"procedure": {
            "signature": "test.numbers(in :: INTEGER?) :: (out :: STRING?)", "name": "test.numbers",
            "inputs": [{"name": "in", "type": "INTEGER?"}],
            "outputs": [{"name": "out", "type": "STRING?"}],
            "columns": ["in", "out"], "rows": [row(1, "one"), row(1, "eins"), row(2, "two")]}}


if __name__ == "__main__":
    main()
