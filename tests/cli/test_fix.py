"""Fixing: what is written, what is only shown, and what the exit code says."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

ONE_RULE = ("--isolated", "--select", "LL102")

# LL108's fix is unsafe: it renames a parameter that callers may use.
UNSAFE = """\
from tensorflow import keras


class Drop(keras.layers.Layer):
    def call(self, inputs, is_training=None):
        if is_training:
            inputs = keras.backend.dropout(inputs, 0.5)
        return inputs
"""

DIFF = """\
--- buggy.py
+++ buggy.py
@@ -8,5 +8,6 @@
         self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)
 {}
     def call(self, inputs, training=None):
-        self.seen.assign_add(1.0)
+        if training:
+            self.seen.assign_add(1.0)
         return inputs * (1.0 + 0.0 * self.seen)
""".replace("{}", "")


@pytest.fixture
def unsafe(tmp_path: Path) -> Path:
    """`unsafe.py`, with one diagnostic that has an unsafe fix."""
    path = tmp_path / "unsafe.py"
    path.write_text(UNSAFE)
    return path


def test_fix_rewrites_the_file(run, buggy: Path, clean: Path) -> None:
    finished = run(*ONE_RULE, "--fix", "buggy.py")
    assert buggy.read_text() == clean.read_text()
    assert finished.returncode == 0
    assert finished.stdout == "Found 1 error (1 fixed, 0 remaining).\n"


def test_a_second_run_changes_nothing(run, buggy: Path) -> None:
    run(*ONE_RULE, "--fix", "buggy.py")
    before = buggy.read_bytes(), buggy.stat().st_mtime_ns
    finished = run(*ONE_RULE, "--fix", "buggy.py")
    assert (buggy.read_bytes(), buggy.stat().st_mtime_ns) == before
    assert finished.stdout == "All checks passed!\n"


def test_without_fix_nothing_is_written(run, buggy: Path) -> None:
    before = buggy.read_bytes()
    run(*ONE_RULE, "--show-fixes", "buggy.py")
    assert buggy.read_bytes() == before


def test_what_cannot_be_fixed_remains_and_counts(run, buggy: Path, unsafe: Path) -> None:
    finished = run("--isolated", "--select", "LL102,LL108", "--fix", ".")
    assert finished.returncode == 1
    assert "LL108" in finished.stdout
    assert finished.stdout.endswith(
        "Found 2 errors (1 fixed, 1 remaining).\n"
        "No fixes by `--fix` (1 unsafe fix available with `--fix --unsafe-fixes`).\n"
    )


def test_unsafe_fixes_are_applied_only_when_asked_for(run, unsafe: Path) -> None:
    arguments = ("--isolated", "--select", "LL108", "unsafe.py")
    assert run(*arguments, "--fix").returncode == 1
    assert unsafe.read_text() == UNSAFE
    assert run(*arguments, "--fix", "--unsafe-fixes").returncode == 0
    assert "def call(self, inputs, training=None):\n        if training:" in unsafe.read_text()


def test_an_unsafe_fix_is_offered_as_such(run, unsafe: Path) -> None:
    text = run("--isolated", "--select", "LL108", "unsafe.py").stdout
    assert text.startswith("LL108 Keras fills")
    assert "note: This fix is unsafe" in text
    allowed = run("--isolated", "--select", "LL108", "--unsafe-fixes", "unsafe.py").stdout
    assert allowed.startswith("LL108 [*] ")


def test_the_difference_is_shown_and_nothing_written(run, buggy: Path) -> None:
    before = buggy.read_bytes()
    finished = run(*ONE_RULE, "--diff", "buggy.py")
    assert finished.stdout == DIFF
    assert finished.stderr == "Would fix 1 error.\n"
    assert finished.returncode == 1
    assert buggy.read_bytes() == before


def test_an_empty_difference_is_no_finding(run, unsafe: Path) -> None:
    finished = run("--isolated", "--select", "LL108", "--diff", "unsafe.py")
    assert (finished.returncode, finished.stdout) == (0, "")
    assert finished.stderr == "Nothing would be fixed. 1 error cannot be.\n"


def test_fix_only_reports_nothing(run, buggy: Path, unsafe: Path) -> None:
    finished = run("--isolated", "--select", "LL102,LL108", "--fix-only", ".")
    assert (finished.returncode, finished.stdout) == (0, "")
    assert "if training:" in buggy.read_text()


def test_fixes_are_listed_on_request(run, buggy: Path) -> None:
    finished = run(*ONE_RULE, "--fix", "--show-fixes", "buggy.py")
    assert finished.stderr == (
        "Fixed 1 error:\n- buggy.py:\n   1  LL102 (unguarded-state-update)\n"
    )


@pytest.mark.parametrize("mode", ["--fix", "--fix-only"])
def test_having_fixed_something_can_count_as_a_finding(run, buggy: Path, mode: str) -> None:
    arguments = (*ONE_RULE, mode, "--exit-non-zero-on-fix", "buggy.py")
    assert run(*arguments).returncode == 1
    assert run(*arguments).returncode == 0


def test_unfixable_rules_are_reported_without_a_fix(run, buggy: Path) -> None:
    before = buggy.read_bytes()
    finished = run(*ONE_RULE, "--unfixable", "LL102", "--fix", "buggy.py")
    assert finished.returncode == 1
    assert "LL102 [*]" not in finished.stdout
    assert buggy.read_bytes() == before


def test_only_fixable_rules_are_fixed(run, buggy: Path) -> None:
    before = buggy.read_bytes()
    run(*ONE_RULE, "--fixable", "state", "--fix", "buggy.py")
    assert buggy.read_bytes() == before


def test_the_configuration_can_trust_or_distrust_fixes(run, buggy: Path, unsafe: Path) -> None:
    before = buggy.read_bytes()
    run(*ONE_RULE, "--config", "extend-unsafe-fixes = ['LL102']", "--fix", "buggy.py")
    assert buggy.read_bytes() == before
    only = ("--isolated", "--select", "LL108", "--fix", "unsafe.py")
    run(*only, "--config", "extend-safe-fixes = ['LL108']")
    assert unsafe.read_text() != UNSAFE


def test_encoding_line_endings_and_mode_survive(run, buggy: Path) -> None:
    text = "# coding: latin-1\n# \xe9tat\n" + buggy.read_text()
    buggy.write_bytes(text.replace("\n", "\r\n").encode("latin-1"))
    buggy.chmod(0o755)
    assert run(*ONE_RULE, "--fix", "buggy.py").returncode == 0
    after = buggy.read_bytes()
    assert after.startswith(b"# coding: latin-1\r\n# \xe9tat\r\n")
    assert after.count(b"\n") == after.count(b"\r\n") == text.count("\n") + 1
    assert stat.S_IMODE(buggy.stat().st_mode) == 0o755


def test_a_byte_order_mark_survives(run, buggy: Path) -> None:
    buggy.write_bytes(b"\xef\xbb\xbf" + buggy.read_bytes())
    assert run(*ONE_RULE, "--fix", "buggy.py").returncode == 0
    assert buggy.read_bytes().startswith(b'\xef\xbb\xbf"""A layer')
    assert b"if training:" in buggy.read_bytes()


