"""`layerlint check`: paths, selection, formats and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from layerlint import __version__

ONE_RULE = ("--isolated", "--select", "LL102")
MESSAGE = (
    "buggy.py:11:9: LL102 [*] `Counter.call` writes `seen` in inference too: "
    "nothing on the way asks for `training`, so `predict` moves the state\n"
)


def test_check_is_the_default_command(run, buggy) -> None:
    implied = run(*ONE_RULE, "buggy.py")
    spelled = run("check", *ONE_RULE, "buggy.py")
    assert implied.stdout == spelled.stdout != ""
    assert implied.returncode == spelled.returncode == 1


def test_a_file_without_bugs_passes(run, clean) -> None:
    finished = run(*ONE_RULE, "clean.py")
    assert (finished.returncode, finished.stdout) == (0, "All checks passed!\n")


def test_a_directory_is_searched(run, buggy) -> None:
    assert run(*ONE_RULE, ".").returncode == 1


def test_without_paths_the_current_directory_is_checked(run, buggy) -> None:
    assert run("check", *ONE_RULE).returncode == 1


def test_without_arguments_the_help_is_shown(run) -> None:
    finished = run()
    assert finished.returncode == 2
    assert "usage: layerlint" in finished.stdout


def test_the_version_is_printed(run) -> None:
    assert run("--version").stdout == f"layerlint {__version__}\n"


@pytest.mark.parametrize(
    "selector", ["LL102", "ll102", "LL10", "LL1", "unguarded-state-update", "training", "ALL"]
)
def test_rules_are_selected_by_code_prefix_name_and_family(run, buggy, selector) -> None:
    finished = run("--isolated", "--select", selector, "--output-format", "concise", "buggy.py")
    assert "LL102" in finished.stdout


def test_ignored_rules_do_not_run(run, buggy) -> None:
    finished = run("--isolated", "--select", "LL102,LL106", "--ignore", "LL102", "buggy.py")
    assert finished.returncode == 0


def test_rules_are_added_to_the_selection(run, buggy) -> None:
    finished = run("--isolated", "--select", "LL106", "--extend-select", "LL102", "buggy.py")
    assert finished.returncode == 1


def test_rules_are_taken_from_the_selection(run, buggy) -> None:
    arguments = ("--isolated", "--select", "LL106,LL102")
    finished = run(*arguments, "--extend-ignore", "unguarded-state-update", "buggy.py")
    assert finished.returncode == 0


def test_concise_output_is_one_line_each(run, buggy) -> None:
    finished = run(*ONE_RULE, "--output-format", "concise", "buggy.py")
    assert finished.stdout == (f"{MESSAGE}Found 1 error.\n[*] 1 fixable with `--fix`.\n")


def test_json_has_the_keys_of_ruff_and_two_more(run, buggy) -> None:
    [entry] = json.loads(run(*ONE_RULE, "--output-format", "json", "buggy.py").stdout)
    page = Path(url2pathname(urlsplit(entry.pop("url")).path))
    assert page.read_text().startswith("# unguarded-state-update (LL102)")
    message = entry.pop("message")
    assert message.startswith("`Counter.call` writes `seen`")
    assert entry == {
        "cell": None,
        "code": "LL102",
        "name": "unguarded-state-update",
        "location": {"row": 11, "column": 9},
        "end_location": {"row": 11, "column": 34},
        "filename": str(buggy),
        "fix": {
            "applicability": "safe",
            "message": "Guard with `if training:`",
            "edits": [
                {
                    "content": "if training:\n            self.seen.assign_add(1.0)",
                    "location": {"row": 11, "column": 9},
                    "end_location": {"row": 11, "column": 34},
                }
            ],
        },
        "noqa_row": 11,
        "severity": "error",
        "generations": [2, 3],
        "trace": [],
    }


def test_json_is_an_empty_list_when_there_is_nothing(run, clean) -> None:
    assert run(*ONE_RULE, "--output-format", "json", "clean.py").stdout == "[]\n"


def test_github_gets_workflow_commands(run, buggy) -> None:
    finished = run(*ONE_RULE, "--output-format", "github", "buggy.py")
    assert finished.stdout.startswith(
        "::error title=layerlint (LL102),file=buggy.py,line=11,col=9,endLine=11,endColumn=34::"
        "buggy.py:11:9: LL102 `Counter.call` writes `seen` in inference too"
    )
    assert finished.stdout.endswith("%0A  help: Guard with `if training:`\n")


def test_full_output_shows_the_code_the_fix_and_the_proof(run, buggy) -> None:
    text = run(*ONE_RULE, "buggy.py").stdout
    assert text.startswith("LL102 [*] `Counter.call` writes")
    assert (
        "   --> buggy.py:11:9\n"
        "   |\n"
        "9  |\n"
        "10 |     def call(self, inputs, training=None):\n"
        "11 |         self.seen.assign_add(1.0)\n"
        "   |         ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "12 |         return inputs * (1.0 + 0.0 * self.seen)\n"
        "   |\n"
        "help: Nothing on the way asks for `training`, so `predict` moves the state\n"
        "help: Guard with `if training:`\n"
        "   |\n"
        "10 |     def call(self, inputs, training=None):\n"
        "   -         self.seen.assign_add(1.0)\n"
        "11 +         if training:\n"
        "12 +             self.seen.assign_add(1.0)\n"
        "13 |         return inputs * (1.0 + 0.0 * self.seen)\n"
        "   |\n"
        "note: Proven at run time: "
    ) in text
    assert "See `layerlint rule LL102`" in text


def test_the_proof_of_a_rule_is_quoted_once(run, buggy) -> None:
    (buggy.parent / "again.py").write_text(buggy.read_text())
    text = run(*ONE_RULE, ".").stdout
    assert text.count("LL102 [*]") == 2
    assert text.count("Proven at run time") == 1


def test_the_way_to_a_helper_is_shown(run, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(
        "from tensorflow import keras\n\n\n"
        "class Mean(keras.layers.Layer):\n"
        "    def build(self, input_shape):\n"
        "        self.mean = self.add_weight(name='mean', shape=(), trainable=False)\n\n"
        "    def _update(self, x):\n"
        "        self.mean.assign(x)\n\n"
        "    def call(self, x, training=None):\n"
        "        self._update(x)\n"
        "        return x - self.mean\n"
    )
    text = run(*ONE_RULE, "layer.py").stdout
    assert "note: `call` gets there by way of\n      layer.py:12:9  " in text
    assert "\n      layer.py:9:9   self.mean.assign(x)\n" in text
    [entry] = json.loads(run(*ONE_RULE, "--output-format", "json", "layer.py").stdout)
    assert [step["location"]["row"] for step in entry["trace"]] == [12, 9]


def test_the_report_goes_to_a_file(run, buggy, tmp_path: Path) -> None:
    finished = run(*ONE_RULE, "--output-format", "concise", "--output-file", "report.txt", ".")
    assert (finished.returncode, finished.stdout) == (1, "")
    assert (tmp_path / "report.txt").read_text().startswith(MESSAGE)


def test_statistics_count_the_rules(run, buggy) -> None:
    (buggy.parent / "again.py").write_text(buggy.read_text())
    finished = run(*ONE_RULE, "--statistics", ".")
    assert finished.stdout == "2  LL102  [*] unguarded-state-update\n"
    entries = json.loads(run(*ONE_RULE, "--statistics", "--output-format", "json", ".").stdout)
    assert entries == [
        {
            "code": "LL102",
            "name": "unguarded-state-update",
            "count": 2,
            "fixable": True,
            "fixable_count": 2,
        }
    ]


def test_exit_zero_hides_findings_but_not_failures(run, buggy) -> None:
    assert run(*ONE_RULE, "--exit-zero", "buggy.py").returncode == 0
    assert run(*ONE_RULE, "--exit-zero", "buggy.py", "missing.py").returncode == 2


def test_quiet_leaves_out_everything_but_diagnostics(run, buggy) -> None:
    finished = run(*ONE_RULE, "-q", "--output-format", "concise", "buggy.py")
    assert (finished.stdout, finished.stderr) == (MESSAGE, "")


def test_verbose_says_what_is_going_on(run, buggy) -> None:
    said = run(*ONE_RULE, "-v", "buggy.py").stderr
    assert "1 file found, 1 of them parsed, 0 only screened" in said


def test_show_files_lists_and_checks_nothing(run, buggy, clean) -> None:
    finished = run("--isolated", "--show-files", ".")
    assert (finished.returncode, finished.stdout) == (0, "buggy.py\nclean.py\n")


def test_every_diagnostic_of_a_run_is_sorted(run, buggy) -> None:
    for name in ("b.py", "a.py", "sub/c.py"):
        path = buggy.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(buggy.read_text())
    found = json.loads(run(*ONE_RULE, "--output-format", "json", "sub", "b.py", ".").stdout)
    names = [Path(entry["filename"]).name for entry in found]
    assert names == ["a.py", "b.py", "buggy.py", "c.py"]


def test_a_file_given_twice_is_checked_once(run, buggy) -> None:
    finished = run(*ONE_RULE, "--output-format", "json", "buggy.py", "./buggy.py", ".")
    assert len(json.loads(finished.stdout)) == 1


@pytest.mark.parametrize(
    ("environment", "flags", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour_is_for_those_who_want_it(run, buggy, environment, flags, coloured) -> None:
    finished = run(*ONE_RULE, *flags, "buggy.py", environment=environment)
    assert ("\x1b[" in finished.stdout) == coloured


def test_the_target_narrows_what_is_reported(run, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(
        "from tensorflow import keras\n\n\n"
        "class Noise(keras.layers.Layer):\n"
        "    def call(self, x, **kwargs):\n"
        "        if kwargs.get('training'):\n"
        "            x = x + 1\n"
        "        return x\n"
    )
    arguments = ("--isolated", "--select", "LL109", "--output-format", "concise", "layer.py")
    assert "(Keras 3)" in run(*arguments).stdout
    on_three = run(*arguments, "--target-keras", "3").stdout
    assert "LL109" in on_three
    assert "(Keras 3)" not in on_three
    assert run(*arguments, "--target-keras", "2").returncode == 0


def test_a_reader_that_has_had_enough_of_the_help_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "layerlint", "--help"]
    finished = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)
    assert finished.stderr == ""


def test_the_help_names_each_flag_once(run) -> None:
    lines = [line.split()[0] for line in run("check", "--help").stdout.splitlines() if line.strip()]
    assert "--respect-gitignore" in lines
    assert "--no-respect-gitignore" not in lines


def test_paths_may_stand_between_flags(run, buggy, clean) -> None:
    finished = run("clean.py", "--isolated", "--select", "LL102", "buggy.py")
    assert finished.returncode == 1
    assert "buggy.py:11" in finished.stdout


def test_the_order_of_sets_changes_nothing(run, tmp_path: Path) -> None:
    (tmp_path / "bins.py").write_text(
        "import keras\n\n\n"
        "class Bins(keras.layers.Layer):\n"
        "    def build(self, input_shape):\n"
        "        self.least = self.add_weight(shape=(), name='least')\n"
        "        self.most = self.add_weight(shape=(), name='most')\n\n"
        "    def call(self, x):\n"
        "        return keras.ops.floor((x - self.least) / (self.most - self.least))\n"
    )
    said = {
        run("--isolated", "--no-cache", "bins.py", environment={"PYTHONHASHSEED": seed}).stdout
        for seed in "1234"
    }
    assert len(said) == 1
    assert "LL223" in said.pop()


def test_timing_a_run_of_every_rule_changes_nothing_that_it_finds(run) -> None:
    options = ("--isolated", "--no-cache", "--select", "ALL", "--output-format", "concise")
    book = Path(__file__).resolve().parents[2] / "rules" / "state"
    timed = run(*options, "--timings", str(book))
    assert timed.stdout == run(*options, str(book)).stdout
    assert "asked by rules: " in timed.stderr
