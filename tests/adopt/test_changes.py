"""`--diff-base` reports what lies on changed lines, or is reached by way of one."""

from __future__ import annotations

import pytest

ONE_RULE = ("check", "--isolated", "--select", "LL102", "--output-format", "concise")
HELPED = """\
from tensorflow import keras

from helper import count


class Helped(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None):
        return inputs
"""


@pytest.fixture
def committed(project, git, layer):
    """The layer with its bug, committed."""
    git("add", ".")
    git("commit", "--quiet", "--message", "Old")
    return project


def test_old_findings_are_left_out(run, committed) -> None:
    assert run(*ONE_RULE, "--diff-base", "HEAD").stdout == "All checks passed!\n"


def test_a_finding_on_a_new_line_is_reported(run, committed, layer) -> None:
    (committed / "layer.py").write_text(f"# moved\n{layer(second=True)}")
    finished = run(*ONE_RULE, "--diff-base", "HEAD")
    assert finished.returncode == 1
    assert finished.stdout.startswith("layer.py:12:9: LL102")
    assert finished.stdout.count("LL102") == 1


def test_all_of_a_new_file_is_new(run, committed, layer) -> None:
    (committed / "new.py").write_text(layer("New"))
    assert run(*ONE_RULE, "--diff-base", "HEAD").stdout.startswith("new.py:10:9: LL102")


def test_a_renamed_file_is_no_new_one(run, committed, git) -> None:
    git("mv", "layer.py", "renamed.py")
    assert run(*ONE_RULE, "--diff-base", "HEAD").returncode == 0


def test_a_new_call_is_told_what_its_old_helper_does(run, committed, git) -> None:
    (committed / "helper.py").write_text("def count(weight):\n    weight.assign_add(1.0)\n")
    (committed / "helped.py").write_text(HELPED)
    git("add", ".")
    git("commit", "--quiet", "--message", "A helper that nobody calls")
    called = HELPED.replace("        return", "        count(self.seen)\n        return")
    (committed / "helped.py").write_text(called)
    assert run(*ONE_RULE, "--diff-base", "HEAD").stdout.startswith("helper.py:2:5: LL102")


def test_changes_of_others_since_the_branch_began_are_not_ours(run, committed, git, layer) -> None:
    git("branch", "topic")
    (committed / "layer.py").write_text("# main went on\n")
    git("commit", "--quiet", "--all", "--message", "Theirs")
    git("checkout", "--quiet", "topic")
    assert run(*ONE_RULE, "--diff-base", "main").returncode == 0


def test_only_new_lines_are_fixed(run, committed, layer) -> None:
    (committed / "layer.py").write_text(layer() + "\n\n" + layer("New"))
    finished = run(*ONE_RULE, "--diff-base", "HEAD", "--fix")
    assert finished.returncode == 0, finished.stdout
    text = (committed / "layer.py").read_text()
    assert text.startswith(layer())
    assert text.count("if training:") == 1


def test_it_works_from_a_directory_below(run, committed, layer) -> None:
    (committed / "sub").mkdir()
    (committed / "sub" / "new.py").write_text(layer("New"))
    finished = run(*ONE_RULE, "--diff-base", "HEAD", "..", cwd=committed / "sub")
    assert finished.stdout.count("LL102") == 1


def test_a_revision_that_git_does_not_know_is_refused(run, committed) -> None:
    finished = run(*ONE_RULE, "--diff-base", "orign/main")
    assert finished.returncode == 2
    assert "git knows no revision 'orign/main'" in finished.stderr


def test_a_directory_without_a_repository_is_refused(run, project) -> None:
    finished = run(*ONE_RULE, "--diff-base", "HEAD")
    assert finished.returncode == 2
    assert "--diff-base needs a git repository" in finished.stderr
