"""`layerlint.queries.straight_values`: what a name stands for in code that runs downwards."""

from __future__ import annotations

import pytest

from layerlint.queries.straight_values import (
    comes_first,
    expression_behind,
    node_at,
    result_of_lines,
    steps_of,
    value_at,
)
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds


def use_of(module) -> cst.Call:
    """The call of `use`."""
    calls = walk_kinds(module.tree, cst.Call)
    return next(c for c in calls if isinstance(c.func, cst.Name) and c.func.value == "use")


def found(module, code: str) -> str | None:
    checked = module(code + "\n")
    call = use_of(checked)
    value = value_at(call.args[0].value, call, checked)
    return None if value is None else checked.source(value)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("x = 1\nuse(x)", "1"),
        ("x = 1\nx = 2\nuse(x)", "2"),
        ("x = 1\nuse(x)\nx = 2", "1"),
        ("x: int = 1\nuse(x)", "1"),
        ("def f():\n    x = 1\n    use(x)", "1"),
        ("x = 1\nif a:\n    use(x)", "1"),
        ("if a:\n    x = 1\n    use(x)", "1"),
        ("if a:\n    x = 1\nelse:\n    x = 2\nx = 3\nuse(x)", "3"),
        ("x = y = 1\nuse(x)", "1"),
        ("x, y = 1, 2\nuse(x)", "1"),
        (
            "class A:\n    def f(self):\n        self.x = 1\n    def g(self):\n        use(self.x)",
            "1",
        ),
        ("x = 1\nif a:\n    y = 2\nelse:\n    use(x)", "1"),
        ("try:\n    x = 1\nexcept E:\n    pass\nelse:\n    use(x)", "1"),
        ("try:\n    pass\nfinally:\n    x = 1\nuse(x)", "1"),
        ("def f():\n    x = 1\n    def g():\n        use(x)", "1"),
        ("def f():\n    def g(x):\n        return x\n    x = 1\n    use(x)", "1"),
        ("def f():\n    def x(): pass\n    x = tf.function(x)\n    use(x)", "tf.function(x)"),
        ("x = 1\nwith a:\n    use(x)", "1"),
        ("x = 1\nfor i in a:\n    use(x)", "1"),
        ("x = 1\ny.x = 2\nuse(x)", "1"),
        ("x = 1\nf(x=2)\nuse(x)", "1"),
        ("x = 1\nz = [x for x in a]\nuse(x)", "1"),
        ("x = 1\ndef f():\n    x = 2\nuse(x)", "1"),
        ("x = 1\n# x = 2\nuse(x)", "1"),
    ],
)
def test_the_last_thing_that_a_name_was_given(module, code: str, value: str) -> None:
    assert found(module, code) == value


@pytest.mark.parametrize(
    "code",
    [
        "use(x)",
        "x = 1\nif a:\n    x = 2\nuse(x)",
        "if a:\n    x = 1\nuse(x)",
        "for x in a:\n    use(x)",
        "x = 1\nfor i in a:\n    use(x)\n    x = 2",
        "x = 1\nwhile a:\n    use(x)\n    x = f(x)",
        "x = 1\nx += 2\nuse(x)",
        "def f(x):\n    use(x)",
        "x = 1\ntry:\n    x = 2\nexcept E:\n    pass\nuse(x)",
        "with open(p) as x:\n    use(x)",
        "x = 1\nfor x in a:\n    pass\nuse(x)",
        "from a import x\nuse(x)",
        "x, *y = a\nuse(x)",
        "z = [use(x) for x in a]",
        "x = 1\nmatch a:\n    case 1:\n        x = 2\nuse(x)",
        "x = 1\ndel x\nuse(x)",
        "x = 1\ndef x(): pass\nuse(x)",
        "x = 1\nimport x\nuse(x)",
        "x = 1\nif (x := 2): pass\nuse(x)",
        "x = 1\ndef f(x):\n    use(x)",
        "x = 1\nf = lambda x: use(x)",
        "x = 1\nz = [use(x) for x in a]",
        "x = 1\nfor i, x in a:\n    use(x)",
        "x = 1\nwith a as (i, x):\n    use(x)",
        "if a:\n    x = 1\nelse:\n    use(x)",
        "if a:\n    x = 1\nelif b:\n    use(x)",
        "try:\n    x = 1\nexcept E:\n    use(x)",
        "x = 1\ndef f(x):\n    def g():\n        use(x)",
        "x = 1\ndef f(x):\n    return lambda: use(x)",
        "x = 1\ntry:\n    from a import x\nexcept ImportError:\n    pass\ndef f():\n    use(x)",
        "class A:\n    def f(self):\n        self.x = 1\n        self.x = 2\n        use(self.x)",
    ],
)
def test_where_ways_part_or_it_is_given_elsewhere_nothing_is_known(module, code: str) -> None:
    assert found(module, code) is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("x = f(1)\nuse(x)", "f(1)"),
        ("y = f(1)\nx = y\nuse(x)", "y"),
        ("use(f(1))", "f(1)"),
        ("use(x)", "x"),
        ("x = 1\nif a:\n    x = 2\nuse(x)", "x"),
    ],
)
def test_the_expression_behind_a_name_or_the_name(module, code: str, text: str) -> None:
    checked = module(code + "\n")
    call = use_of(checked)
    assert checked.source(expression_behind(call.args[0].value, call, checked)) == text


