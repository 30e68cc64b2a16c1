"""`layerlint layers`: the classes that were found, and how."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FILES = {
    "pkg/__init__.py": "",
    "pkg/base.py": "import keras\n\nclass Base(keras.layers.Layer):\n  pass\n",
    "pkg/use.py": "from pkg.base import Base\nimport tf_keras\n\nclass Use(Base): pass\n"
    "def make():\n  class Inner(tf_keras.Model): pass\nclass Plain: pass\n",
}


def layers(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "layerlint", "layers", *arguments]
    return subprocess.run(command, cwd=directory, capture_output=True, text=True)


def test_each_class_is_a_line_that_an_editor_can_follow(project):
    done = layers(project(FILES).root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "pkg/base.py:3: layer Base < keras.layers.Layer (Keras 3: `keras` is Keras 3)",
        "pkg/use.py:4: layer Use < pkg.base.Base < keras.layers.Layer "
        "(Keras 3: `keras` is Keras 3)",
        "pkg/use.py:6: model make.<locals>.Inner < tf_keras.Model (Keras 2: `tf_keras` is Keras 2)",
    ]
    assert "3 classes in 2 files" in done.stderr


def test_json_has_every_fact(project):
    done = layers(project(FILES).root, "pkg/use.py", "--output-format", "json")
    found = json.loads(done.stdout)
    assert found[0] == {
        "filename": "pkg/use.py",
        "line": 4,
        "name": "Use",
        "kind": "layer",
        "chain": ["pkg.use.Use", "pkg.base.Base", "keras.layers.Layer"],
        "keras_bases": ["layers.Layer"],
        "complete": True,
        "generations": [3],
        "reason": "`keras` is Keras 3",
    }
    assert [entry["name"] for entry in found] == ["Use", "make.<locals>.Inner"]


def test_the_configuration_is_heard(project):
    written = project({**FILES, "more.py": "from company.nn import Root\nclass More(Root): pass\n"})
    configured = '[tool.layerlint]\nlayer-bases = ["company.nn.Root"]\ntarget-keras = "2"\n'
    (written.root / "pyproject.toml").write_text(configured)
    done = layers(written.root, "more.py")
    assert done.stdout == "more.py:2: layer More < company.nn.Root (Keras 2: target-keras is 2)\n"


def test_a_missing_path_is_said_and_the_rest_is_listed(project):
    done = layers(project(FILES).root, "pkg", "nowhere")
    assert done.returncode == 2
    assert "error: no such file or directory: nowhere\n" in done.stderr
    assert len(done.stdout.splitlines()) == 3


def test_libcst_is_not_needed(project):
    script = (
        "import sys; from layerlint.__main__ import main; code = main(); "
        "assert 'libcst' not in sys.modules; sys.exit(code)"
    )
    command = [sys.executable, "-c", script, "layers"]
    done = subprocess.run(command, cwd=project(FILES).root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_flags_that_have_no_say_are_refused(project):
    done = layers(project(FILES).root, "--unsafe-fixes")
    assert done.returncode == 2
    assert "unexpected argument '--unsafe-fixes'" in done.stderr


def test_losses_and_metrics_are_listed_where_their_kinds_are_asked_for(project):
    files = {
        "objects.py": "import keras\nclass Net(keras.Model): pass\n"
        "class Tilt(keras.losses.Loss): pass\nclass Steep(Tilt): pass\n"
        "class Hits(keras.metrics.Mean): pass\n"
    }
    root = project(files).root
    done = layers(root, "--kind", "loss", "--kind", "metric")
    assert [line.partition(" (")[0] for line in done.stdout.splitlines()] == [
        "objects.py:3: loss Tilt < keras.losses.Loss",
        "objects.py:4: loss Steep < objects.Tilt < keras.losses.Loss",
        "objects.py:5: metric Hits < keras.metrics.Mean",
    ]
    assert "Net" in layers(root).stdout
    assert "Tilt" not in layers(root).stdout
    wrong = layers(root, "--kind", "los")
    assert wrong.returncode == 2
    assert "did you mean 'loss'?" in wrong.stderr
