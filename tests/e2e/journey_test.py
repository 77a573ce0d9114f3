"""The session that README.md and the guide show is what happens: each console block is run, line
by line, in a folder of its own that holds the sample articles, and its output compared."""

import os
import pathlib
import re
import shutil
import subprocess

from program import PROGRAM, ROOT, SAMPLES, ProgramTest, main

PAGES = [ROOT / "README.md", ROOT / "docs" / "guide.md"]


def sessions(page):
    """(command, expected output) of each `$ ` line in the page's console blocks."""
    for block in re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M):
        command, expected = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command is not None:
                    yield command, "\n".join(expected)
                command, expected = line[2:], []
            elif command is not None and command.endswith("\\"):
                command = command[:-1] + line
            else:
                expected.append(line)
        if command is not None:
            yield command, "\n".join(expected)


class Journey(ProgramTest):
    def test_the_pages_tell_what_happens(self):
        for page in PAGES:
            with self.subTest(page=page.name):
                self.walk(page)

    def walk(self, page):
        folder = self.folder / page.stem
        shutil.copytree(SAMPLES, folder / "articles")
        tools = folder / "bin"
        tools.mkdir()
        (tools / "yeon").symlink_to(pathlib.Path(PROGRAM).resolve())
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "NO_COLOR": "1"}
        told = list(sessions(page))
        self.assertGreater(len(told), 3)
        for command, expected in told:
            done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            found = "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").splitlines())
            found = found.replace(str(folder.resolve()), "/home/me")
            wanted = "\n".join(line.rstrip() for line in expected.rstrip("\n").splitlines())
            self.assertEqual(found, wanted, f"{page.name}: {command}")

    def setUp(self):
        super().setUp()
        if os.environ.get("YEON_DICTIONARY", "none") == "none":
            self.skipTest("the pages show what is read with the Korean dictionary")


if __name__ == "__main__":
    main()
