"""`layerlint prove` says what was observed, for people and for programs."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.cli import prove
from layerlint.cli.parser import Parser
from layerlint.proof import runner
from layerlint.proof.claims import Claim, Outcome
from layerlint.proof.runner import Proven


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `layerlint prove` as a user does."""
    command = [sys.executable, "-m", "layerlint", "prove", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def parsed(*arguments: str) -> argparse.Namespace:
    """The arguments of `layerlint prove`."""
    parser = Parser("layerlint prove")
    prove.configure(parser)
    return parser.parse(arguments)


@pytest.fixture
def made_up(monkeypatch):
    """Let proofs come out as told, without TensorFlow: a function of what is seen."""

    def come_out(broken: bool, detail: str, error: str | None = None) -> None:
        (rule,) = catalogue.select(["LL107"])

        def prove_nothing(rules, generations, watch):
            for generation in generations:
                watch("about to run")
                claim = Claim(rule.code, rule.folder, generation, "buggy", broken=True)
                outcome = Outcome(claim, broken, detail, error)
                yield Proven(rule, generation, f"{generation}.0", "2.0", (outcome,))

        monkeypatch.setattr(runner, "prove", prove_nothing)

    return come_out


def test_a_proof_is_printed_for_each_generation():
    result = run("LL107")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines if line.startswith("Keras")] == [
        ["Keras", installed_version(3)],
        ["Keras", installed_version(2)],
    ]
    assert lines.count("LL107 training-without-default") == 2
    assert any(line.startswith("  buggy:") and "TypeError" in line for line in lines)
    assert lines[-1] == "All 2 proofs hold."


def installed_version(generation: int) -> str:
    """The installed version of a generation of Keras."""
    from importlib.metadata import version

    return version("keras" if generation == 3 else "tf_keras")


def test_json_holds_every_claim_and_the_current_directory_does_not_matter(tmp_path):
    (tmp_path / "keras.py").write_text("raise ImportError('not the Keras that is installed')\n")
    result = run("LL107", "--keras", "3", "--output-format", "json", cwd=tmp_path)
    (entry,) = json.loads(result.stdout)
    assert result.stderr == ""
    assert (entry["code"], entry["name"], entry["generation"], entry["holds"]) == (
        "LL107",
        "training-without-default",
        3,
        True,
    )
    assert [claim["subject"] for claim in entry["claims"]] == ["buggy", "fixed", "unchanged"]
    assert [claim["broken"] for claim in entry["claims"]] == [True, False, False]


def test_a_proof_that_does_not_hold_exits_with_1_and_says_what_was_expected(made_up, capsys):
    made_up(False, "nothing happened")
    assert prove.run(parsed("--keras", "3")) == 1
    output = capsys.readouterr().out
    assert "FAILED" in output
    assert "nothing happened" in output
    assert "but buggy.py must be broken on Keras 3" in output
    assert output.endswith("1 of 1 proofs failed: LL107 on Keras 3.\n")


def test_the_error_of_a_proof_is_shown(made_up, capsys):
    made_up(False, "", "ValueError: the reason\nand a page of it")
    assert prove.run(parsed("--keras", "2")) == 1
    output = capsys.readouterr().out
    assert "ValueError: the reason" in output
    assert "and a page of it" not in output


def test_there_is_no_progress_where_there_is_no_terminal(made_up, capsys):
    made_up(True, "seen")
    prove.run(parsed())
    assert capsys.readouterr().err == ""


def test_progress_is_shown_on_a_terminal(made_up, capsys, monkeypatch):
    made_up(True, "seen")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    prove.run(parsed())
    assert "about to run" in capsys.readouterr().err


def test_an_unknown_rule_exits_with_2_and_names_the_nearest():
    result = run("training-without-defualt")
    assert result.returncode == 2
    assert result.stdout == ""
    assert "unknown rule 'training-without-defualt'" in result.stderr
    assert "did you mean 'training-without-default'?" in result.stderr


def test_missing_tensorflow_is_one_clear_line_and_exits_with_2():
    code = (
        "import sys, importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda n, *a: None if n == 'tensorflow' else find(n, *a)\n"
        "from layerlint.cli.dispatch import dispatch\n"
        "sys.exit(dispatch(['prove', 'LL107']))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("error: proofs run in TensorFlow, which is not installed\n")
