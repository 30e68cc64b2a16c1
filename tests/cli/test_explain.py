"""`layerlint explain FILE:LINE` says what a finding rests on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from layerlint.files.notebook import from_cells
from tests.cli.conftest import BUGGY

LAYER = """\
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=())

    def call(self, x, training=None):
        mode = "train" if training else "test"
        if mode == "train":
            self.mean.assign_add(1.0)
        return x
"""


def explain(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "layerlint", "explain", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def beliefs(path: Path, line: int, name: str) -> list[str]:
    lines = [each.strip() for each in explain(f"{path}:{line}").stdout.splitlines()]
    place = lines.index(name)
    return lines[place + 1 : place + 4]


def test_a_name_has_its_value_in_each_world(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(LAYER, encoding="utf-8")
    told = beliefs(path, 10, "mode")
    assert [line.split(",")[0] for line in told] == [
        "train 'train'",
        "infer 'test'",
        "unset 'test'",
    ]


def test_a_line_behind_the_flag_is_not_reached_without_it(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(LAYER.replace("self.mean.assign", "mode.assign"), encoding="utf-8")
    assert beliefs(path, 11, "mode") == [
        "train 'train', picked by the flag",
        "infer is not reached",
        "unset is not reached",
    ]


def test_a_container_is_told_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(LAYER.replace("mode = ", 'modes = 1, "train"; mode = '), encoding="utf-8")
    assert "  modes: (1, 'train')\n" in explain(f"{path}:9").stdout


def test_nothing_is_told_of_a_name_that_only_is_itself(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(LAYER.replace("self.mean.assign_add(1.0)", "x = x + self.bias"), "utf-8")
    told = explain(f"{path}:11").stdout
    assert "Mean: reached in train\n" in told
    assert "self.bias" not in told.partition("What `call` sees there")[2]


def test_a_finding_is_told_with_its_fix_its_generation_and_its_rule(buggy: Path) -> None:
    told = explain(f"{buggy}:11")
    assert told.returncode == 0
    assert told.stdout.startswith("LL102")
    assert "11 +         if training:" in told.stdout
    assert "  layer Counter < tensorflow.keras.layers.Layer; Keras " in told.stdout
    assert "\nRule LL102\n  Reports a write to a weight" in told.stdout
    assert told.stdout.endswith("All of it: `layerlint rule LL102`\n")


def test_a_line_without_a_finding_says_where_there_is_one(buggy: Path) -> None:
    told = explain(f"{buggy}:12")
    assert told.returncode == 0
    assert told.stdout.startswith(f"Nothing is reported on {buggy}:12; in this file it is on line")
    assert "What `call` sees there" in told.stdout


def test_a_line_of_a_cell_is_explained(tmp_path: Path) -> None:
    note = tmp_path / "note.ipynb"
    cells = ["%time", BUGGY]
    note.write_text(from_cells([(True, source) for source in cells]), encoding="utf-8")
    told = explain(f"{note}:cell 2:11")
    assert told.stdout.startswith("LL102")
    assert "layer Counter" in told.stdout


def test_a_rule_is_explained_as_by_its_own_command() -> None:
    assert explain("LL102").stdout.startswith("# unguarded-state-update (LL102)")


def test_a_place_that_is_none_gets_a_clear_error_and_exit_code_2(buggy: Path) -> None:
    note = buggy.with_name("note.ipynb")
    note.write_text(from_cells([(True, "x = 1")]), encoding="utf-8")
    for place, error in (
        ("layers.py", "`layers.py` is neither FILE:LINE nor a rule"),
        ("LL1O2", "`LL1O2` is neither FILE:LINE nor a rule"),
        (f"{buggy}x:1", f"no such file: {buggy}x"),
        (f"{buggy}:99", f"{buggy} has 13 lines"),
        (f"{note}:1", f"{note} is a notebook"),
        (f"{note}:cell 2:1", f"{note} has no code cell 2"),
        (f"{note}:cell 1:9", f"cell 1 of {note} has 1 lines"),
        (f"{buggy}:cell 1:1", f"{buggy} has no cells"),
    ):
        told = explain(place)
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.splitlines()[0] == f"error: {error}"


def test_a_finding_that_a_comment_suppresses_is_explained_with_the_comment(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    ignored = "self.seen.assign_add(1.0)  # layerlint: ignore[LL102]  counts"
    path.write_text(BUGGY.replace("self.seen.assign_add(1.0)", ignored))
    told = explain(f"{path}:11", f"{path}:11").stdout
    assert told.count(f"Nothing is reported on {path}:11, nor elsewhere in the file.") == 2
    assert told.count(": suppressed by `# layerlint: ignore[LL102]  counts`\n") == 2
    assert "\nRule LL102\n" in told


def test_a_comment_on_the_call_that_leads_to_a_finding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    helper = "def count(weight):\n    weight.assign_add(1.0)\n\n\nclass Counter"
    call = "count(self.seen)  # layerlint: ignore[LL102]"
    text = BUGGY.replace("class Counter", helper).replace("self.seen.assign_add(1.0)", call)
    path.write_text(text)
    row = text.splitlines().index("    weight.assign_add(1.0)") + 1
    assert ": suppressed by `# layerlint: ignore[LL102]`\n" in explain(f"{path}:{row}").stdout


def test_a_finding_that_the_baseline_accepts_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(BUGGY)
    (tmp_path / "layerlint.toml").write_text('baseline = "accepted.json"\n')
    command = [sys.executable, "-m", "layerlint", "baseline", "write", "."]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    told = explain(f"{path}:11").stdout
    assert f"Nothing is reported on {path}:11, nor elsewhere in the file." in told
    assert ": the baseline accepts it\n" in told


def test_a_file_elsewhere_is_explained_as_part_of_its_project(tmp_path: Path) -> None:
    """What makes the class a layer lies in another folder than the file."""
    package = tmp_path / "project" / "src" / "nets" / "parts"
    package.mkdir(parents=True)
    (tmp_path / "project" / "pyproject.toml").write_text("[project]\nname = 'nets'\n")
    for folder in (package.parent, package):
        (folder / "__init__.py").touch()
    (package / "mean.py").write_text(LAYER)
    caller = package.parent / "caller.py"
    caller.write_text(
        "from nets.parts.mean import Mean\n\n\n"
        "class Both(Mean):\n"
        "    def call(self, x, training=None):\n"
        "        self.mean.assign_add(1.0)\n"
        "        return super().call(x, training)\n"
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    words = [sys.executable, "-m", "layerlint"]
    told = [
        subprocess.run(
            [*words, "explain", f"{caller if cwd == elsewhere else caller.relative_to(cwd)}:6"],
            cwd=cwd,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.partition("Where")[2]
        for cwd in (elsewhere, tmp_path / "project")
    ]
    assert told[0] == told[1]
    assert "Both < nets.parts.mean.Mean" in told[0]


WATCHED = """\
import sys
from layerlint.cli.dispatch import dispatch

seen = []
looked = ("open", "os.scandir", "os.listdir")
sys.addaudithook(lambda event, told: seen.append(str(told[0])) if event in looked else None)
dispatch(["explain", sys.argv[1]])
print("looked into it" if any("unrelated" in path for path in seen) else "left alone")
"""


def test_of_a_file_in_no_project_the_modules_beside_it_are_looked_at(tmp_path: Path) -> None:
    """What makes the class a layer is beside it; what lies below may be anything."""
    text = LAYER.replace("from tensorflow import keras", "from base import Base")
    (tmp_path / "mean.py").write_text(text.replace("keras.layers.Layer", "Base"))
    (tmp_path / "base.py").write_text("import keras\n\n\nclass Base(keras.layers.Layer): ...\n")
    (tmp_path / "below" / "unrelated").mkdir(parents=True)
    (tmp_path / "below" / "unrelated" / "layers.py").write_text(LAYER)
    command = [sys.executable, "-c", WATCHED, "mean.py:10"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "Mean < base.Base" in told
    assert told.endswith("left alone\n")
