"""An application that keeps weights alone reads no config (LL404, LL502 to LL505, LL508, LL511)."""

from __future__ import annotations

import pytest

HEAD = """\
import keras
from keras import layers


class Part(layers.Layer):
"""
CALL = "\n    def call(self, x):\n        return x\n"
CONFIG = "\n    def get_config(self):\n        return {}\n"
SIZED = """\
    def __init__(self, size=3, **kwargs):
        super().__init__(**kwargs)
        self.size = {}
"""
CLOSED = "    def __init__(self, size=3):\n        super().__init__()\n        self.size = size\n"
FIXED = "    def __init__(self, **kwargs):\n        super().__init__(dtype='float32', **kwargs)\n"
BASE = "super().get_config()"
PARTS = {
    "LL404": CLOSED + CALL + CONFIG.format(BASE + " | {'size': self.size}"),
    "LL502": SIZED.format("size") + CALL + CONFIG.format(BASE),
    "LL503": SIZED.format("size") + CALL + CONFIG.format("{'size': self.size}"),
    "LL504": FIXED + CALL + CONFIG.format(BASE),
    "LL505": SIZED.format("size")
    + CALL.replace("return x", "return self.size(x)")
    + CONFIG.format(BASE + " | {'size': layers.serialize(self.size)}"),
    "LL508": SIZED.format("size * 2") + CALL + CONFIG.format(BASE + " | {'size': self.size}"),
}
TRAIN = (
    "import keras\nimport tensorflow as tf\nfrom part import *\n\nmodel = make()\nmodel.fit(data)\n"
)
KEEPS = [
    "model.save_weights('kept.h5')\n",
    "tf.train.Checkpoint(model=model).save('kept')\n",
    "watch = keras.callbacks.ModelCheckpoint('kept', save_weights_only=True)\n",
]
READS = [
    "again = keras.models.clone_model(model)\n",
    "again = type(model).from_config(config)\n",
    "config = model.get_config()\n",
    "text = model.to_json()\n",
    "generator.save('kept')\n",
    "watch = keras.callbacks.ModelCheckpoint('kept')\n",
    "known = dict(custom_objects={'Part': Part})\n",
]


@pytest.fixture(autouse=True)
def repository(tmp_path):
    (tmp_path / ".git").mkdir()


def _found(lint, code, train, **others):
    return lint("", select=code, part=HEAD + PARTS[code], train=TRAIN + train, **others)


@pytest.mark.parametrize("code", PARTS)
@pytest.mark.parametrize("kept", KEEPS)
def test_nothing_is_said_about_configs_where_weights_alone_are_kept(lint, code, kept):
    assert _found(lint, code, kept) == []


@pytest.mark.parametrize("code", PARTS)
def test_of_one_that_keeps_nothing_it_is_not_known(lint, code):
    assert _found(lint, code, "") != []


@pytest.mark.parametrize("read", READS)
def test_whatever_needs_a_config_anywhere_in_the_repository_counts(lint, read):
    kept = KEEPS[0]
    assert _found(lint, "LL502", kept + read) != []
    assert _found(lint, "LL502", kept, other="import keras\n\n" + read) != []


@pytest.mark.parametrize("read", READS)
def test_a_comment_needs_none(lint, read):
    assert _found(lint, "LL502", KEEPS[0] + "# " + read) == []


def test_a_registered_class_is_meant_for_files_of_whole_models(lint):
    registered = HEAD.replace("class", "@keras.saving.register_keras_serializable()\nclass")
    part = registered + PARTS["LL502"]
    assert lint("", select="LL502", part=part, train=TRAIN + KEEPS[0]) != []


def test_an_example_of_use_tells_nothing_of_what_users_do(lint):
    part = HEAD + PARTS["LL502"]
    assert lint("", select="LL502", part=part, usage=TRAIN + KEEPS[0]) != []


def test_a_file_that_a_callback_writes_whole_may_be_read_for_its_weights(lint):
    watch = "watch = keras.callbacks.ModelCheckpoint('kept')\n"
    assert _found(lint, "LL502", watch) != []
    assert _found(lint, "LL502", watch + "model.load_weights('kept')\n") == []
    # It is written with the config, which has to be one.
    assert _found(lint, "LL505", watch + "model.load_weights('kept')\n") != []


@pytest.mark.parametrize(
    "part",
    [
        "{OUTER}        return {READ}\n",
        "def config_of(layer):\n    return {READ}\n\n{OUTER}        return config_of(self.part)\n",
    ],
)
def test_a_config_that_is_a_part_of_another_is_read_with_that(lint, part):
    head = "import keras\nfrom keras import layers\n\n\n"
    outer = "class Outer(layers.Layer):\n    def get_config(self):\n"
    read = part.format(READ="layer.get_config()", OUTER=outer)
    assert _found(lint, "LL502", KEEPS[0], other=head + read) == []
    used = read + "\ncopy = layer.get_config()\n"
    assert _found(lint, "LL502", KEEPS[0], other=head + used) != []


def test_files_of_weights_that_are_only_read_are_those_of_others(lint):
    assert _found(lint, "LL502", "model.load_weights('pretrained.h5')\n") != []


def test_the_projects_own_function_of_keras_name_loads_no_whole_model(lint):
    load = "from nets import load_model\n\nmodel = load_model('small')\n"
    nets = "def load_model(name):\n    return make(name)\n"
    assert _found(lint, "LL502", KEEPS[0], nets=nets, run=load) == []
    load = load.replace("nets", "keras.models")
    assert _found(lint, "LL502", KEEPS[0], nets=nets, run=load) != []


def test_a_key_that_is_wrong_is_wrong_whoever_reads_it(lint):
    wrong = CONFIG.format(BASE + " | {'sise': self.size}")
    part = HEAD + SIZED.format("size") + CALL + wrong
    assert len(lint("", select="LL504", part=part, train=TRAIN + KEEPS[0])) == 1


def test_the_config_of_an_object_is_only_there_because_its_base_asks_for_one(lint):
    schedule = """\
import keras


class Decay(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, rate):
        self.rate = rate

    def __call__(self, step):
        return self.rate / step

    def get_config(self):
        return {'initial_rate': self.rate}
"""
    assert len(lint("", select="LL504", part=schedule, train=TRAIN)) == 1
    assert lint("", select="LL504", part=schedule, train=TRAIN + KEEPS[0]) == []
