"""Who makes, saves and varies: when a config is nobody's business (LL501, LL507, LL511)."""

from __future__ import annotations

from pathlib import Path

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


def test_a_layer_that_the_package_exports_needs_a_config(lint):
    files = {"pkg__blocks": HEAD + BLOCK + MADE}
    assert lint("", select="LL501", pkg____init__="", **files) == []
    exported = "from .blocks import Block\n"
    found = lint("", select="LL501", pkg____init__=exported, **files)
    assert [code for code, *_ in found] == ["LL501"]


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
