"""How findings become diagnostics, and that neither screening nor processes make a difference."""

from __future__ import annotations

import gc
import json
import random
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.config.resolve import Configuration
from layerlint.engine import checking, pool
from layerlint.engine.linting import run as run_engine
from layerlint.engine.plan import Plan
from layerlint.files.discovery import discover
from layerlint.interpret.frames import Frame
from layerlint.interpret.run import Run as InterpretedRun
from layerlint.state.snapshot import Snapshot
from tests.conftest import Diagnose

BASE = """\
from tensorflow import keras


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def count(self):
        self.seen.assign_add(1.0)
"""
LAYER = (
    BASE.replace("def count(self)", "def call(self, inputs)")
    + "        return inputs + self.seen\n"
)
DERIVED = """\
from base import Base


class First(Base):
    def call(self, inputs):
        self.count()
        return inputs + self.seen


class Second(Base):
    def call(self, inputs, training=None):
        self.count()
        return inputs + self.seen
"""


def test_what_several_classes_inherit_is_reported_once(diagnose) -> None:
    found = diagnose(DERIVED, select="LL102", base=BASE)
    assert [(one.path, one.start_row) for one in found] == [("base.py", 9)]
    assert found[0].message.startswith("`First.call → Base.count`")


def test_an_inherited_finding_is_suppressed_where_it_stands(diagnose) -> None:
    quiet = BASE.replace("assign_add(1.0)", "assign_add(1.0)  # layerlint: ignore[LL102]")
    assert diagnose(DERIVED, select="LL102", base=quiet) == []


def test_one_defect_is_reported_once(lint) -> None:
    both = lint(LAYER, select=["LL101", "LL102"])
    alone = lint(LAYER, select=["LL101"])
    assert [code for code, _ in both] == ["LL102"]
    assert [code for code, _ in alone] == ["LL101"]


def test_a_finding_on_one_generation_only_says_so(diagnose) -> None:
    text = (
        "from tensorflow import keras\n\n\n"
        "class Noise(keras.layers.Layer):\n"
        "    def call(self, x, **kwargs):\n"
        "        return x * 2 if kwargs['training'] else x\n"
    )
    [on_both] = diagnose(text, select="LL109")
    assert on_both.message.endswith(" (Keras 3)")
    assert on_both.generations == (3,)
    [on_three] = diagnose("import keras\n" + text.replace("from tensorflow ", "# "), "LL109")
    assert not on_three.message.endswith(" (Keras 3)")


def test_a_rule_does_not_run_on_a_generation_that_it_is_not_about(lint) -> None:
    text = "import tf_keras as keras\n\n\nclass Noise(keras.layers.Layer):\n"
    text += "    def call(self, x, **kwargs):\n        return 2 * x if kwargs['training'] else x\n"
    assert lint(text, select="LL109") == []


def test_files_are_checked_by_their_own_configuration(run, tmp_path: Path) -> None:
    for name, select in (("a", "LL102"), ("b", "LL101")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "layerlint.toml").write_text(f'select = ["{select}"]\n')
        (tmp_path / name / "layer.py").write_text(LAYER)
    found = json.loads(run("check", "--output-format", "json").stdout)
    codes = {Path(one["filename"]).parent.name: one["code"] for one in found}
    assert codes == {"a": "LL102", "b": "LL101"}


