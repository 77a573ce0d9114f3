"""The shell, through a pipe and at a terminal; results in every format."""

import os
import pty
import select
import subprocess
import time

from program import PROGRAM, ProgramTest, main, read_csv


class Piped(ProgramTest):
    def shell(self, text, *options, code=0):
        return self.yeon("shell", "--db", ":memory:", *options, stdin=text, code=code)

    def test_statements_span_lines_and_share_them(self):
        done = self.shell("CREATE (:A {n: 1});\nMATCH (a:A)\nRETURN a.n AS n; RETURN 'x;y' AS t;\n",
                          "--format", "jsonl")
        self.assertEqual(done.out, '{"n": 1}\n{"t": "x;y"}\n')
        self.assertEqual(done.err, "1 node created, 1 label added, 1 property set\n".replace(
            "1 label added, 1 property set", "1 property set, 1 label added"))

    def test_the_last_statement_needs_no_semicolon(self):
        self.assertEqual(self.shell("RETURN 1 AS n", "--format", "csv").out, "n\n1\n")

    def test_a_failing_statement_is_told_and_the_next_one_runs(self):
        done = self.shell("RETURN nix;\nRETURN 2 AS n;\n", "--format", "csv", code=1)
        self.assertEqual(done.out, "n\n2\n")
        self.assertIn("nix", done.err)

    def test_parameters_formats_and_schema(self):
        done = self.shell(":param who=\"KT\"\n:format csv\nCREATE (:Firm {name: $who});\n"
                          "MATCH (f:Firm) RETURN f.name AS name;\n:schema\n:params\n")
        self.assertTrue(done.out.startswith("name\nKT\n"), done.out)
        self.assertIn(":Firm  1 {name}", done.out)
        self.assertIn("$who = 'KT'", done.err)

    def test_transactions(self):
        done = self.shell(":format csv\n:begin\nCREATE (:A);\n:rollback\n"
                          "MATCH (a:A) RETURN count(a) AS n;\n"
                          ":begin\nCREATE (:A);\n:commit\nMATCH (a:A) RETURN count(a) AS n;\n")
        self.assertEqual(done.out, "n\n0\nn\n1\n")

    def test_an_unknown_command_suggests_the_near_one(self):
        done = self.shell(":hlep\n", code=1)
        self.assertEqual(done.err, "yeon: unknown command :hlep; did you mean :help?\n")

    def test_quit_ends_before_the_rest(self):
        self.assertEqual(self.shell(":quit\nRETURN 1;\n").out, "")


class Formats(ProgramTest):
    STATEMENT = "UNWIND [['카카오', 12], ['KT', 3], [null, null]] AS r RETURN r[0] AS firm, r[1] AS n"

    def query(self, form):
        return self.yeon("query", "--db", ":memory:", "--format", form, self.STATEMENT).out

    def test_table(self):
        self.assertEqual(self.query("table"),
                         "firm       n\n──────  ────\n카카오    12\nKT         3\nnull    null\n")

    def test_csv_json_jsonl_markdown(self):
        self.assertEqual(read_csv(self.query("csv")), [["firm", "n"], ["카카오", "12"], ["KT", "3"], ["", ""]])
        self.assertEqual(self.query("jsonl"),
                         '{"firm": "카카오", "n": 12}\n{"firm": "KT", "n": 3}\n{"firm": null, "n": null}\n')
        self.assertTrue(self.query("json").startswith('[\n{"firm"'))
        self.assertIn("| 카카오 | 12 |", self.query("markdown"))

    def test_no_colours_in_a_pipe(self):
        self.assertNotIn("\x1b", self.query("table"))


class AtTerminal(ProgramTest):
    """A pseudo-terminal stands for the user's."""

    def setUp(self):
        super().setUp()
        master, slave = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": str(self.folder / "state"),
                       "HOME": str(self.folder)}
        environment.pop("NO_COLOR", None)
        self.process = subprocess.Popen([PROGRAM, "shell", "--db", ":memory:"], stdin=slave, stdout=slave,
                                        stderr=slave, env=environment, start_new_session=True,
                                        preexec_fn=self.take_terminal)
        os.close(slave)
        self.master = master
        self.seen = ""
        self.wait_for("yeon>")

    @staticmethod
    def take_terminal():
        import fcntl
        import termios
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def tearDown(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)
        super().tearDown()

    def type(self, text):
        self.seen = ""
        os.write(self.master, text.encode())

    def wait_for(self, text, seconds=20):
        end = time.monotonic() + seconds
        while text not in self.seen and time.monotonic() < end:
            ready, _, _ = select.select([self.master], [], [], 0.2)
            if ready:
                self.seen += os.read(self.master, 65536).decode(errors="replace")
        self.assertIn(text, self.seen)

    def press(self, key):
        """A key typed at the prompt; libedit shows the prompt a moment before it takes over the keys."""
        time.sleep(0.5)
        self.type(key)

    def leave(self):
        self.wait_for("yeon>")
        self.press("\x04")
        self.assertEqual(self.process.wait(timeout=20), 0)

    def test_a_statement_over_two_lines_and_its_history(self):
        self.type("RETURN 1 +\n")
        self.wait_for("    >")
        self.type("1 AS two;\n")
        self.wait_for("1 row")
        self.leave()
        history = (self.folder / "state" / "yeon" / "history").read_text()
        self.assertIn("RETURN", history)

    def test_ctrl_c_stops_the_query_and_not_the_shell(self):
        self.type("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b);\n")
        time.sleep(1.5)
        self.type("\x03")
        self.wait_for("yeon>")
        self.type("RETURN 40 + 2 AS answer;\n")
        self.wait_for("42")
        self.leave()

    def test_ctrl_c_forgets_the_statement_begun(self):
        self.type("MATCH (n)\n")
        self.wait_for("    >")
        self.press("\x03")
        self.wait_for("yeon>")
        self.type("RETURN 7 AS seven;\n")
        self.wait_for("1 row")
        self.leave()

    def test_tab_completes_keywords(self):
        self.type("RETU\t 5 AS five;\n")
        self.wait_for("1 row")
        self.leave()


if __name__ == "__main__":
    main()
