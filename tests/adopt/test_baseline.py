"""A baseline accepts what was there, wherever it moves, and nothing else."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def accepted(run, project):
    """The project with its one bug accepted."""
    finished = run("baseline", "write")
    assert (finished.returncode, finished.stdout) == (0, "Accepted 1 finding in base.json.\n")
    return project


def test_what_is_accepted_is_not_reported(run, accepted) -> None:
    finished = run("check", ".")
    assert (finished.returncode, finished.stdout) == (0, "All checks passed!\n")
    assert finished.stderr == "1 finding accepted by base.json\n"


def test_it_stays_accepted_when_lines_move(run, accepted, layer) -> None:
    (accepted / "layer.py").write_text(f"# new\n\n\n{layer()}")
    assert run("check", ".").returncode == 0


def test_the_same_bug_in_another_class_is_new(run, accepted, layer) -> None:
    (accepted / "layer.py").write_text(layer() + "\n\n" + layer("Other"))
    finished = run("check", ".")
    assert finished.returncode == 1
    assert finished.stdout.count("LL102") == 1
    assert "`Other.call`" in finished.stdout


def test_another_bug_in_the_same_method_is_new(run, accepted, layer) -> None:
    (accepted / "layer.py").write_text(layer(second=True))
    finished = run("check", ".")
    assert finished.stdout.startswith("layer.py:11:9: LL102")
    assert finished.stdout.count("LL102") == 1


def test_one_more_of_the_same_is_new(run, accepted, layer) -> None:
    twice = layer().replace("        return", "        self.seen.assign_add(1.0)\n        return")
    (accepted / "layer.py").write_text(twice)
    assert run("check", ".").stdout.count("LL102") == 1


def test_the_baseline_holds_from_any_directory(run, accepted) -> None:
    (accepted / "sub").mkdir()
    assert run("check", "..", cwd=accepted / "sub").returncode == 0
    assert run("check", str(accepted / "layer.py"), cwd=accepted / "sub").returncode == 0


def test_stdin_is_held_against_the_baseline(run, accepted, layer) -> None:
    assert run("-", "--stdin-filename", "layer.py", stdin=layer()).returncode == 0
    finished = run("-", "--stdin-filename", "layer.py", stdin=layer(second=True))
    assert finished.stdout.count("LL102") == 1


def test_fixes_are_applied_to_what_is_new_only(run, accepted, layer) -> None:
    (accepted / "new.py").write_text(layer("New"))
    finished = run("check", "--fix", ".")
    assert finished.returncode == 0
    assert (accepted / "layer.py").read_text() == layer()
    assert "if training:" in (accepted / "new.py").read_text()


def test_what_is_paid_off_is_told_by_check_and_dropped_by_prune(run, accepted, layer) -> None:
    (accepted / "layer.py").write_text(layer().replace("        self.seen.assign_add(1.0)\n", ""))
    checked = run("baseline", "check")
    assert checked.returncode == 1
    assert checked.stdout.endswith("1 finding found no more, 0 new, against base.json.\n")
    assert run("baseline", "prune").stdout == "Dropped 1 finding from base.json.\n"
    assert run("baseline", "check").returncode == 0
    assert json.loads((accepted / "base.json").read_text())["findings"] == []


def test_check_tells_what_is_new(run, accepted, layer) -> None:
    (accepted / "layer.py").write_text(layer(second=True))
    finished = run("baseline", "check")
    assert finished.returncode == 1
    assert finished.stdout.splitlines()[0].endswith(": new")


def test_a_file_that_is_gone_is_pruned(run, accepted) -> None:
    (accepted / "layer.py").unlink()
    (accepted / "other.py").write_text("import keras\n")
    assert run("baseline", "prune").stdout == "Dropped 1 finding from base.json.\n"


def test_writing_for_some_files_keeps_the_others(run, accepted, layer) -> None:
    (accepted / "new.py").write_text(layer("New"))
    assert run("baseline", "write", "new.py").stdout == "Accepted 2 findings in base.json.\n"
    assert run("check", ".").returncode == 0


def test_writing_twice_gives_the_same_file(run, accepted) -> None:
    before = (accepted / "base.json").read_bytes()
    run("baseline", "write")
    assert (accepted / "base.json").read_bytes() == before


def test_a_finding_is_one_line_of_the_file(run, accepted) -> None:
    lines = (accepted / "base.json").read_text().splitlines()
    [line] = [line for line in lines if "LL102" in line]
    entry = json.loads(line)
    assert (entry["path"], entry["class"], entry["count"]) == ("layer.py", "Counter", 1)


def test_syntax_errors_cannot_be_accepted(run, project, layer) -> None:
    (project / "broken.py").write_text(f"class A(:\n    pass\n\n\n{layer()}")
    written = run("baseline", "write")
    assert "broken.py: syntax-error cannot be accepted" in written.stderr
    assert run("check", ".").returncode == 1


def test_the_command_line_names_another_baseline_or_none(run, accepted) -> None:
    assert run("check", "--baseline", "", ".").returncode == 1
    finished = run("check", "--baseline", "other.json", ".")
    assert finished.returncode == 2
    assert "there is no baseline other.json" in finished.stderr
    assert "hint: write it with `layerlint baseline write`" in finished.stderr


def test_without_an_option_the_file_has_a_name_of_its_own(run, tmp_path, layer) -> None:
    (tmp_path / "layer.py").write_text(layer())
    finished = run("baseline", "write", "--select", "LL102")
    assert "layerlint-baseline.json" in finished.stdout
    assert 'Set `baseline = "layerlint-baseline.json"`' in finished.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the baseline base.json is not valid JSON"),
        ("[]", "base.json is not a baseline of version 1"),
        ('{"version": 2, "findings": []}', "base.json is not a baseline of version 1"),
        ('{"version": 1, "findings": [{"path": 1}]}', "base.json is not a baseline of version 1"),
        ('{"version": 1, "findings": [7]}', "base.json is not a baseline of version 1"),
    ],
)
def test_what_is_no_baseline_is_refused(run, project, text: str, message: str) -> None:
    (project / "base.json").write_text(text)
    for command in (["check", "."], ["baseline", "prune"]):
        finished = run(*command)
        assert finished.returncode == 2
        assert message in finished.stderr
        assert "Traceback" not in finished.stderr


def test_a_missing_path_leaves_the_baseline_alone(run, accepted) -> None:
    before = (accepted / "base.json").read_bytes()
    assert run("baseline", "write", "layer.py", "gone.py").returncode == 2
    assert (accepted / "base.json").read_bytes() == before


def test_flags_may_stand_between_the_action_and_the_paths(run, project) -> None:
    finished = run("baseline", "write", "--isolated", "-j1", "--select", "LL102", "layer.py")
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout == "Accepted 1 finding in layerlint-baseline.json.\n"
