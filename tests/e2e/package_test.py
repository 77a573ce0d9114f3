"""What `cmake --install` lays down works where it lies, without the source tree."""

import os
import shutil
import subprocess

from program import SAMPLES, ProgramTest, main


class Package(ProgramTest):
    def setUp(self):
        super().setUp()
        self.prefix = self.folder / "usr"
        subprocess.run([os.environ["YEON_CMAKE"], "--install", os.environ["YEON_BUILD"],
                        "--prefix", str(self.prefix)], check=True, capture_output=True)

    def installed(self, *arguments):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("YEON_")}
        return subprocess.run([str(self.prefix / "bin" / "yeon"), *map(str, arguments)], text=True,
                              capture_output=True, env=environment, check=False)

    def test_program_data_and_documents_are_there(self):
        self.assertTrue((self.prefix / "bin" / "yeon").is_file())
        self.assertTrue(any((self.prefix / "share" / "yeon").iterdir()))
        self.assertTrue((self.prefix / "share" / "doc" / "yeon" / "README.md").is_file())

    def test_it_runs_on_its_own_data(self):
        done = self.installed("ingest", "--db", self.db, SAMPLES)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("10 new", done.stderr)

    def test_its_data_come_before_the_source_tree(self):
        shutil.rmtree(self.prefix / "share" / "yeon")
        (self.prefix / "share" / "yeon").mkdir()
        done = self.installed("extract", SAMPLES / "en01-larkfield-nvidia.txt")
        self.assertEqual(done.returncode, 1, "an empty data folder beside the program must be noticed")


if __name__ == "__main__":
    main()
