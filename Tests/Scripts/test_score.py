#!/usr/bin/env python3
"""Tests of scripts/score: python3 Tests/Scripts/test_score.py"""

import copy
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "Tests/ExtractionTests/Seeds/gold.json"


def perfect(gold):
    """The records of an extraction that finds just what the gold says."""
    for document in gold["documents"]:
        yield {
            "id": Path(document["file"]).stem,
            **{key: document.get(key) for key in ("title", "kind", "published", "updated", "programme")},
            **{key: copy.deepcopy(document[key]) for key in ("people", "organisations", "countries", "places")},
            "quotes": [{k: q[k] for k in ("text", "speaker", "kind", "attribution")} for q in document["quotes"]],
            "dates": [
                {"text": d["surface"], "start": d["start"], "end": d["end"], "precision": d["precision"]}
                for d in document["dates"]],
            "events": [
                {**event, "start": (event["date"] or {}).get("start"), "end": (event["date"] or {}).get("end")}
                for event in document["events"]],
            "goals": [
                {"id": goal, "passages": [{"text": i["passage"]} for i in items if i["file"] == document["file"]]}
                for goal, items in gold["evidence"].items()],
        }


class ScoreTests(unittest.TestCase):
    def setUp(self):
        self.gold = json.loads(GOLD.read_text(encoding="utf-8"))
        self.records = list(perfect(self.gold))

    def run_score(self, *options):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("".join(json.dumps(record) + "\n" for record in self.records))
            file.flush()
            return subprocess.run(
                [sys.executable, ROOT / "scripts/score", GOLD, file.name, "--documents", ROOT / "seeds", *options],
                capture_output=True, text=True, check=False)

    def scores(self):
        return json.loads(self.run_score("--json").stdout)

    def test_the_gold_scores_full_marks_against_itself(self):
        for kind, score in self.scores().items():
            self.assertEqual(score["f1"], 1, kind)

    def test_nothing_found_is_nothing_right(self):
        self.records = []
        scores = self.scores()
        for kind in ("people", "quotes", "events", "evidence", "programme"):
            self.assertEqual(scores[kind]["recall"], 0, kind)

    def test_a_wrong_date_is_a_miss_and_a_false_hit(self):
        self.records[0]["dates"][0]["start"] = "1999-01-01"
        dates = self.scores()["dates"]
        self.assertEqual((dates["false"], dates["missed"]), (1, 1))

    def test_values_tell_wrong_from_wider_and_from_missing(self):
        date = next(d for d in self.records[0]["dates"] if d["start"] == d["end"])
        total = self.scores()["dates"]["values"]["right"]
        expected = {"right": total - 1, "wider": 0, "wrong": 0, "missing": 0, "extra": 0}
        day = date["start"]
        for change, verdict in [
                ({"start": day[:4] + "-01-01", "end": day[:4] + "-12-31"}, "wider"),
                ({"start": "1999-01-01", "end": "1999-01-01"}, "wrong"), ({"start": None, "end": None}, "missing")]:
            date.update(change)
            self.assertEqual(self.scores()["dates"]["values"], {**expected, verdict: 1})

    def test_the_words_of_one_person_given_to_another_are_wrong_and_those_given_to_nobody_missing(self):
        quote = next(q for q in self.records[1]["quotes"] if q["speaker"])
        quote["speaker"] = "Mark Rutte" if quote["speaker"] != "Mark Rutte" else "Kishida Fumio"
        values = self.scores()["quote-speaker"]["values"]
        self.assertEqual((values["wrong"], values["missing"]), (1, 0))
        quote["speaker"] = None
        values = self.scores()["quote-speaker"]["values"]
        self.assertEqual((values["wrong"], values["missing"]), (0, 1))

    def test_too_many_wrong_values_fail(self):
        self.records[0]["dates"][0].update(start="1999-01-01", end="1999-01-01")
        self.assertEqual(self.run_score("--wrong", "dates=0.001").returncode, 1)
        self.assertEqual(self.run_score("--wrong", "dates=0.5").returncode, 0)

    def test_an_unresolved_date_may_be_resolved_from_the_manifest_only(self):
        date = self.records[1]["dates"][0]
        date.update(start="2025-10-31", end="2025-10-31")
        self.assertEqual(self.scores()["dates"]["false"], 1)
        date["basis"] = "manifest"
        self.assertEqual(self.scores()["dates"]["f1"], 1)

    def test_a_split_person_is_one_too_many(self):
        self.records[3]["people"].append({"name": "Ishiba", "roles": [], "mentions": ["Ishiba"]})
        self.assertEqual(self.scores()["people"]["false"], 1)

    def test_articles_and_apostrophes_do_not_matter(self):
        self.records[0]["organisations"][0]["name"] = "l'OTAN"
        self.assertEqual(self.scores()["organisations"]["f1"], 1)

    def test_the_wrong_speaker_counts_against_the_speaker_not_the_quotation(self):
        self.records[1]["quotes"][0]["speaker"] = "Mark Rutte"
        scores = self.scores()
        self.assertEqual(scores["quotes"]["f1"], 1)
        self.assertLess(scores["quote-speaker"]["f1"], 1)

    def test_related_evidence_is_neither_missed_nor_wrong(self):
        for goal in self.records[0]["goals"]:
            if goal["id"] == "resilience-civile":
                goal["passages"] = []
        self.assertEqual(self.scores()["evidence"]["f1"], 1)

    def test_evidence_for_a_goal_without_any_is_wrong(self):
        self.records[0]["goals"].append(
            {"id": "securite-humaine", "passages": [{"text": self.gold["documents"][0]["title"]}]})
        scores = self.scores()
        self.assertEqual((scores["evidence"]["false"], scores["goals"]["false"]), (1, 1))

    def test_programmes_are_read_in_proto_json_too(self):
        programme = self.records[2]["programme"]
        programme["firstYear"], programme["lastYear"] = 2023, 2026
        programme["strategicObjectives"] = programme.pop("strategic_objectives")
        del programme["period"]
        self.assertEqual(self.scores()["programme"]["f1"], 1)

    def test_a_missed_floor_fails(self):
        self.records[0]["people"] = []
        self.assertEqual(self.run_score("--floor", "people=0.99").returncode, 1)
        self.assertEqual(self.run_score("--floor", "people=0.5").returncode, 0)

    def test_errors_name_the_file_and_the_text(self):
        self.records[0]["people"] = self.records[0]["people"][1:]
        self.assertIn("missed  000_", self.run_score("--errors").stdout)

    def test_a_gold_with_a_string_out_of_place_is_found(self):
        check = [sys.executable, ROOT / "scripts/score", "--check", "--documents", ROOT / "seeds"]
        self.assertEqual(subprocess.run([*check, GOLD], capture_output=True, check=False).returncode, 0)
        self.gold["documents"][0]["dates"][0]["offset"] += 1
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(self.gold, file)
            file.flush()
            self.assertEqual(subprocess.run([*check, file.name], capture_output=True, check=False).returncode, 1)


if __name__ == "__main__":
    unittest.main()
