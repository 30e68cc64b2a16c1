"""Who makes, saves and varies: when a config is nobody's business (LL501, LL507, LL511)."""

from __future__ import annotations

from pathlib import Path

import pytest

HEAD = "import keras\nfrom keras import layers\n\n\n"
BLOCK = """\
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


"""
NET = """\
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = {made}

    def call(self, x):
        return self.block(x)


"""
MADE = NET.format(made="Block(layers.Dense(3))")


EXPORTED = "from .blocks import Block\n"
# A neighbour in the folder that has a config.
CONFIG = """\
import keras


class Other(keras.Layer):
    def get_config(self):
        return {}
"""


def test_a_layer_that_the_package_exports_needs_a_config(lint):
    files = {"pkg__blocks": HEAD + BLOCK + MADE, "pkg__other": CONFIG}
    assert lint("", select="LL501", pkg____init__="", **files) == []
    found = lint("", select="LL501", pkg____init__=EXPORTED, **files)
    assert [code for code, *_ in found] == ["LL501"]


def test_nobody_misses_a_config_in_a_package_that_has_and_reads_none(lint):
    files = {"pkg____init__": EXPORTED, "pkg__blocks": HEAD + BLOCK}
    assert lint("", select="LL501", **files) == []
    saving = "import keras\n\n\ndef load(path):\n    return keras.models.load_model(path)\n"
    assert len(lint("", select="LL501", pkg__tasks=saving, **files)) == 1


def test_what_is_only_called_like_a_function_of_keras_saves_no_model(lint):
    files = {"pkg____init__": EXPORTED, "pkg__blocks": HEAD + BLOCK}
    own = "import keras\n\n\ndef save_model(path):\n    return path\n\n\nsave_model('weights')\n"
    assert lint("", select="LL501", pkg__tasks=own, **files) == []
    method = "import keras\n\n\nclass Task:\n    def run(self):\n        self.save_model('x')\n"
    assert lint("", select="LL501", pkg__tasks=method, **files) == []
    saved = "import keras\nimport tensorflow as tf\n\ntf.saved_model.save(1, 'x')\n"
    assert lint("", select="LL501", pkg__tasks=saved, **files) == []
    keras = "from keras.models import save_model\n\nsave_model(1, 'x')\n"
    assert len(lint("", select="LL501", pkg__tasks=keras, **files)) == 1


def test_a_builder_that_only_a_model_uses_stands_for_the_model(lint):
    builder = "class Builder:\n    def block(self):\n        return Block(layers.Dense(3))\n\n\n"
    made = NET.format(made="Builder().block()")
    files = {"pkg____init__": "", "pkg__other": CONFIG}
    assert lint("", select="LL501", pkg__blocks=HEAD + BLOCK + builder + made, **files) == []
    assert len(lint("", select="LL501", pkg__blocks=HEAD + BLOCK + builder, **files)) == 1


def test_a_layer_among_the_custom_objects_is_loaded(lint):
    files = {"pkg____init__": EXPORTED, "pkg__blocks": HEAD + BLOCK}
    named = "from .blocks import Block\n\ncustom_objects = {'Block': Block}\n"
    assert len(lint("", select="LL501", pkg__names=named, **files)) == 1
    beside = "from .blocks import Block\n\ncustom_objects = {}\nblock = Block\n"
    assert lint("", select="LL501", pkg__names=beside, **files) == []


def test_a_layer_around_a_whole_model_runs_it_and_is_not_saved(lint):
    block = BLOCK.replace("inner,", "inner: keras.Model,")
    files = {"pkg____init__": EXPORTED, "pkg__blocks": HEAD + block, "pkg__other": CONFIG}
    assert lint("", select="LL501", **files) == []
    named = BLOCK.replace("inner", "base_model")
    assert lint("", select="LL501", **(files | {"pkg__blocks": HEAD + named})) == []
    registered = block.replace("class", "@keras.saving.register_keras_serializable()\nclass")
    assert len(lint("", select="LL501", **(files | {"pkg__blocks": HEAD + registered}))) == 1


INITIALIZER = """\
class Fixed(keras.initializers.Initializer):
    def __init__(self, value):
        self.value = value

    def __call__(self, shape, dtype=None):
        return keras.ops.full(shape, self.value, dtype=dtype)


"""
USES = """\
class Scale(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,), initializer=Fixed(2.0), name="kernel")

    def call(self, x):
        return x * self.kernel
"""


def test_an_initializer_that_a_layer_makes_for_its_own_weights_is_never_saved(lint):
    files = {"pkg____init__": "", "pkg__other": CONFIG}
    assert lint("", select="LL501", pkg__scale=HEAD + INITIALIZER + USES, **files) == []
    assert len(lint("", select="LL501", pkg__scale=HEAD + INITIALIZER, **files)) == 1


