"""What a package that needs Keras 2 imports of it is in Keras 2, and no more in Keras 3."""

from __future__ import annotations

import importlib.util

import pytest

from layerlint.facts.dependents import NEED_KERAS_2


@pytest.mark.parametrize("module", sorted(NEED_KERAS_2.values()))
def test_keras2_has_the_module_and_keras3_does_not(module: str) -> None:
    assert exists(f"tf_{module}")
    assert not exists(module)


def exists(module: str) -> bool:
    """Whether a module can be found; what is around it is imported."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
