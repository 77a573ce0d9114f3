"""Runs the built program, and holds what several end-to-end tests need."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("YEON_PROGRAM", "yeon")
ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tools" / "samples"
GOLDS = pathlib.Path(__file__).resolve().parent / "golds"
TIMEOUT_SECONDS = 120


class Done:
    """What a finished run of the program left."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit {self.code}\nout: {self.out}\nerr: {self.err}"


def run(*arguments, stdin="", env=None, timeout=TIMEOUT_SECONDS):
    """Runs `yeon ARGUMENTS`; text in, text out. A bytes stdin is sent as it is."""
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=data, capture_output=True,
                          env={**os.environ, **(env or {})}, timeout=timeout, check=False)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own, gone afterwards."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="yeon-e2e-"))
        self.db = self.folder / "db"

    def tearDown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def yeon(self, *arguments, code=0, **options):
        """Runs the program and wants this exit status."""
        done = run(*arguments, **options)
        self.assertEqual(done.code, code, done)
        return done

    def rows(self, statement, *options, db=None):
        """The rows of a query, each a tuple of JSON values."""
        done = self.yeon("query", "--db", db or self.db, "--format", "jsonl", *options, statement)
        return [tuple(json.loads(line).values()) for line in done.out.splitlines()]

    def value(self, statement, *options, db=None):
        return self.rows(statement, *options, db=db)[0][0]

    def fails(self, code, *arguments, says=(), **options):
        """The program fails with this status and one line `yeon: reason; next step`."""
        done = self.yeon(*arguments, code=code, **options)
        lines = done.err.splitlines()
        self.assertTrue(lines and lines[0].startswith("yeon: "), done)
        self.assertEqual(done.out, "", done)
        for word in [says] if isinstance(says, str) else says:
            self.assertIn(word, done.err)
        return lines

    def fails_in_one_line(self, code, *arguments, **options):
        lines = self.fails(code, *arguments, **options)
        self.assertEqual(len(lines), 1, lines)
        self.assertIn(";", lines[0], "no next step: " + lines[0])


def tree(folder):
    """Every file below a folder with its content, to show that nothing was written."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(pathlib.Path(folder).rglob("*"))}


def read_csv(text):
    return list(csv.reader(io.StringIO(text)))


def main():
    unittest.main(verbosity=2)
