"""A config that a fix completes holds what an HDF5 file can give back."""

from __future__ import annotations

from typing import Any

import pytest

LAYER = """\
from {package} import {imported}


class Linear(layers.Layer):
    def __init__(self, units=4, kernel_{kind}=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_{kind} = kernel_{kind}

    def build(self, shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(3, self.units), {kind}=self.kernel_{kind}
        )

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config
"""
KINDS = ["regularizer", "constraint"]


@pytest.mark.parametrize("package", ["keras", "tensorflow.keras", "tf_keras"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_object_is_written_as_its_package_writes_it(
    diagnose: Any, kind: str, package: str
) -> None:
    source = LAYER.format(package=package, imported=f"{kind}s, layers", kind=kind)
    (found,) = diagnose(source, "LL502")
    written = f"{kind}s.serialize({kind}s.get(self.kernel_{kind}))"
    assert [edit.text.strip() for edit in found.fix.edits] == [
        f'config["kernel_{kind}"] = {written}'
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_does_not_know_the_package_gets_no_fix(diagnose: Any, kind: str) -> None:
    (found,) = diagnose(LAYER.format(package="keras", imported="layers", kind=kind), "LL502")
    assert found.fix is None


def test_a_number_is_written_as_it_is(diagnose: Any) -> None:
    source = LAYER.format(package="keras", imported="layers", kind="rate")
    (found,) = diagnose(source, "LL502")
    assert found.fix.edits[0].text.strip() == 'config["kernel_rate"] = self.kernel_rate'


def test_what_weights_begin_with_is_written_beside_what_is_missed(diagnose: Any) -> None:
    source = LAYER.format(package="keras", imported="initializers, layers", kind="initializer")
    source = source.replace("units=4,", "units=4, rate=0.5,").replace(
        "self.units = units\n", "self.units = units\n        self.rate = rate\n"
    )
    source = source.replace("x @ self.kernel", "x @ self.kernel * self.rate")
    (found,) = diagnose(source, "LL502")
    written = "".join(edit.text for edit in found.fix.edits)
    assert 'config["rate"] = self.rate' in written
    assert "initializers.serialize(initializers.get(self.kernel_initializer))" in written
