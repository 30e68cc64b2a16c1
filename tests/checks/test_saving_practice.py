"""How an application keeps its models: what it never does is nobody's bug (LL214, LL501, LL511)."""

from __future__ import annotations

import pytest

HEAD = "import keras\nfrom keras import layers\nimport tf_keras\nimport tensorflow as tf\n\n\n"
NET = """\
class Net(keras.Model):
    def __init__(self, units=4):
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)
"""
BLOCK = """\
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)

    def get_size(self):
        return self.inner.units


def around(inner):
    return keras.Sequential([Block(inner)])
"""
UNNAMED = """\
class Linear(tf_keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.w = tf.Variable(tf.ones((3, units)))
        self.b = tf.Variable(tf.zeros((units,)))

    def call(self, x):
        return x @ self.w + self.b
"""
DEFINED = {"LL511": NET, "LL501": BLOCK, "LL214": UNNAMED}
TRAINS = "import keras\nfrom net import *\n\nmodel = make()\nmodel.fit(data)\n"
WEIGHTS = TRAINS + "model.save_weights('kept.ckpt')\n"
CHECKPOINT = TRAINS + "tf.train.Checkpoint(model=model).save('kept')\n"
WHOLE = TRAINS + "model.save('kept.h5')\n"
CALLBACK = TRAINS + "x = ModelCheckpoint('kept.h5', monitor='loss')\n"
# Another program of the repository, which has nothing to do with the first.
OTHER = "import keras\n\nmodel = keras.models.load_model('other.h5')\nmodel.save('other.h5')\n"


@pytest.mark.parametrize("code", DEFINED)
@pytest.mark.parametrize("train", [TRAINS, WEIGHTS, CHECKPOINT])
def test_an_application_that_keeps_weights_at_most_needs_no_config(lint, tmp_path, code, train):
    (tmp_path / ".git").mkdir()
    assert lint("", select=code, net=HEAD + DEFINED[code], train=train, other=OTHER) == []


@pytest.mark.parametrize("code", ["LL501", "LL511"])
def test_a_path_without_an_extension_is_that_of_a_saved_model(lint, tmp_path, code):
    (tmp_path / ".git").mkdir()
    for path in ("'exported'", 'f"{folder.name}/model"'):
        train = TRAINS + f"model.save({path})\n"
        assert lint("", select=code, net=HEAD + DEFINED[code], train=train) == []


@pytest.mark.parametrize("code", DEFINED)
def test_a_save_without_a_path_is_a_method_of_the_projects_own(lint, tmp_path, code):
    (tmp_path / ".git").mkdir()
    train = WEIGHTS + "model.save()\ntf.saved_model.save(model, 'exported')\n"
    assert lint("", select=code, net=HEAD + DEFINED[code], train=train) == []


@pytest.mark.parametrize("code", ["LL501", "LL511"])
def test_traces_are_saved_with_a_saved_model(lint, tmp_path, code):
    (tmp_path / ".git").mkdir()
    train = TRAINS + "keras.models.save_model(model, path, save_traces=True)\n"
    assert lint("", select=code, net=HEAD + DEFINED[code], train=train) == []
    train = train.replace(", save_traces=True", "")
    assert len(lint("", select=code, net=HEAD + DEFINED[code], train=train)) == 1


def test_keras_2_saves_traces_unless_told_otherwise(lint, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "requirements.txt").write_text("keras==2.8\ntensorflow==2.8")
    block = "import keras\nfrom keras import layers\n\n\n" + BLOCK
    train = TRAINS + "model.save(path)\nagain = keras.models.load_model(path)\n"
    assert lint("", select="LL501", net=block, train=train) == []
    assert len(lint("", select="LL501", net=block, train=train + "path = 'kept.h5'\n")) == 1
    cloned = train + "other = keras.Model.from_config(config)\n"
    assert len(lint("", select="LL501", net=block, train=cloned)) == 1


