"""Jobs by the clock: a real daemon with a one-second interval, killed and started again."""

import json
import shutil
import signal
import subprocess
import time

from program import PROGRAM, SAMPLES, ProgramTest, main

ARTICLE = """{firm} forms an alliance with Nvidia

By Nora Whitlock, Harbor Wire

LONDON, March 18 (Harbor Wire) - {firm} said it had signed a partnership with Nvidia.
This is article number {number}.
"""


class Jobs(ProgramTest):
    def setUp(self):
        super().setUp()
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir()

    def put(self, number):
        """An article that is whole at once, as a careful feeder leaves it."""
        hidden = self.folder / f"{number}.part"
        hidden.write_text(ARTICLE.format(firm=f"Larkfield{number} Systems", number=number))
        hidden.rename(self.inbox / f"a{number:04}.txt")

    def add(self, *options):
        self.yeon("jobs", "add", "wire", "--db", self.db, "--source", self.inbox, "--every", "1s", *options)

    def history(self):
        done = self.yeon("jobs", "history", "wire", "--db", self.db, "--format", "jsonl")
        return [json.loads(line) for line in done.out.splitlines()]

    def daemon(self):
        return subprocess.Popen([PROGRAM, "daemon", "--db", str(self.db)], stderr=subprocess.PIPE, text=True)

    def test_add_list_show_pause_resume_remove(self):
        self.add()
        done = self.yeon("jobs", "list", "--db", self.db, "--format", "jsonl")
        job = json.loads(done.out)
        self.assertEqual((job["name"], job["schedule"], job["state"]), ("wire", "1s", "on"))
        self.fails_in_one_line(1, "jobs", "add", "wire", "--db", self.db, "--source", self.inbox, "--every", "1s")
        self.fails_in_one_line(1, "jobs", "show", "wrie", "--db", self.db, says="wire")
        self.yeon("jobs", "pause", "wire", "--db", self.db)
        shown = json.loads(self.yeon("jobs", "show", "wire", "--db", self.db, "--format", "jsonl").out)
        self.assertEqual(shown["state"], "paused")
        self.yeon("jobs", "resume", "wire", "--db", self.db)
        self.yeon("jobs", "remove", "wire", "--db", self.db)
        self.assertEqual(self.yeon("jobs", "list", "--db", self.db, "--format", "jsonl").out, "")

    def test_bad_schedules_and_sources_are_refused(self):
        for options in [("--every", "soon"), ("--every", "0s"), ("--cron", "61 * * * *"),
                        ("--cron", "@hourly", "--zone", "Mars/Olympus")]:
            self.fails_in_one_line(1, "jobs", "add", "x", "--db", self.db, "--source", self.inbox, *options)
        self.fails_in_one_line(1, "jobs", "add", "x", "--db", self.db, "--source", self.folder / "none",
                               "--every", "1s")
        self.fails_in_one_line(2, "jobs", "add", "x", "--db", self.db, "--source", self.inbox)

    def test_a_run_takes_in_what_is_new(self):
        shutil.copytree(SAMPLES, self.inbox, dirs_exist_ok=True)
        self.add()
        time.sleep(2.1)  # files this young are read at the end of a run
        done = self.yeon("jobs", "run", "wire", "--db", self.db)
        self.assertIn("10 new", done.err)
        self.assertIn("0 new", self.yeon("jobs", "run", "wire", "--db", self.db).err)
        runs = self.history()
        self.assertEqual([(r["run"], r["state"], r["new"]) for r in runs],
                         [(2, "finished", 0), (1, "finished", 10)])

    def test_sigterm_ends_the_daemon_cleanly(self):
        self.add()
        with self.daemon() as daemon:
            time.sleep(2)
            daemon.send_signal(signal.SIGTERM)
            _, err = daemon.communicate(timeout=30)
        self.assertEqual(daemon.returncode, 0, err)
        self.assertIn("stopped", err)

    def test_killed_in_the_middle_nothing_is_lost_or_doubled(self):
        total = 120
        self.add()
        for number in range(total // 2):
            self.put(number)
        kills = 0
        for pause in (1.5, 2.5, 3.5):
            daemon = self.daemon()
            time.sleep(pause)
            daemon.kill()
            daemon.communicate()
            kills += 1
            for number in range(total // 2 + kills * 20 - 20, total // 2 + kills * 20):
                self.put(number)
        last = self.daemon()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            time.sleep(3)
            last.send_signal(signal.SIGTERM)
            last.communicate(timeout=30)
            if self.value("MATCH (a:Article) RETURN count(a)") >= total:
                break
            last = self.daemon()
        self.assertEqual(self.value("MATCH (a:Article) RETURN count(a)"), total)
        self.assertEqual(self.value("MATCH (a:Article) RETURN count(DISTINCT a.url)"), total)
        self.assertEqual(sum(r["new"] for r in self.history()), total)
        self.assertEqual(sum(r["failed"] for r in self.history()), 0)


if __name__ == "__main__":
    main()