SCALED = """\
class Scaled(keras.Model):
    def __init__(self, factor=1.0{more}):
        super().__init__({passed})
        self.factor = factor

    def call(self, x):
        return self.factor * x
"""


def test_models_that_nothing_saves_need_no_config(lint, tmp_path: Path):
    source = HEAD + SCALED.format(more=", **kwargs", passed="**kwargs")
    assert lint(source, select="LL511") == []
    assert lint(source, select="LL511", other="import keras\nkeras.models.load_model(1)\n") == []
    saving = "import keras\nimport layer\n\nmodel = layer.Scaled(2.0)\nmodel.save('m.keras')\n"
    assert lint(source, select="LL511", other=saving) == [("LL511", 5)]


def test_saving_elsewhere_in_the_package_counts_when_one_file_is_checked(run, tmp_path: Path):
    package = tmp_path / "pkg"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "net.py").write_text(HEAD + SCALED.format(more=", **kwargs", passed="**kwargs"))
    checked = ("check", "--isolated", "--select", "LL511", "pkg/net.py")
    assert run(*checked).returncode == 0
    (package / "tasks.py").write_text(
        "import keras\n\n\ndef load(p):\n    return keras.models.load_model(p)\n"
    )
    assert run(*checked).returncode == 1


def test_a_model_that_takes_no_keywords_is_said_to_raise(diagnose):
    source = (
        HEAD + SCALED.format(more="", passed="") + "\nmodel = Scaled()\nmodel.save('m.keras')\n"
    )
    (found,) = diagnose(source, select="LL511")
    assert "raises `TypeError`" in found.message
    assert found.fix is None


def test_a_layer_is_found_where_the_repository_is_imported_by_its_own_name(lint):
    fixed = BLOCK.replace("(**kwargs)", '(name="block")').replace("inner, **kwargs", "inner")
    owner = f"{HEAD}from nameofrepository.pkg.blocks import Block\n\n\n{MADE}"
    files = {"pkg____init__": "", "pkg__blocks": HEAD + fixed}
    assert len(lint("", select="LL509", **files)) == 1
    assert lint("", select="LL509", pkg__net=owner, **files) == []


def test_the_fixed_name_of_a_part_harms_nobody_as_others_never_name_it(diagnose):
    named = BLOCK.replace("(**kwargs)", '(name="block", **kwargs)')
    assert diagnose(HEAD + named + MADE, select="LL509") == []
    [alone] = diagnose(HEAD + named, select="LL509")
    assert "a second one in a functional or `Sequential` model" in alone.message


def test_nor_where_a_package_exports_what_only_its_model_runs(lint):
    named = BLOCK.replace("(**kwargs)", '(name="block", **kwargs)')
    files = {"pkg____init__": EXPORTED, "pkg__blocks": HEAD + named + MADE}
    assert lint("", select="LL509", **files) == []
    functional = "from pkg import Block\n\n\ndef add(x, inner):\n    return Block(inner)(x)\n"
    assert len(lint("", select="LL509", pkg__nets=functional, **files)) == 1


@pytest.mark.parametrize(
    ("makes", "found"),
    [
        ("def build(x, y):\n    return Block(y)(x)\n", 0),
        ("model = Block(y)(x)\n", 0),
        ("def build(x, y):\n    return Block(y)(Block(y)(x))\n", 1),
        ("for y in parts:\n    x = Block(y)(x)\n", 1),
        ("def add(x, y):\n    return Block(y)(x)\n\n\nmodel = add(add(x, y), y)\n", 1),
    ],
)
def test_an_application_that_makes_one_for_its_model_may_name_it(lint, tmp_path, makes, found):
    (tmp_path / "README.md").touch()
    named = BLOCK.replace("(**kwargs)", '(name="block", **kwargs)')
    net = f"from blocks import Block\n\n\n{makes}"
    assert len(lint("", select="LL509", blocks=HEAD + named, net=net)) == found


SETTINGS = """\
import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, {name}, **kwargs):
        super().__init__(**kwargs)
        self.{name} = {name}

    def call(self, x):
        return x * self.{name}.scale
"""


def test_settings_of_a_program_are_its_own_business(lint):
    around = {"pkg__other": CONFIG, "pkg____init__": EXPORTED}
    settings = {"pkg__blocks": SETTINGS.format(name="block_params")}
    assert lint("", select="LL501", **around, **settings) == []
    inner = {"pkg__blocks": SETTINGS.format(name="inner")}
    assert [code for code, *_ in lint("", select="LL501", **around, **inner)] == ["LL501"]
