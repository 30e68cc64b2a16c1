"""Reports for other programs: each is what its readers take, for code with a bit of everything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import junitparser
import pytest

LAYER = """\
from tensorflow import keras


def count(weight):
    weight.assign_add(1.0)


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="ä", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        "😀"; self.seen.assign_add(1.0)
        count(self.seen)
        return inputs * self.seen
"""
PATH = "my pkg/läyer.py"
RULES = ("--isolated", "--select", "LL102")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with two bugs in a layer, one of them in a helper, and a file without Python."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "my pkg").mkdir()
    (tmp_path / PATH).write_text(LAYER, encoding="utf-8")
    (tmp_path / "broken.py").write_text(
        "import keras\nclass A(:\n\n\nclass B(keras.layers.Layer):\n    pass\n"
    )
    return tmp_path


def validate(document: object, name: str) -> None:
    schema = json.loads((Path(__file__).parent / "schemas" / f"{name}.json").read_text())
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    jsonschema.validate(document, schema, jsonschema.Draft7Validator, format_checker=checker)


def report(run, output_format: str, *arguments: str, cwd: Path | None = None) -> str:
    finished = run(*RULES, *arguments, ".", "--output-format", output_format, cwd=cwd)
    assert finished.returncode == 1, finished.stderr
    assert finished.stderr == ""
    return finished.stdout


def sarif(run, *arguments: str, cwd: Path | None = None) -> dict:
    document = json.loads(report(run, "sarif", *arguments, cwd=cwd))
    validate(document, "sarif")
    [found] = document["runs"]
    return found


def test_grouped_has_a_heading_for_each_file(run, project) -> None:
    text = report(run, "grouped")
    assert text.startswith("broken.py:\n  2:9 syntax-error ")
    assert f"\n\n{PATH}:\n  5:5   LL102 `Counter.call" in text
    assert "\n  13:14 LL102 " in text
    assert text.splitlines()[-2].startswith("Found 3 errors.")


def test_json_lines_are_the_objects_of_json(run, project) -> None:
    lines = report(run, "json-lines").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(report(run, "json"))


def test_pylint_lines_are_what_pylint_readers_match(run, project) -> None:
    lines = report(run, "pylint").splitlines()
    pattern = re.compile(r"^(.+?):(\d+): \[(\S+)\] (.+)$")
    found = [match.groups()[:3] for line in lines if (match := pattern.match(line))]
    assert found == [
        ("broken.py", "2", "syntax-error"),
        (PATH, "5", "LL102"),
        (PATH, "13", "LL102"),
    ]


def test_azure_gets_a_logging_command_with_every_property(run, project) -> None:
    lines = report(run, "azure").splitlines()
    assert len(lines) == 3
    assert lines[2].startswith(
        f"##vso[task.logissue type=error;sourcepath={PATH};linenumber=13;columnnumber=14;"
        "code=LL102;]`Counter.call` writes"
    )


def test_junit_is_read_by_a_parser_of_test_results(run, project) -> None:
    document = junitparser.JUnitXml.fromstring(report(run, "junit").encode())
    assert (document.tests, document.failures, document.errors) == (3, 2, 1)
    broken, layer = document
    assert [type(case.result[0]) for case in broken] == [junitparser.Error]
    assert [case.classname for case in layer] == [PATH, PATH]
    assert all("`seen`" in case.result[0].message for case in layer)


def test_junit_has_one_passing_case_when_clean(run, tmp_path) -> None:
    (tmp_path / "clean.py").write_text("import keras\n")
    finished = run(*RULES, ".", "--output-format", "junit")
    assert finished.returncode == 0
    [suite] = junitparser.JUnitXml.fromstring(finished.stdout.encode())
    assert [case.is_passed for case in suite] == [True]


def test_junit_leaves_out_what_xml_cannot_hold(run, tmp_path) -> None:
    (tmp_path / "a\x01b.py").write_text(
        "import keras\nclass A(:\n\n\nclass B(keras.layers.Layer):\n    pass\n"
    )
    finished = run(*RULES, ".", "--output-format", "junit")
    [suite] = junitparser.JUnitXml.fromstring(finished.stdout.encode())
    assert suite.name == "a\N{REPLACEMENT CHARACTER}b.py"


def test_gitlab_gets_a_code_quality_report(run, project) -> None:
    entries = json.loads(report(run, "gitlab"))
    validate(entries, "gitlab")
    assert [entry["location"]["path"] for entry in entries] == ["broken.py", PATH, PATH]
    assert len({entry["fingerprint"] for entry in entries}) == 3


def test_rdjson_counts_columns_in_bytes(run, project) -> None:
    document = json.loads(report(run, "rdjson"))
    validate(document, "rdjson")
    start = document["diagnostics"][2]["location"]["range"]["start"]
    assert start == {"line": 13, "column": 14 + len("😀".encode()) - 1}


def test_an_rdjson_suggestion_is_the_whole_fix(run, project) -> None:
    document = json.loads(report(run, "rdjson"))
    [suggestion] = document["diagnostics"][1]["suggestions"]
    assert suggestion["range"] == {
        "start": {"line": 14, "column": 9},
        "end": {"line": 14, "column": 25},
    }
    assert suggestion["text"] == "if training:\n            count(self.seen)"


def test_sarif_has_results_for_bugs_and_notifications_for_what_cannot_be_read(run, project) -> None:
    found = sarif(run)
    assert [result["ruleId"] for result in found["results"]] == ["LL102", "LL102"]
    [invocation] = found["invocations"]
    [problem] = invocation["toolExecutionNotifications"]
    assert problem["descriptor"] == {"id": "syntax-error"}
    assert invocation["executionSuccessful"]


def test_sarif_says_what_was_not_looked_at(run, project) -> None:
    finished = run(*RULES, ".", "gone.py", "--output-format", "sarif")
    assert finished.returncode == 2
    [invocation] = json.loads(finished.stdout)["runs"][0]["invocations"]
    messages = [item["message"]["text"] for item in invocation["toolExecutionNotifications"]]
    assert "no such file or directory: gone.py" in messages
    assert not invocation["executionSuccessful"]


def test_sarif_places_are_relative_to_the_repository(run, project) -> None:
    for where in (project, project / "my pkg"):
        result = sarif(run, cwd=where)["results"][0]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert (unquote(place["uri"]), place["uriBaseId"]) == (PATH, "%SRCROOT%")


def test_sarif_has_the_page_of_each_rule(run, project) -> None:
    [rule] = sarif(run)["tool"]["driver"]["rules"]
    assert rule["name"] == "unguarded-state-update"
    assert rule["help"]["markdown"].startswith("# unguarded-state-update (LL102)")
    assert rule["fullDescription"]["text"].startswith("Reports a write to a weight")


def test_a_sarif_code_flow_goes_from_call_to_the_bug(run, project) -> None:
    result = sarif(run)["results"][0]
    [flow] = result["codeFlows"]
    locations = flow["threadFlows"][0]["locations"]
    rows = [item["location"]["physicalLocation"]["region"]["startLine"] for item in locations]
    assert rows == [14, 5]


@pytest.mark.parametrize("output_format", ["sarif", "gitlab"])
def test_fingerprints_survive_a_shift_of_lines(run, project, output_format: str) -> None:
    def known() -> list[str]:
        if output_format == "gitlab":
            return [entry["fingerprint"] for entry in json.loads(report(run, "gitlab"))]
        return [result["partialFingerprints"]["layerlint/v1"] for result in sarif(run)["results"]]

    before = known()
    (project / PATH).write_text(f"# new\n\n{LAYER}", encoding="utf-8")
    assert known() == before


def test_a_message_that_names_a_line_has_a_stable_fingerprint(run, tmp_path) -> None:
    source = (
        "import keras\n\n\nclass Scale(keras.layers.Layer):\n    def call(self, x):\n"
        "        return x\n\n\nmodel = keras.Sequential([Scale()])\nmodel.save('m.keras')\n"
        "keras.models.load_model('m.keras')\n"
    )

    def known(text: str) -> tuple[str, str]:
        (tmp_path / "layer.py").write_text(text)
        finished = run("--isolated", "--select", "LL506", ".", "--output-format", "gitlab")
        [entry] = json.loads(finished.stdout)
        return entry["fingerprint"], entry["description"]

    (before, first), (after, second) = known(source), known(f"\n\n{source}")
    assert "line 11" in first
    assert "line 13" in second
    assert before == after


def test_formats_can_be_written_to_files_beside_what_is_printed(run, project) -> None:
    both = ("--output-format", "sarif=out.sarif", "--output-format", "junit=out.xml")
    finished = run(*RULES, ".", *both, "--output-format", "concise")
    assert finished.stdout == report(run, "concise")
    validate(json.loads((project / "out.sarif").read_text()), "sarif")
    assert junitparser.JUnitXml.fromfile(str(project / "out.xml")).tests == 3


def test_a_format_with_a_file_leaves_the_configured_one_on_stdout(run, project) -> None:
    finished = run(*RULES, "--config", "output-format = 'pylint'", ".", "--output-format", "json=j")
    assert finished.stdout == report(run, "pylint")


def test_annotations_go_with_text_for_people(run, project) -> None:
    both = ("--output-format", "concise", "--output-format", "github")
    finished = run(*RULES, ".", *both)
    assert finished.stdout == report(run, "concise") + report(run, "github")


def test_the_last_format_wins_otherwise(run, project) -> None:
    finished = run(*RULES, ".", "--output-format", "concise", "--output-format", "json")
    assert finished.stdout == report(run, "json")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sarif="], "'sarif=' names no file after `=`"),
        (["srif=x"], "did you mean 'sarif'?"),
        (["json=no/such/directory/x"], "cannot write no/such/directory/x: "),
    ],
)
def test_what_cannot_be_written_is_refused(
    run, project, arguments: list[str], message: str
) -> None:
    formats = [word for name in arguments for word in ("--output-format", name)]
    finished = run(*RULES, ".", *formats)
    assert finished.returncode == 2
    assert message in finished.stderr


def test_statistics_have_no_report_format(run, project) -> None:
    finished = run(*RULES, ".", "--statistics", "--output-format", "sarif")
    assert (finished.returncode, finished.stdout) == (2, "")
    assert "--statistics has no sarif format" in finished.stderr


def test_json_has_every_key_that_ruff_has(run, project) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "-"]
    ruff = subprocess.run(
        [*command, "--output-format", "json"], input="import os\n", capture_output=True, text=True
    )
    [theirs] = json.loads(ruff.stdout)
    ours = json.loads(report(run, "json"))[1]
    assert set(ours) == {*theirs, "generations", "trace"}
    assert set(ours["fix"]) == set(theirs["fix"])
    assert set(ours["fix"]["edits"][0]) == set(theirs["fix"]["edits"][0])


def test_reports_lead_to_where_the_pages_of_the_rules_are_published(run, project: Path) -> None:
    published = "https://docs.example.org/unguarded-state-update.html"
    asked = ("--docs-url", "https://docs.example.org/{name}.html")
    entries = json.loads(report(run, "json", *asked))
    assert {entry["url"] for entry in entries if entry["code"] == "LL102"} == {published}
    [rule] = json.loads(report(run, "sarif", *asked))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == published
    found = json.loads(report(run, "rdjson", *asked))["diagnostics"]
    assert {one["code"].get("url") for one in found} == {published, None}
    assert f"%0A  see {published}\n" in report(run, "github", *asked)


def test_reports_for_other_machines_lead_to_no_page_of_this_one(run, project: Path) -> None:
    for output_format in ("sarif", "rdjson", "github", "gitlab", "junit"):
        assert "file://" not in report(run, output_format)
