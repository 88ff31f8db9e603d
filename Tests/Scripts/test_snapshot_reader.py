#!/usr/bin/env python3
"""The Python reader of snapshots beside the command line: python3 Tests/Scripts/test_snapshot_reader.py

Needs the programs of a debug build, and the packages of scripts/python-env.
"""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / ".build/debug"
READER = [ROOT / ".venv/bin/python3", ROOT / "clients/python/snapshot_reader.py"]


def output(*command, expecting=(0,)):
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if ended.returncode not in expecting:
        raise AssertionError(f"{command} ended with {ended.returncode}: {ended.stderr}")
    return ended.stdout


class SnapshotReaderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.snapshot = Path(cls.folder.name) / "seeds.snapshot"
        output(PROGRAMS / "entente-ingest", ROOT / "seeds", "--output", cls.snapshot)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def looked_up(self, term):
        answer = json.loads(output(*READER, self.snapshot, "--term", term))
        return {document["id"]: document for document in answer["documents"]}

    def found(self, query):
        # 1 says that nothing was found.
        command = [PROGRAMS / "entente", "search", query, "--snapshot", self.snapshot, "--json", "--limit", 200]
        answer = json.loads(output(*command, expecting=(0, 1)))
        return {hit["document"]["id"] for hit in answer.get("hits", [])}

    def test_a_term_stands_in_the_documents_that_a_search_finds(self):
        # Words of which the profile cuts no ending.
        for term in ["OTAN", "Japon", "Tokyo", "ATLA", "Weel", "Washington"]:
            documents = self.looked_up(term)
            self.assertEqual(set(documents), self.found(term), term)
            self.assertTrue(documents, term)
            for document in documents.values():
                self.assertEqual(len(document["positions"]), document["frequency"], term)

    def test_a_phrase_is_where_positions_follow_each_other(self):
        pairs = [("OTAN", "Japon"), ("Japon", "OTAN"), ("van", "Weel"), ("Tokyo", "OTAN")]
        found = [self.found(f'"{first} {second}"') for first, second in pairs]
        self.assertTrue(any(found))
        for (first, second), expected in zip(pairs, found):
            before, after = self.looked_up(first), self.looked_up(second)
            together = {
                document for document in before.keys() & after.keys()
                if {position + 1 for position in before[document]["positions"]} & set(after[document]["positions"])}
            self.assertEqual(together, expected, (first, second))

    def test_a_term_is_folded_as_the_index_folds_it(self):
        self.assertEqual(self.looked_up("otan"), self.looked_up("ÔTÄN"))

    def test_what_nobody_says_is_nowhere(self):
        self.assertEqual(self.looked_up("zzyzx"), {})


if __name__ == "__main__":
    unittest.main()
