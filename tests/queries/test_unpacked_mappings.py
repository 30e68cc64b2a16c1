"""`queries.unpacked_mappings`: what a call is given by a mapping that it unpacks."""

from __future__ import annotations

import pytest

from layerlint.queries.unpacked_mappings import given_by_mapping, unpacked_mapping
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

HEAD = "import keras\nfrom keras.layers import Dense\n\n"


def use_of(module) -> cst.Call:
    """The call of `use`."""
    calls = walk_kinds(module.tree, cst.Call)
    return next(c for c in calls if isinstance(c.func, cst.Name) and c.func.value == "use")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("use(**{'a': 1, 'b': 2})", {"a": "1", "b": "2"}),
        ("use(**dict(a=1))", {"a": "1"}),
        ("o = {'a': 1}\nuse(**o)", {"a": "1"}),
        ("o = {'a': 1}\no['b'] = 2\nuse(**o)", None),
        ("o = {'a': 1}\no.update(c)\nuse(**o)", None),
        ("use(**o)", None),
        ("use(**{'a': 1}, **o)", None),
        ("o = {**p, 'a': 1}\nuse(**o)", None),
        ("o = {'a': 1}\no.pop('a')\nuse(**o)", None),
    ],
)
def test_what_is_unpacked_from_one_mapping(module, code: str, found) -> None:
    checked = module(f"{HEAD}{code}\n")
    call = use_of(checked)
    values = unpacked_mapping(call, checked)
    assert (values and {name: checked.source(v) for name, v in values.items()}) == found
    given = given_by_mapping("a", call, checked)
    assert (given and checked.source(given)) == (found and found["a"])
