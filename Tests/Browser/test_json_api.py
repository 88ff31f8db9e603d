"""Calls the JSON API with what schemathesis makes up from our own description of it.

usage: python -m unittest Tests/Browser/test_json_api.py     EXPLORER and INGEST as in explorer.py
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.request

from openapi_spec_validator import validate

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from explorer import ROOT, Explorer  # noqa: E402

# A query of random letters may well not parse, and a name may not be known: what is accepted is for other tests to say.
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
          "unsupported_method"]
# A replica that is behind the generation that a call asks for is not available, which is no fault of it.
CONFIGURATION = """
[checks.not_a_server_error]
expected-statuses = ["2xx", "4xx", "503"]
"""


class JSONAPITests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        # Its own limit of requests would be what is tested.
        cls.explorer = Explorer(cls.folder.name, str(ROOT / "seeds"), flags=["--rate", "100000"])
        cls.description = cls.explorer.address + "/openapi.json"

    @classmethod
    def tearDownClass(cls):
        cls.explorer.close()
        cls.folder.cleanup()

    def test_the_description_is_valid(self):
        description = json.load(urllib.request.urlopen(self.description, timeout=20))
        validate(description)
        self.assertEqual("3.1.0", description["openapi"])

    def test_the_service_is_as_described(self):
        pathlib.Path(self.folder.name, "schemathesis.toml").write_text(CONFIGURATION)
        done = subprocess.run(
            [pathlib.Path(sys.executable).parent / "schemathesis", "run", self.description, "--checks", ",".join(CHECKS),
             "--phases", "coverage,fuzzing", "--max-examples", "20", "--seed", "13", "--suppress-health-check", "all",
             "--request-timeout", "30", "--max-failures", "5", "--no-color"],
            cwd=self.folder.name, capture_output=True, text=True, timeout=300)
        self.assertEqual(0, done.returncode, done.stdout[-6000:] + done.stderr[-2000:])


if __name__ == "__main__":
    unittest.main()
