"""`queries.lambda_functions`: what Lambda layers run, and what of it has a row for each sample."""

from __future__ import annotations

import pytest

from layerlint.queries.lambda_functions import has_samples, lambda_functions
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

HEAD = "import tensorflow as tf\nfrom tensorflow.keras.layers import Lambda\n\n"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Lambda(lambda x: use(x))", True),
        ("Lambda(lambda x: use(x[:, 1:]))", True),
        ("Lambda(lambda x: use(tf.abs(x) + 1))", True),
        ("def f(x):\n    y = -x\n    return use(y)\n\nLambda(f)", True),
        ("def f(args):\n    a, b = args\n    return use(b)\n\nLambda(function=f)", True),
        ("def make():\n    def f(x):\n        return use(x)\n    return f\n\nLambda(make())", True),
        ("f = lambda x: use(x)\nLambda(f)", True),
        ("Lambda(lambda x: use(x[0]))", False),
        ("Lambda(lambda x: use(y))", False),
        ("def f(x):\n    x = g()\n    return use(x)\n\nLambda(f)", False),
        ("def f(x, n):\n    return use(n)\n\nLambda(f)", False),
    ],
)
def test_what_has_a_row_for_each_sample(module, code: str, found: bool) -> None:
    checked = module(f"{HEAD}{code}\n")
    (one,) = lambda_functions(checked)
    calls = walk_kinds(checked.tree, cst.Call)
    use = next(c for c in calls if isinstance(c.func, cst.Name) and c.func.value == "use")
    assert one.code is not None
    assert has_samples(use.args[0].value, one.code, checked) is found


def test_a_function_of_another_file_has_no_code(module) -> None:
    checked = module(f"{HEAD}Lambda(tf.squeeze)\n")
    assert [one.code for one in lambda_functions(checked)] == [None]
