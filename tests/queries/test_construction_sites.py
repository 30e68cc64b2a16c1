"""`layerlint.queries.construction_sites`: who in the project makes a class."""

from __future__ import annotations

import pytest

from layerlint.queries.construction_sites import made_by_owners_only, made_within_models

PART = "import keras\n\nclass Part(keras.layers.Layer):\n    pass\n"
OWNER = """
import keras
from layer import Part

class Owner(keras.BASE):
    def __init__(self):
        super().__init__()
        self.part = Part()
"""
ELSEWHERE = "from layer import Part\n\npart = Part()\n"


@pytest.mark.parametrize(("base", "within"), [("Model", True), ("layers.Layer", False)])
def test_a_class_that_only_its_owners_make_is_a_part_of_theirs(
    module, base: str, within: bool
) -> None:
    part = module(PART, owner=OWNER.replace("BASE", base)).classes[0]
    assert made_by_owners_only(part)
    assert made_within_models(part) is within


@pytest.mark.parametrize("files", [{}, {"other": ELSEWHERE}])
def test_a_class_that_nobody_or_somebody_else_makes_is_not(module, files: dict[str, str]) -> None:
    assert not made_by_owners_only(module(PART, **files).classes[0])


def test_one_use_elsewhere_is_enough(module) -> None:
    owner = OWNER.replace("BASE", "Model")
    assert not made_by_owners_only(module(PART, owner=owner, other=ELSEWHERE).classes[0])


def test_a_use_is_seen_that_gets_the_class_from_its_package(module) -> None:
    files = {
        "net/__init__": "",
        "net/blocks/__init__": "from .dense import *\n",
        "net/owner": OWNER.replace("BASE", "Model").replace(
            "layer import", "net.blocks.dense import"
        ),
        "net/build": "from .blocks import Part\n\ndef build():\n    return Part()\n",
    }
    part = module(PART, name="net/blocks/dense.py", **files).classes[0]
    assert not made_by_owners_only(part)


def test_a_package_may_export_what_it_is_seen_to_run_within_its_models(module) -> None:
    files = {
        "net/__init__": "from .layer import Part\n",
        "net/owner": OWNER.replace("BASE", "Model").replace("from layer", "from .layer"),
    }
    part = module(PART, name="net/layer.py", **files).classes[0]
    assert made_within_models(part)
    assert not made_by_owners_only(part)
