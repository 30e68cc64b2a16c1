"""What an application has left behind is passed over: nobody runs it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LAYER = """\
import keras


class Scale(keras.layers.Layer):
    def call(self, x, training):
        return x if training else 2 * x
"""
OTHER = LAYER.replace("Scale", "Shift")
PROGRAM = "from net import Scale\n\nScale()\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Write files into a repository, by their paths without `.py`, and give what is reported."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def check(*options: str, **contents: str) -> list[str]:
        for name, content in contents.items():
            path = tmp_path / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(content)
        command = [sys.executable, "-m", "layerlint", "check", "--output-format", "concise"]
        options = options or (".",)
        run = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
        lines = [line for line in run.stdout.splitlines() if "LL107" in line]
        return sorted({line.partition(":")[0] for line in lines})

    return check


def test_a_copy_of_what_is_used_is_passed_over(files):
    assert files(net=LAYER, main=PROGRAM, net2=LAYER) == ["net.py"]


def test_one_that_a_program_uses_is_not(files):
    used = PROGRAM.replace("net", "net2")
    assert files(net=LAYER, main=PROGRAM, net2=LAYER, again=used) == ["net.py", "net2.py"]


def test_of_two_copies_that_nothing_uses_none_replaces_the_other(files):
    use = PROGRAM.replace("net", "third")
    third = OTHER + "\n\nScale = Shift\n"
    assert files(net=LAYER, net2=LAYER, third=third, main=use) == ["net.py", "net2.py", "third.py"]


def test_a_file_with_other_classes_may_be_for_somebody(files):
    assert files(net=LAYER, main=PROGRAM, more=OTHER) == ["more.py", "net.py"]


@pytest.mark.parametrize("name", ["old__shift", "shift_OLD", "unused__shift", "reference_shift"])
def test_a_name_that_says_so_is_believed(files, name):
    assert files(net=LAYER, main=PROGRAM, **{name: OTHER}) == ["net.py"]


def test_a_name_that_holds_such_a_word_by_accident_says_nothing(files):
    assert files(net=LAYER, main=PROGRAM, threshold=OTHER) == ["net.py", "threshold.py"]


@pytest.mark.parametrize("run", ["if __name__ == '__main__':\n    Scale()", "Scale()(1)"])
def test_a_copy_that_is_a_program_itself_is_run(files, run):
    assert files(net=LAYER, main=PROGRAM, net2=f"{LAYER}\n\n{run}\n") == ["net.py", "net2.py"]


def test_a_package_to_be_installed_is_for_others(files):
    setup = "from setuptools import setup\n\nsetup()\n"
    found = files(net=LAYER, main=PROGRAM, legacy_net=OTHER, setup=setup)
    assert found == ["legacy_net.py", "net.py"]


def test_it_is_reported_when_it_is_asked_for_alone(files):
    files(net=LAYER, main=PROGRAM, net2=LAYER)
    assert files("net2.py") == ["net2.py"]


def test_an_answer_that_is_kept_knows_when_somebody_begins_to_use_it(files):
    assert files(net=LAYER, main=PROGRAM, net2=LAYER) == ["net.py"]
    assert files(again=PROGRAM.replace("net", "net2")) == ["net.py", "net2.py"]


def test_an_answer_that_is_kept_knows_when_the_program_is_gone(files, tmp_path):
    assert files(net=LAYER, main=PROGRAM, use="import main\n", net2=LAYER) == ["net.py"]
    (tmp_path / "main.py").write_text("from net import Scale\n")
    assert files() == ["net.py", "net2.py"]


def test_an_import_that_is_commented_out_uses_nothing(files):
    again = "# from net2 import Scale\nfrom net import Scale\n"
    assert files(net=LAYER, main=PROGRAM, net2=LAYER, again=again) == ["net.py"]


USER = "from .layers import Scale\n\n\ndef make():\n    return Scale()\n"


@pytest.fixture
def package(files, tmp_path):
    """The same in a package that others install."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "net"\n')
    return files


def test_in_a_package_a_copy_that_nothing_imports_is_passed_over(package):
    assert package(net__layers=LAYER, net__model=USER, net__spare=LAYER) == ["net/layers.py"]


def test_a_notebook_replaces_nothing_of_a_package(package, tmp_path):
    source = [line + "\n" for line in LAYER.splitlines()]
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": source}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "show.ipynb").write_text(json.dumps(notebook))
    assert "net/layers.py" in package(net__layers=LAYER)


def test_in_a_package_another_class_of_the_same_name_is_no_copy(package):
    body = "    def call(self, signal, training):\n        return signal * 3 if training else 0\n"
    other = f"from tensorflow import keras\n\n\nclass Scale(keras.layers.Dense):\n{body}"
    found = package(net__layers=LAYER, net__model=USER, net__signals=other)
    assert found == ["net/layers.py", "net/signals.py"]


def test_in_a_package_other_classes_are_for_its_users(package):
    found = package(net__layers=LAYER, net__model=USER, net__more=OTHER)
    assert found == ["net/layers.py", "net/more.py"]


def test_a_package_that_bears_the_name_of_an_old_one_is_passed_over(package):
    old = {"netold__layers": LAYER, "netold__model": USER, "backup_net__layers": OTHER}
    assert package(net__layers=LAYER, net__model=USER, **old) == ["net/layers.py"]


def test_old_parts_may_use_each_other(package):
    old = {"netold__layers": LAYER, "backup_net__more": "from netold.layers import Scale\n"}
    assert package(net__layers=LAYER, net__model=USER, **old) == ["net/layers.py"]


def test_an_old_part_that_others_still_use_is_not(package):
    other = {"net_old__layers": OTHER, "net__more": "from net_old.layers import Shift\n"}
    found = package(net__layers=LAYER, net__model=USER, **other)
    assert found == ["net/layers.py", "net_old/layers.py"]


def test_a_word_that_ends_like_that_is_none(package):
    found = package(net__layers=LAYER, net__model=USER, manifold__layers=OTHER)
    assert found == ["manifold/layers.py", "net/layers.py"]


def test_the_layers_of_keras_are_no_module_of_the_project(files):
    program = "from tensorflow.keras import layers\n" + PROGRAM
    assert files(net=LAYER, main=program, layers=LAYER) == ["net.py"]
