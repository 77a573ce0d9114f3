"""Bad input: each gives one line with the reason and the next step, its exit status, and leaves
nothing behind."""

import os
import signal
import subprocess
import time

from program import PROGRAM, SAMPLES, ProgramTest, main, run, tree

FAILED, USAGE, NO_DATABASE, SOME_INPUT = 1, 2, 3, 4


class Usage(ProgramTest):
    def test_unknown_subcommand_suggests_the_near_one(self):
        self.fails_in_one_line(USAGE, "qeury", says=["qeury", "did you mean query?"])
        self.fails_in_one_line(USAGE, "frobnicate", says=["frobnicate", "yeon --help"])
        self.fails_in_one_line(USAGE, "jobs", "lst", "--db", "x", says=["lst", "did you mean list?"])

    def test_unknown_option_suggests_the_near_one(self):
        self.fails_in_one_line(USAGE, "query", "--db", self.db, "--fromat", "csv", "RETURN 1",
                               says=["--fromat", "did you mean --format?"])
        self.fails_in_one_line(USAGE, "--vresion", says="did you mean --version?")
        self.assertFalse(self.db.exists())

    def test_missing_and_bad_arguments(self):
        self.fails_in_one_line(USAGE, "query", "RETURN 1", says="--db", env={"YEON_DB": ""})
        self.fails_in_one_line(USAGE, "ingest", "--db", self.db, says="paths")
        self.fails_in_one_line(USAGE, "query", "--db", ":memory:", "--format", "yaml", "RETURN 1",
                               says=["yaml", "markdown"])
        self.fails_in_one_line(USAGE, "query", "--db", ":memory:", "--param", "x", "RETURN $x",
                               says="name=value")
        self.fails_in_one_line(USAGE, "query", "--db", ":memory:", "  ;  ", says="empty")
        self.fails_in_one_line(USAGE, "export", "--db", self.db, "--format", "csv", says="-o")

    def test_help_and_version_are_data_and_succeed(self):
        self.assertRegex(self.yeon("--version").out, r"^yeon \d+\.\d+\.\d+\n$")
        for words in [("--help",), ("query", "--help"), ("jobs", "add", "--help")]:
            done = self.yeon(*words)
            self.assertIn("--help", done.out)
            self.assertEqual(done.err, "")
        self.assertIn("Exit status", self.yeon("--help").out)

    def test_no_subcommand_shows_the_help_as_an_error(self):
        self.assertIn("ingest", self.yeon(code=USAGE).err)


