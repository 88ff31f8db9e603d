#!/usr/bin/env python3
"""The version stands in one place in Swift; what cannot read it there says the same: python3 Tests/Scripts/test_version.py"""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ["compose.yaml", *(str(path.relative_to(ROOT)) for path in (ROOT / "deploy/kubernetes").glob("*.yaml"))]


class VersionTest(unittest.TestCase):
    def setUp(self):
        source = (ROOT / "Sources/Schema/EntenteVersion.swift").read_text()
        self.version = re.search(r'current = "([^"]+)"', source).group(1)

    def test_images(self):
        for file in IMAGES:
            tags = re.findall(r"image: entente[a-z-]*:(\S+)", (ROOT / file).read_text())
            self.assertTrue(tags, f"{file} names no image of ours")
            self.assertEqual(set(tags), {self.version}, file)

    def test_python_client(self):
        text = (ROOT / "clients/python/pyproject.toml").read_text()
        self.assertEqual(re.search(r'^version = "([^"]+)"', text, re.MULTILINE).group(1), self.version)

    def test_changelog(self):
        newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE).group(1)
        self.assertIn(newest, {self.version, "Unreleased"})


if __name__ == "__main__":
    unittest.main()