@pytest.mark.parametrize("code", ["LL501", "LL214"])
def test_a_script_that_trains_and_keeps_nothing_is_done(lint, code):
    run = f"{HEAD}{DEFINED[code]}\n\nmodel = make({{}}(3))\nmodel.fit(data)\n"
    run = run.replace("{}", "Block" if code == "LL501" else "Linear")
    assert lint(run, select=code) == []
    assert lint(run + "model.save('kept.h5')\n", select=code) != []


def test_a_program_in_a_folder_of_its_own_writes_no_hdf5_of_the_next_one(lint, tmp_path):
    (tmp_path / ".git").mkdir()
    files = {"one__net": HEAD + UNNAMED, "two__train": OTHER}
    assert lint("", select="LL214", **files) == []
    assert len(lint("", select="LL214", one__train=OTHER, **files)) == 1


@pytest.mark.parametrize("code", DEFINED)
@pytest.mark.parametrize("train", [WHOLE, CALLBACK])
def test_one_that_keeps_whole_models_does(lint, tmp_path, code, train):
    (tmp_path / ".git").mkdir()
    assert lint("", select=code, net=HEAD + DEFINED[code], train=train) != []


@pytest.mark.parametrize("code", DEFINED)
def test_what_the_program_has_its_helpers_do_counts(lint, tmp_path, code):
    (tmp_path / ".git").mkdir()
    files = {"net": HEAD + DEFINED[code], "train": "import keeping\n" + TRAINS}
    assert lint("", select=code, keeping="def keep(model):\n    pass\n", **files) == []
    keeping = "import keras\n\n\ndef keep(net):\n    net.save('kept.h5')\n"
    assert lint("", select=code, keeping=keeping, **files) != []


@pytest.mark.parametrize("code", DEFINED)
def test_of_a_library_nothing_is_claimed(lint, tmp_path, code):
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'nets'\n")
    assert (
        lint(
            "",
            select=code,
            net=HEAD + DEFINED[code] + "# keras.models.save_model(x)\n",
            train=WEIGHTS,
            other=OTHER + "import net\n",
        )
        != []
    )


def test_a_package_that_keeps_weights_itself_has_its_own_way(lint, tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'nets'\n")
    keeps = "class Kept:\n    def keep(self, path):\n        self.save_weights(path)\n"
    assert lint("", select="LL214", net=HEAD + UNNAMED, kept=keeps) == []
    assert len(lint("", select="LL214", net=HEAD + UNNAMED, kept=keeps + "# or HDF5\n")) == 1
    assert len(lint("", select="LL214", net=HEAD + UNNAMED, kept="import net\n")) == 1


def test_a_layer_in_a_list_of_lists_matters_where_there_are_keras_files(lint):
    source = """\
class Heads(tf_keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.heads = [[tf_keras.layers.Dense(2)], [tf_keras.layers.Dense(3)]]

    def call(self, x):
        return self.heads[0][0](x) + self.heads[1][0](x)
"""
    assert len(lint(HEAD + source, select="LL215")) == 1
    kept = "from net import *\n\nmodel = make()\nmodel.load_weights('{}')\n"
    assert lint("", select="LL215", net=HEAD + source, use=kept.format("pretrained.h5")) == []
    assert len(lint("", select="LL215", net=HEAD + source, use=kept.format("all.keras"))) == 1


def test_nothing_is_saved_of_what_an_application_never_makes(lint, tmp_path):
    unused = HEAD + BLOCK.partition("\n\ndef around")[0]
    assert len(lint(unused, select="LL501", train=WHOLE)) == 1
    (tmp_path / ".git").mkdir()
    assert lint(unused, select="LL501", train=WHOLE) == []
    assert len(lint(HEAD + BLOCK, select="LL501", train=WHOLE)) == 1


def test_a_comment_saves_nothing(lint, tmp_path):
    (tmp_path / ".git").mkdir()
    train = TRAINS + "# model.save('kept.h5')\n# model = keras.models.load_model('kept.h5')\n"
    assert lint("", select="LL501", net=HEAD + BLOCK, train=train) == []
    train = train.replace("# ", "", 1)
    assert len(lint("", select="LL501", net=HEAD + BLOCK, train=train)) == 1
