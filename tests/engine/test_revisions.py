"""What is analysed again after an edit: what rests on it, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from layerlint.config.resolve import Configuration
from layerlint.engine.linting import run
from layerlint.engine.outcome import Outcome
from layerlint.files.discovery import discover
from layerlint.state.snapshot import Snapshot

BASE = """\
import keras


class Base(keras.layers.Layer):
    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def count(self):
        self.seen.assign(self.seen + 1.0)


def helper(x):
    return x
"""
DERIVED = """\
from base import Base


class Counting(Base):
    def call(self, x, training=None):
        self.count()
        return x
"""
USER = """\
import keras
from base import helper


class Using(keras.layers.Layer):
    def call(self, x):
        return x
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A base class, a class that derives from it, and one whose module only imports from there."""
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "base.py").write_text(BASE)
    (tmp_path / "derived.py").write_text(DERIVED)
    (tmp_path / "user.py").write_text(USER)
    (tmp_path / "plain.py").write_text("X = 1\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(before: Outcome | None = None, paths: Sequence[str] = (".",)) -> Outcome:
    """The outcome as things are, from what was known before."""
    files = discover(paths, Configuration([], file=None, isolated=True)).files
    known = dict(before.known).get if before is not None else None
    return run(files, Snapshot(), known=known)


def told(outcome: Outcome) -> list[tuple[str, int, str]]:
    """The place and code of each diagnostic."""
    return [(found.path, found.start_row, found.code) for found in outcome.diagnostics]


def test_nothing_is_analysed_again_where_nothing_changed(project):
    before = checked()
    after = checked(before)
    assert (before.answered, after.answered) == (4, 0)
    assert told(after) == told(before) == [("base.py", 9, "LL102")]


def test_an_edit_elsewhere_concerns_no_layer(project):
    before = checked()
    (project / "plain.py").write_text("X = 2\n")
    assert checked(before).answered == 1


def test_a_body_concerns_its_own_file(project):
    before = checked()
    (project / "user.py").write_text(USER.replace("return x", "return x + 0"))
    after = checked(before)
    assert after.answered == 1
    assert told(after) == told(before)


def test_a_base_class_concerns_what_derives_from_it_and_not_who_imports_a_function(project):
    before = checked()
    (project / "base.py").write_text(BASE.replace("self.seen + 1.0", "self.seen"))
    after = checked(before)
    assert after.answered == 2
    assert told(after) == told(checked())


def test_a_class_that_becomes_a_layer_is_found_behind_its_base(project):
    (project / "base.py").write_text(BASE.replace("keras.layers.Layer", "object"))
    before = checked()
    assert told(before) == []
    (project / "base.py").write_text(BASE)
    assert told(checked(before)) == [("base.py", 9, "LL102")]


def test_places_follow_an_edit_above_them(project):
    before = checked()
    (project / "base.py").write_text(f"# note\n{BASE}")
    assert told(checked(before)) == [("base.py", 10, "LL102")]


def test_a_file_that_is_gone_takes_its_findings_along(project):
    before = checked()
    (project / "derived.py").unlink()
    assert told(checked(before)) == []


def test_a_text_above_the_disk_is_a_revision_like_any_other(project):
    before = checked()
    files = discover(["."], Configuration([], file=None, isolated=True)).files
    quiet = DERIVED.replace("        self.count()\n", "")
    after = run(files, Snapshot({"derived.py": quiet.encode()}), known=dict(before.known).get)
    assert told(after) == []
    assert told(checked(after)) == told(before)


def test_a_new_file_concerns_nobody_whose_imports_lead_where_they_led(project):
    before = checked()
    (project / "more.py").write_text("Y = 1\n")
    assert checked(before).answered == 1


def test_a_file_that_is_gone_concerns_who_imports_it(project):
    before = checked()
    (project / "base.py").unlink()
    after = checked(before)
    assert after.answered == 2
    assert told(after) == told(checked()) == []


def test_a_module_that_comes_is_found_by_who_looked_for_it(project):
    (project / "derived.py").write_text(DERIVED.replace("from base", "from elsewhere"))
    before = checked()
    assert told(before) == []
    (project / "elsewhere.py").write_text(BASE)
    after = checked(before)
    assert told(after) == told(checked()) == [("elsewhere.py", 9, "LL102")]


def test_a_module_that_comes_between_takes_the_place_of_the_one_behind(project):
    (project / "src").mkdir()
    (project / "src" / "derived.py").write_text(DERIVED)
    before = checked()
    (project / "src" / "base.py").write_text(BASE.replace("+ 1.0", ""))
    assert told(checked(before)) == told(checked())


def test_an_application_that_becomes_a_package_is_for_others_to_use(project):
    net = "import tensorflow as tf\n\n\nclass Net(tf.keras.layers.Layer):\n    def call(self, x):\n"
    (project / "net.py").write_text(f"{net}        return x * tf.cast(self.size, tf.float32)\n")
    train = "import net\n\nif __name__ == '__main__':\n    net.make().fit()\n"
    (project / "train.py").write_text(train)
    (project / "pyproject.toml").rename(project / "README.md")
    before = checked()
    assert ("net.py", 6, "LL308") not in told(before)
    (project / "setup.cfg").write_text("[flake8]\nmax-line-length = 100\n")
    between = checked(before)
    assert ("net.py", 6, "LL308") not in told(between)
    (project / "setup.cfg").write_text("[metadata]\nname = net\n")
    after = checked(between)
    assert ("net.py", 6, "LL308") in told(after)
    assert told(after) == told(checked())


def test_a_package_that_comes_into_being_names_its_modules_anew(project):
    before = checked()
    (project / "__init__.py").touch()
    assert told(checked(before)) == told(checked())


def test_what_is_asked_for_counts_for_those_around_whom_it_is_asked(project):
    source = DERIVED.replace("base import Base", "keras.layers import Layer as Base")
    (project / "derived.py").write_text(source.replace("keras.layers", "tensorflow.keras.layers"))
    for asked in ("tensorflow==2.10", "tensorflow==2.17", "nothing"):
        before = checked()
        (project / "requirements.txt").write_text(f"{asked}\n")
        assert told(checked(before)) == told(checked())


def test_a_run_over_some_files_uses_what_is_known_of_all(project):
    before = checked()
    assert checked(before, ["plain.py", "user.py"]).answered == 0


def test_a_run_over_some_files_sees_only_these_derive_from_a_class(project):
    before = checked()
    assert told(checked(before, ["base.py"])) == told(checked(None, ["base.py"])) == []


def test_a_run_over_all_uses_what_is_known_of_some(project):
    before = checked(None, ["plain.py", "user.py"])
    after = checked(before)
    assert (after.answered, told(after)) == (2, told(checked()))


def test_an_edit_that_leaves_who_runs_a_method_concerns_no_one_who_asked_for_them(project):
    """Whether a class lacks a `call` rests on the files that run the method that it has."""
    layer = "import keras\n\n\nclass Lone(keras.layers.Layer):\n    def forward(self, x):\n"
    (project / "lone.py").write_text(layer + "        return x\n")
    runner = "from lone import Lone\n\nprint(Lone().forward(1))\n"
    (project / "runner.py").write_text(runner)
    first = checked()
    (project / "runner.py").write_text(runner + "print()\n")
    second = checked(first)
    assert second.answered == 1
    (project / "runner.py").write_text("print()\n")
    third = checked(second)
    assert third.answered == 2
    assert told(third) == told(checked()) != told(first)


def test_who_asked_for_a_function_in_vain_is_concerned_when_it_comes_and_not_before(project):
    (project / "asking.py").write_text(
        "import keras\nimport base\n\n\n"
        "class Asking(keras.layers.Layer):\n"
        "    def call(self, x):\n"
        "        return base.later(x)\n"
    )
    before = checked()
    (project / "base.py").write_text(BASE.replace("    return x", "    return x + 1.0"))
    after = checked(before)
    assert after.answered == 2  # the file itself and what derives from its class
    (project / "base.py").write_text(BASE + "\n\ndef later(x):\n    return x\n")
    assert checked(after).answered == 3  # and who asked, not all who import from it
