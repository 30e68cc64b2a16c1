"""Attributes that Keras owns, and weights without a name."""

from __future__ import annotations

import pytest

ASSIGNED = """
import {package}


class Block({base}):
    def __init__(self, value=None, {argument}**kwargs):
        super().__init__({passed}**kwargs)
        {statement}

    def call(self, x):
        return x
"""


def assigned(statement, base="layers.Layer", package="keras", passed=""):
    prefix = {"tensorflow as tf": "tf.keras"}.get(package, package)
    argument = passed.split("=")[0] + ", " if passed and "inputs=" not in passed else ""
    return ASSIGNED.format(
        package=package,
        base=f"{prefix}.{base}",
        statement=statement,
        passed=passed,
        argument=argument,
    )


@pytest.mark.parametrize(
    "name", ["name", "updates", "input_shape", "output_shape", "submodules", "name_scope"]
)
def test_what_only_keras_2_refuses_is_reported_there(diagnose, name):
    source = assigned(f"self.{name} = value", package="tensorflow as tf")
    assert [found.generations for found in diagnose(source, "LL212")] == [(2,)]
    assert diagnose(assigned(f"self.{name} = value"), "LL212") == []


A, B = "self.a = self.add_weight(shape=(3,))", "self.b = self.add_weight(shape=(3,))"
