#!/usr/bin/env python3
"""What deploy/ and compose.yaml hold, by the tools that will read it: python3 Tests/Scripts/test_deploy.py

Needs haproxy, promtool, the packages of scripts/python-env, and the programs of a debug build.
"""

import json
import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
PROGRAMS = ROOT / ".build/debug"
PYTHON = ROOT / ".venv/bin"


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def flags(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


class DeployTest(unittest.TestCase):
    def assertRuns(self, *command):
        ended = run(*command)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)

    def test_haproxy_takes_its_configuration(self):
        self.assertRuns("/usr/sbin/haproxy", "-c", "-f", DEPLOY / "haproxy.cfg")

    def test_prometheus_takes_its_configuration_and_rules(self):
        self.assertRuns("promtool", "check", "config", DEPLOY / "prometheus/prometheus.yaml")

    def test_kubernetes_takes_its_resources(self):
        files = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
        self.assertTrue(files)
        for file in files:
            self.assertRuns(PYTHON / "kubernetes-validate", "--strict", file)

    def test_metrics_that_are_asked_for_exist(self):
        page = (ROOT / "docs/OPERATIONS.md").read_text()
        known = set(re.findall(r"`(entente_[a-z_]+)`", page))
        for file in [DEPLOY / "prometheus/alerts.yaml", *(DEPLOY / "grafana").glob("*.json")]:
            for name in set(re.findall(r"\bentente_[a-z_]+", file.read_text())):
                base = re.sub(r"_(bucket|sum|count)$", "", name)
                self.assertTrue({name, base} & known, f"{file.name} asks for {name}, which docs/OPERATIONS.md does not list")

    def test_flags_that_are_given_exist(self):
        helps = {name: flags(run(PROGRAMS / name, "--help").stdout) for name in ["entente-query", "entente-web"]}
        helps["entente-ingest"] = flags(run(PROGRAMS / "entente-ingest", "build", "--help").stdout)
        for file in [ROOT / "compose.yaml", *(DEPLOY / "kubernetes").glob("*.yaml"), *(DEPLOY / "systemd").glob("*")]:
            text = re.sub(r"#.*", "", file.read_text())
            # Each part that names an image or a program, up to the next one.
            parts = re.split(r"(?:image: |ExecStart=\S*/)(entente[a-z-]*)", text)
            for program, body in zip(parts[1::2], parts[2::2]):
                given = set(re.findall(r"(?:^\s*- |\s)(--[a-z-]+)(?==| )", body, re.MULTILINE)) - {"--health"}
                unknown = given - helps.get(program, given)
                self.assertFalse(unknown, f"{file.name} gives {program} {sorted(unknown)}")

    def test_the_dashboard_is_json(self):
        for file in (DEPLOY / "grafana").glob("*.json"):
            self.assertTrue(json.loads(file.read_text())["panels"])


if __name__ == "__main__":
    unittest.main()