def test_a_broken_file_is_left_alone(run, buggy: Path) -> None:
    content = buggy.read_text() + "\ndef broken(:\n"
    buggy.write_text(content)
    finished = run(*ONE_RULE, "--fix", "buggy.py")
    assert finished.returncode == 1
    assert "syntax-error" in finished.stdout
    assert buggy.read_text() == content


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is writable here")
def test_a_file_that_cannot_be_written_fails(run, buggy: Path) -> None:
    buggy.chmod(0o444)
    finished = run(*ONE_RULE, "--fix", "buggy.py")
    assert finished.returncode == 2
    assert "error: cannot write buggy.py: Permission denied" in finished.stderr


def test_a_fix_in_a_base_reaches_what_is_found_in_its_subclasses(run, tmp_path: Path) -> None:
    (tmp_path / "base.py").write_text(
        "from tensorflow import keras\n\n\n"
        "class Base(keras.layers.Layer):\n"
        "    def build(self, input_shape):\n"
        "        self.seen = self.add_weight(name='seen', shape=(), trainable=False)\n\n"
        "    def call(self, inputs, training=None):\n"
        "        self.seen.assign_add(1.0)\n"
        "        return inputs + self.seen\n"
    )
    (tmp_path / "derived.py").write_text(
        "from base import Base\n\n\nclass Derived(Base):\n    pass\n"
    )
    finished = run(*ONE_RULE, "--fix", ".")
    assert finished.returncode == 0
    assert (tmp_path / "base.py").read_text().count("if training:") == 1
    assert finished.stdout == "Found 1 error (1 fixed, 0 remaining).\n"


def test_what_could_not_be_written_is_not_said_to_be_fixed(
    run, buggy: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.py").write_bytes(buggy.read_bytes())
    (tmp_path / "twin.py").hardlink_to(buggy)
    finished = run(*ONE_RULE, "--fix", "--show-fixes", "buggy.py", "other.py")
    assert finished.returncode == 2
    assert "buggy.py has other names (hard links)" in finished.stderr
    assert "Fixed 1 error:\n- other.py:" in finished.stderr
    assert "--> buggy.py:11:9" in finished.stdout
    assert "11 |         self.seen.assign_add(1.0)" in finished.stdout
    assert "Found 2 errors (1 fixed, 1 remaining)." in finished.stdout
    assert "if training:" in (tmp_path / "other.py").read_text()


def test_a_link_and_what_it_leads_to_are_fixed_once(run, buggy: Path, tmp_path: Path) -> None:
    (tmp_path / "link.py").symlink_to("buggy.py")
    finished = run(*ONE_RULE, "--fix", ".")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert buggy.read_text().count("if training:") == 1
    assert (tmp_path / "link.py").is_symlink()


def test_a_file_outside_of_the_tree_is_not_fixed_through_a_link(
    run, buggy: Path, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "link.py").symlink_to("../buggy.py")
    before = buggy.read_bytes()
    for path in (".", "link.py"):
        finished = run(*ONE_RULE, "--fix", path, cwd=tree)
        assert finished.returncode == 2
        assert "error: link.py is a link to" in finished.stderr
        assert "fixed, " not in finished.stdout
    assert buggy.read_bytes() == before