@pytest.mark.parametrize(
    ("code", "steps"),
    [
        ("use(data.map(f).batch(8))", ["batch", "map"]),
        ("data = make().map(f)\ndata = data.batch(8)\nuse(data)", ["batch", "map"]),
        ("data = data.map(f)\nuse(data.batch(8))", ["batch", "map"]),
        ("use(data)", []),
        ("if a:\n    data = data.map(f)\nuse(data.batch(8))", ["batch"]),
        ("use(a.map(b.batch(3)))", ["map"]),
    ],
)
def test_data_comes_through_methods_the_last_first(module, code: str, steps) -> None:
    checked = module(code + "\n")
    call = use_of(checked)
    names = [
        step.func.attr.value if isinstance(step.func, cst.Attribute) else step.func.value
        for step in steps_of(call.args[0].value, call, checked)
    ]
    assert names == steps


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("x = 1\nuse(x)", cst.Assign),
        ("x = 1\nx += 2\nuse(x)", cst.AugAssign),
        ("use(x)", None),
        ("x = 1\nif a:\n    x = 2\nuse(x)", None),
    ],
)
def test_what_has_bound_a_name_last(module, code: str, kind: type | None) -> None:
    checked = module(code + "\n")
    call = use_of(checked)
    node = node_at(call.args[0].value, call, checked)
    assert node is None if kind is None else isinstance(node, kind)


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("mark()\nuse(x)", True),
        ("if a:\n    mark()\nuse(x)", False),
        ("if a:\n    mark()\n    use(x)", True),
        ("use(x)\nmark()", False),
        ("if mark():\n    use(x)", True),
        ("for i in mark():\n    pass\nuse(x)", True),
        ("if a:\n    mark()\nelse:\n    use(x)", False),
        ("with a:\n    mark()\nuse(x)", True),
        ("try:\n    mark()\nexcept E:\n    pass\nuse(x)", False),
        ("for i in a:\n    mark()\nuse(x)", False),
        ("def f():\n    mark()\nuse(x)", False),
    ],
)
def test_what_has_run_before_whoever_comes_to_a_use(module, code: str, first: bool) -> None:
    checked = module(code + "\n")
    mark = next(n for n in walk_kinds(checked.tree, cst.Call) if checked.source(n) == "mark()")
    assert comes_first(mark, use_of(checked)) is first


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ("return a + 1", 3),
        ("b = a\n    return b", 2),
        ("b = a\n    a = 5\n    return b", 2),
        ("a = 5\n    return a", 5),
        ("if x:\n        return 1\n    return a", None),
        ("for i in x:\n        a = i\n    return a", None),
        ("return unknown", None),
        ("pass", None),
    ],
)
def test_what_straight_lines_return(module, body: str, result: int | None) -> None:
    checked = module(f"def f(a, x):\n    {body}\n")
    known: dict[str, int | None] = {"a": 2}

    def of(node: cst.BaseExpression) -> int | None:
        match node:
            case cst.Integer(value=text):
                return int(text)
            case cst.Name(value=name):
                return known.get(name)
            case cst.BinaryOperation(left=left, right=right):
                return (of(left) or 0) + (of(right) or 0)
        return None

    assert result_of_lines(checked.function_defs["f"], known, of) == result
