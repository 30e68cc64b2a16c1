"""`layerlint.project.needs`: what has to be in a file before a rule is worth a parse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layerlint.engine.preview import Preview
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.needs import (
    AllOf,
    AnyOf,
    HoldsLayer,
    HoldsObject,
    Imports,
    ImportsFrom,
    LeadsToKeras,
    Members,
    Need,
    Passed,
    Reaches,
    Row,
    Text,
    Word,
    from_data,
)
from layerlint.project.reach import Reach

LAYER = "import keras\n\nclass Probe(keras.layers.Layer):\n    pass\n"
LOSS = "import keras\n\nclass Probe(keras.losses.Loss):\n    pass\n"


@pytest.fixture
def is_met(tmp_path: Path) -> Callable[[Need, str], bool]:
    """Whether a file of this text meets a need."""

    def ask(need: Need, text: str) -> bool:
        path = tmp_path / "layer.py"
        path.write_text(text)
        index = ProjectIndex.build([str(path)])
        hierarchy = Hierarchy(index)
        reach = Reach(index, hierarchy.ties)
        return need.met_by(Preview(str(path), text.encode(), hierarchy, reach, parsed=True))

    return ask


@pytest.mark.parametrize(
    ("need", "meets", "fails"),
    [
        (Word("fit"), "x.fit()", "outfit = 1"),
        (Text("fit"), "outfit = 1", "x = 1"),
        (Members("backend.dot"), "from keras import backend\nbackend.dot(x)", "backend = dot = 1"),
        (Row("training", "="), "f(x, training=True)", "f(training, x=1)"),
        (Row("y", ",", "x"), "f(y,  # first\n  x)", "f(x, y, z)"),
        (Passed("lr"), "Adam(lr=0.1)", "lr = 0.1\nAdam(lr)"),
        (Members("Dense"), "from keras.layers import *\nDense(3)", "Dense = 3"),
        (Imports("keras"), "from tensorflow import keras", "import torch"),
        (ImportsFrom("keras"), "import keras.layers", "import torch"),
        (Reaches("backend"), "from keras import backend as K\nK.dot(x, y)", "import numpy as K"),
        (LeadsToKeras(), "import tensorflow as tf", "import os\nkeras = y_pred = 1"),
        (HoldsLayer(), LAYER, LOSS),
        (HoldsObject(), LOSS, LAYER),
        (AnyOf("one", "two"), "two = 1", "three = 1"),
        (AllOf("one", "two"), "one = two", "two = 1"),
        (AllOf(AnyOf("one", "two"), HoldsLayer()), f"{LAYER}one = 1", "one = 1"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Need) else "",
)
def test_a_file_meets_a_need_or_not_and_so_does_the_need_read_from_the_index(
    is_met, need: Need, meets: str, fails: str
) -> None:
    for each in (need, from_data(need.as_data())):
        assert is_met(each, meets)
        assert not is_met(each, fails)


@pytest.mark.parametrize("text", ["# fit", "'fit'", "x = 1  # so it may fit"])
def test_words_in_comments_and_strings_count_because_a_parse_too_many_costs_little(
    is_met, text: str
) -> None:
    assert is_met(Word("fit"), text)


@pytest.mark.parametrize("data", [{}, {"any": "x"}, 3, {"holds": "nothing"}])
def test_what_is_no_need_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="not a need"):
        from_data(data)