# The same output, however it is arrived at


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every example of the rule book in random directories, and files without a layer."""
    chance = random.Random(0)
    for rule in catalogue.rules():
        for name in ("buggy", "fixed"):
            directory = tmp_path / f"package{chance.randrange(3)}"
            directory.mkdir(exist_ok=True)
            path = directory / f"{rule.name.replace('-', '_')}_{name}.py"
            path.write_text(rule.read(f"{name}.py"))
    (tmp_path / "plain.py").write_text("class Point(tuple):\n    pass\n")
    (tmp_path / "used.py").write_text(
        "from keras.models import load_model as load\n\nmodel = load(path)\n"
        "model.predict(x, training=False)\n"
    )
    (tmp_path / "derived.py").write_text(DERIVED)
    (tmp_path / "base.py").write_text(BASE)
    (tmp_path / "broken.py").write_text(
        "def f(:\nfrom base import Base\nclass B(Base):\n    pass\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(screen: bool = True, jobs: int = 1) -> list[tuple[object, ...]]:
    configuration = Configuration([("test", {"select": ("ALL",)})], file=None, isolated=True)
    files = discover(["."], configuration).files
    return [
        (
            *(*found.order, found.message, found.end_row, found.end_column, repr(found.fix)),
            *((step.path, step.row, step.message) for step in found.trace),
        )
        for found in run_engine(files, Snapshot(), screen=screen, jobs=jobs).diagnostics
    ]


@pytest.mark.usefixtures("project")
def test_screening_changes_nothing() -> None:
    assert shown(screen=True) == shown(screen=False) != []


@pytest.mark.usefixtures("project")
def test_forgetting_what_was_parsed_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = shown()
    monkeypatch.setattr(checking, "KEPT", 0)
    assert shown() == whole


@pytest.mark.usefixtures("project")
def test_several_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = shown()
    monkeypatch.setattr(pool, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(pool, "BATCH", 5000)
    assert shown(jobs=2) == alone


@pytest.mark.usefixtures("project")
def test_a_plan_can_be_sent_to_a_process_that_inherits_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = shown()
    monkeypatch.setattr(pool, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(pool, "BATCH", 50_000)
    monkeypatch.setattr(pool.sys, "platform", "darwin")
    assert shown(jobs=2) == alone


@pytest.mark.usefixtures("project")
def test_a_small_run_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_in_processes", lambda *_: pytest.fail("a process was started"))
    configuration = Configuration([], file=None, isolated=True)
    files = discover(["derived.py", "base.py"], configuration).files
    run_engine(files, Snapshot(), jobs=8)


def test_the_screen_parses_only_what_may_hold_something(project: Path) -> None:
    configuration = Configuration([], file=None, isolated=True)
    files = discover(["plain.py", "used.py", "derived.py", "broken.py"], configuration).files
    outcome = run_engine(files, Snapshot())
    assert outcome.parsed == 2  # `derived.py` for its layers, `used.py` for LL113
    assert run_engine(files, Snapshot(), screen=False).parsed == 3


def test_the_overlay_stands_above_the_disk(project: Path) -> None:
    configuration = Configuration([], file=None, isolated=True)
    files = discover(["base.py"], configuration).files
    contents = Snapshot({"base.py": BASE.replace("(self)", "(self").encode()})
    assert [found.code for found in run_engine(files, contents).diagnostics] == ["syntax-error"]


def test_a_plan_knows_which_files_hold_layers(project: Path) -> None:
    configuration = Configuration([], file=None, isolated=True)
    files = discover(["."], configuration).files
    plan = Plan(files, Snapshot(), screen=True)
    assert [found.diagnostic.code for found in plan.check("plain.py").answer.found] == []


def test_keras_itself_does_not_move_to_keras_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "import keras\n\n\ndef f(x):\n    return keras.backend.learning_phase()\n"
    for name in ("keras/src", "mine/src"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").touch()
        (folder / "__init__.py").touch()
        (folder / "module.py").write_text(text)
    configuration = Configuration([("test", {"select": ["LL705"]})], file=None, isolated=True)
    files = discover(["."], configuration).files
    for screen in (True, False):
        found = run_engine(files, Snapshot(), screen=screen).diagnostics
        assert [Path(one.path).parts[0] for one in found] == ["mine"]


# A function and a class in the frames in which they were written, and the flag in the layer.
SELF_REFERENCES = """
import keras


class Counting(keras.layers.Layer):
    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, x, training=None):
        class Step:
            def size(self):
                return Step

        def count(again):
            if again:
                count(False)
            return count

        self.mode = training
        self.seen.assign(self.seen + 1.0)
        return count(True), Step().size()
"""


def test_what_was_interpreted_goes_without_the_collector(
    diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "KEPT", 0)
    gc.collect()
    gc.disable()
    try:
        found = diagnose(SELF_REFERENCES, "LL102")
        left = [each for each in gc.get_objects() if isinstance(each, (Frame, InterpretedRun))]
    finally:
        gc.enable()
    assert [each.code for each in found] == ["LL102"]
    assert left == []
