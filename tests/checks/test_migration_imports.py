"""Moving to Keras 3: imports that fail, names that are not found, and those that are excused."""

from __future__ import annotations

import pytest

from layerlint.checks.migration.legacy_keras_import import legacy_keras_import
from layerlint.engine.preview import Preview
from layerlint.facts.modules import KERAS_ONLY_MODULES, KERAS_ONLY_NAMES, MODULES, NAMES
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.reach import Reach


def fixed(diagnose, source):
    """The source with the fixes of LL701 for Keras 3 applied."""
    edits = sorted(
        {
            edit
            for diagnostic in diagnose(source, "LL701", {"target-keras": "3"})
            if diagnostic.fix
            for edit in diagnostic.fix.edits
        },
        reverse=True,
    )
    for edit in edits:
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from keras.layers.core import Dense\n", "from keras.layers import Dense\n"),
        ("from keras.engine.training import Model\n", "from keras.models import Model\n"),
        (
            "from keras.engine import Layer, Model as M\n",
            "from keras.layers import Layer\nfrom keras.models import Model as M\n",
        ),
        (
            "from keras.utils.np_utils import to_categorical\n",
            "from keras.utils import to_categorical\n",
        ),
        (
            "from tensorflow.keras.layers.experimental.preprocessing import Resizing\n",
            "from tensorflow.keras.layers import Resizing\n",
        ),
        (
            "from tensorflow.keras.layers.experimental import preprocessing\n",
            "from tensorflow.keras import layers as preprocessing\n",
        ),
        (
            "from tensorflow.python.keras.layers import Dense, Layer\n",
            "from tensorflow.keras.layers import Dense, Layer\n",
        ),
        (
            "from tensorflow.python.keras.engine.base_layer import Layer\n",
            "from tensorflow.keras.layers import Layer\n",
        ),
        ("from keras.losses import mse\n", "from keras.losses import mean_squared_error as mse\n"),
        (
            "import tensorflow as tf\nx = tf.keras.layers.experimental.preprocessing.Hashing(3)\n",
            "import tensorflow as tf\nx = tf.keras.layers.Hashing(3)\n",
        ),
        (
            "import keras\nf = keras.metrics.mae\n",
            "import keras\nf = keras.metrics.mean_absolute_error\n",
        ),
    ],
)
def test_names_are_imported_from_where_they_are_now(diagnose, before, after):
    assert fixed(diagnose, before) == after


@pytest.mark.parametrize(
    "source",
    [
        "from keras.utils.conv_utils import conv_output_length\n",
        "from keras.layers import LocallyConnected1D\n",
        "import keras.engine.topology as KE\n",
        "import tensorflow as tf\nlayer = tf.keras.layers.experimental.RandomFourierFeatures(3)\n",
        "from keras.preprocessing.text import Tokenizer\n",
    ],
)
def test_what_has_no_new_home_is_reported_without_a_fix(lint, diagnose, source):
    assert lint(source, select="LL701") == [("LL701", source.count("\n"))]
    assert fixed(diagnose, source) == source


def test_private_layers_are_reported_where_they_meet_keras_3(lint):
    private = "from tensorflow.python.keras.layers import Dense\n"
    assert lint(private, "LL701") == []
    assert lint(private, "LL701", {"target-keras": "3"}) == [("LL701", 1)]
    assert lint(f"import keras\n{private}", "LL701") == [("LL701", 2)]


def test_a_name_that_comes_by_way_of_a_module_is_reported_there(lint):
    source = """\
        from compat import engine

        class Own(engine.Layer):
            pass
        """
    found = lint(source, select="LL701", compat="from keras import engine\n")
    assert found == [("LL701", 1, "compat.py")]


def test_the_screen_lets_every_entry_of_the_tables_pass(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [f"from keras.{module} import Anything" for module in (*MODULES, *KERAS_ONLY_MODULES)]
    for table in (NAMES, KERAS_ONLY_NAMES):
        for path, names in table.items():
            lines += [f"from keras.{path} import {name}" for name in names]
            lines += [f"import keras\nkeras.{path}.{name}()" for name in names]
    for line in lines:
        (tmp_path / "user.py").write_text(line)
        hierarchy = Hierarchy(ProjectIndex.build(["user.py"]))
        reach = Reach(hierarchy.index, hierarchy.ties)
        seen = Preview(str(tmp_path / "user.py"), line.encode(), hierarchy, reach, parsed=True)
        assert legacy_keras_import.needs.met_by(seen), line


PHASE = """
from tensorflow import keras
from tensorflow.keras import backend as K


class Drop(keras.layers.Layer):
    def call(self, x, training=None):
        if training is None:
            training = K.learning_phase()
        return K.dropout(x, 0.5) if training else x
"""


def test_a_mode_that_the_project_sets_for_all_is_not_taken_for_inference(diagnose):
    def applicability(**files: str) -> str:
        found = diagnose(PHASE, "LL705", {"target-keras": "both"}, **files)
        (fix,) = (each.fix for each in found if each.path.endswith("layer.py"))
        return fix.applicability

    assert applicability() == "safe"
    assert applicability(train="from keras import backend\nbackend.set_learning_phase(1)\n") == (
        "unsafe"
    )