class OpeningDatabases(ProgramTest):
    def test_missing_database(self):
        for words in [("query", "RETURN 1"), ("stats",), ("export",), ("daemon",),
                      ("jobs", "list"), ("shell",)]:
            self.fails_in_one_line(NO_DATABASE, *words, "--db", self.db, says=str(self.db))
            self.assertFalse(self.db.exists(), words)

    def test_a_folder_that_is_no_database(self):
        self.db.mkdir()
        (self.db / "letter.txt").write_text("Dear reader")
        before = tree(self.db)
        for words in [("query", "RETURN 1"), ("ingest", SAMPLES), ("stats",)]:
            self.fails_in_one_line(NO_DATABASE, *words, "--db", self.db)
            self.assertEqual(tree(self.db), before)

    def test_a_file_in_its_place(self):
        self.db.write_text("not a folder")
        self.fails_in_one_line(NO_DATABASE, "query", "--db", self.db, "RETURN 1")
        self.fails_in_one_line(NO_DATABASE, "ingest", "--db", self.db, SAMPLES)
        self.assertEqual(self.db.read_text(), "not a folder")

    def test_a_second_process_is_told_who_holds_it(self):
        self.yeon("query", "--db", self.db, "--create", "CREATE (:Firm {name: 'KT'})")
        with subprocess.Popen([PROGRAM, "shell", "--db", str(self.db), "--jsonl"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as holder:
            holder.stdin.write('{"query": "RETURN 1 AS one"}\n')
            holder.stdin.flush()
            self.assertIn("rows", holder.stdout.readline())
            self.fails_in_one_line(NO_DATABASE, "query", "--db", self.db, "RETURN 1", says=str(self.db))
            self.fails_in_one_line(NO_DATABASE, "ingest", "--db", self.db, SAMPLES)
            holder.stdin.close()
            holder.wait(timeout=30)
        self.assertEqual(self.value("MATCH (n) RETURN count(n)"), 1)

    def test_a_newer_format_is_refused_untouched(self):
        self.yeon("query", "--db", self.db, "--create", "CREATE (:Firm)")
        done = run("stats", "--db", self.db, "--format", "csv")
        self.assertIn("format version", done.out)
        if os.environ.get("YEON_FORMAT_FILE"):
            (self.db / os.environ["YEON_FORMAT_FILE"]).write_text("999\n")
            self.fails_in_one_line(NO_DATABASE, "query", "--db", self.db, "RETURN 1")

    def test_an_unreadable_folder(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        self.db.mkdir(mode=0o000)
        self.fails_in_one_line(NO_DATABASE, "query", "--db", self.db, "RETURN 1")


class Articles(ProgramTest):
    def test_a_missing_article_makes_no_database(self):
        self.fails_in_one_line(SOME_INPUT, "ingest", "--db", self.db, self.folder / "none.txt",
                               says="none.txt")
        self.assertFalse(self.db.exists())
        self.fails_in_one_line(SOME_INPUT, "extract", self.folder / "none.txt", says="none.txt")

    def test_empty_binary_and_undecodable_files_are_named(self):
        cases = {"empty.txt": b"", "blank.txt": b" \n\n ", "binary.txt": bytes(range(256)) * 8,
                 "image.txt": b"\x89PNG\r\n\x1a\n" + bytes(64)}
        for name, content in cases.items():
            path = self.folder / name
            path.write_bytes(content)
            done = self.yeon("ingest", "--db", self.db, path, code=SOME_INPUT)
            self.assertIn(name, done.err)
            self.assertIn("0 new", done.err)
            self.fails(SOME_INPUT, "extract", path, says=name)
        self.assertEqual(self.value("MATCH (n) RETURN count(n)"), 0)

    def test_a_folder_that_cannot_be_read(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        path = self.folder / "shut.txt"
        path.write_text("x")
        path.chmod(0)
        self.fails(SOME_INPUT, "extract", path, says="shut.txt")

    def test_a_missing_dictionary_or_data_folder_is_named(self):
        self.fails_in_one_line(FAILED, "extract", "--dictionary", self.folder, SAMPLES,
                               says=str(self.folder))
        self.fails_in_one_line(FAILED, "extract", "--data", self.folder / "none", SAMPLES,
                               says="--data")


class Statements(ProgramTest):
    def test_a_bad_statement_is_shown_with_its_place(self):
        lines = self.fails(FAILED, "query", "--db", ":memory:", "MATCH (n:Firm RETURN n",
                           says=["SyntaxError", "1 |"])
        self.assertGreaterEqual(len(lines), 3)
        self.assertIn("MATCH (n:Firm RETURN n", lines[1])
        self.assertIn("^", lines[2])

    def test_an_unknown_variable_is_placed_below_wide_letters(self):
        lines = self.fails(FAILED, "query", "--db", ":memory:", "RETURN '카카오' AS a, nix AS b")
        before = lines[1][:lines[1].index("nix")]
        wide = sum("가" <= c <= "힣" for c in before)
        self.assertEqual(lines[2].index("^"), len(before) + wide)

    def test_a_failing_statement_leaves_nothing(self):
        self.yeon("query", "--db", self.db, "--create", "CREATE (:Firm {n: 1})")
        self.fails(FAILED, "query", "--db", self.db, "CREATE (:Firm {n: 2}) WITH 1 AS x RETURN 1 / (x - 1)")
        self.assertEqual(self.rows("MATCH (f:Firm) RETURN f.n"), [(1,)])

    def test_a_missing_parameter(self):
        self.fails(FAILED, "query", "--db", ":memory:", "RETURN $who", says="who")

    def test_invalid_utf_8_does_not_crash(self):
        self.fails(FAILED, "query", "--db", ":memory:", "--file", "-", stdin=b"RETURN '\xff\xfe")

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([PROGRAM, "query", "--db", ":memory:", "RETURN 1"], stdout=full,
                                  stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, FAILED)
        self.assertTrue(done.stderr.startswith("yeon: cannot write"), done.stderr)


class Exports(ProgramTest):
    def test_a_failing_export_leaves_no_file_and_keeps_the_old_one(self):
        self.yeon("query", "--db", self.db, "--create", "CREATE (:Firm {name: 'KT'})")
        target = self.folder / "graph.graphml"
        target.write_text("old")
        self.fails(FAILED, "export", "--db", self.db, "--query", "MATCH (n RETURN n", "-o", target)
        self.assertEqual(target.read_text(), "old")
        self.fails(FAILED, "export", "--db", self.db, "-o", self.folder / "no" / "such" / "file")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["db", "graph.graphml"])


class Signals(ProgramTest):
    def test_ctrl_c_stops_a_long_query(self):
        statement = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)"
        with subprocess.Popen([PROGRAM, "query", "--db", ":memory:", statement],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as long:
            time.sleep(1)
            long.send_signal(signal.SIGINT)
            _, err = long.communicate(timeout=20)
        self.assertEqual(long.returncode, 130, err)
        self.assertTrue(err.startswith("yeon: "), err)

    def test_a_reader_that_leaves_early_is_no_crash(self):
        shell = f"'{PROGRAM}' query --db :memory: 'UNWIND range(1, 200000) AS n RETURN n' | head -n 1"
        done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60,
                              check=False)
        self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    main()
