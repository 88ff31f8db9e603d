#!/usr/bin/env python3
"""What `entente` does on a terminal, and beside one: the pager, and addresses of the explorer.

usage: python3 Tests/Scripts/test_terminal.py     ENTENTE and INGEST name the programs; those of .build/debug unless set
"""
import fcntl
import os
import pty
import struct
import subprocess
import tempfile
import termios
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENTENTE = os.environ.get("ENTENTE", str(ROOT / ".build/debug/entente"))
INGEST = os.environ.get("INGEST", str(ROOT / ".build/debug/entente-ingest"))
# A pager that marks what passes through it.
PAGER = "sed 's/^/paged: /'"


def on_terminal(arguments, environment, rows=24):
    """Runs a command on a terminal of some rows, and returns what it shows and its exit status."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    process = subprocess.Popen(
        arguments, stdin=slave, stdout=slave, stderr=slave, env=os.environ | environment, start_new_session=True)
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 1 << 16)
        except OSError:  # The last program has closed the terminal.
            break
        if not part:
            break
        shown += part
    os.close(master)
    return shown.decode().replace("\r\n", "\n"), process.wait(timeout=60)


class TerminalTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.snapshot = os.path.join(cls.folder.name, "seeds.snapshot")
        subprocess.run([INGEST, str(ROOT / "seeds"), "--output", cls.snapshot], check=True, capture_output=True, timeout=120)
        cls.ask = [ENTENTE, "goals", "--snapshot", cls.snapshot]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_a_long_answer_goes_through_the_pager(self):
        shown, status = on_terminal(self.ask, {"PAGER": PAGER})
        self.assertEqual(0, status, shown)
        lines = shown.strip().split("\n")
        self.assertGreater(len(lines), 24)
        self.assertTrue(all(line.startswith("paged: ") for line in lines), shown)

    def test_a_short_answer_does_not(self):
        shown, status = on_terminal(self.ask, {"PAGER": PAGER}, rows=500)
        self.assertEqual(0, status)
        self.assertNotIn("paged: ", shown)

    def test_nor_does_what_is_asked_for_without_it_or_as_json_or_piped(self):
        for arguments in [["--no-pager"], ["--json"]]:
            shown, status = on_terminal(self.ask + arguments, {"PAGER": PAGER}, rows=5)
            self.assertEqual(0, status)
            self.assertNotIn("paged: ", shown)
        piped = subprocess.run(self.ask, env=os.environ | {"PAGER": PAGER}, capture_output=True, text=True, timeout=60)
        self.assertEqual(0, piped.returncode)
        self.assertNotIn("paged: ", piped.stdout)

    def test_without_the_named_pager_the_answer_is_printed_whole(self):
        shown, status = on_terminal(self.ask, {"PAGER": "/no/such/pager"})
        plain = subprocess.run(self.ask, capture_output=True, text=True, timeout=60).stdout
        self.assertEqual(0, status)
        self.assertIn(plain.split("\n")[-2].strip(), shown)

    def test_a_pager_that_is_left_early_is_no_failure(self):
        shown, status = on_terminal(self.ask, {"PAGER": "head -n 3"})
        self.assertEqual(0, status)
        self.assertLess(len(shown.split("\n")), 8)

    def address(self, *arguments, **environment):
        done = subprocess.run(
            [ENTENTE, "open", *arguments], env=os.environ | environment, capture_output=True, text=True, timeout=60)
        return (done.stdout or done.stderr).strip(), done.returncode

    def test_addresses_of_the_explorer(self):
        base = "http://127.0.0.1:8080"
        for arguments, address in [
            ([], base + "/"),
            (["search", "cyberdéfense"], base + "/search?q=cyberd%C3%A9fense"),
            (["search", "a+b", "&c=d", "--sort", "date", "--limit", "3"], base + "/search?q=a%2Bb%20%26c%3Dd&sort=date"),
            (["goal", "cyberdefense", "--since", "2023-07"], base + "/goal?id=cyberdefense&since=2023-07"),
            (["timeline", "--person", "Stoltenberg"], base + "/timeline?name=Stoltenberg"),
            (["entity", "van", "Weel"], base + "/entity?id=van%20Weel"),
            (["status", "--server", "127.0.0.1:1"], base + "/cluster"),
            (["goals", "--explorer", "https://example.org/"], "https://example.org/"),
            (["--explorer", "https://example.org/corpus", "documents"], "https://example.org/corpus/documents"),
        ]:
            self.assertEqual((address, 0), self.address(*arguments), arguments)
        self.assertEqual(("https://e.example/documents", 0), self.address("documents", ENTENTE_EXPLORER="https://e.example"))

    def test_what_has_no_page_is_refused(self):
        for arguments, reason in [
            (["snapshot", "info", "x"], "no page"), (["gaols"], "did you mean"), (["suggest", "x"], "no page"),
            (["--explorer", "javascript:alert(1)"], "http://"),
            (["timeline", "--person", "a", "--country", "b"], "one name at a time"),
        ]:
            text, status = self.address(*arguments)
            self.assertEqual(64, status, text)
            self.assertIn(reason, " ".join(text.split()))


if __name__ == "__main__":
    unittest.main()
