"""Arguments, parameters and elements are added and removed in the layout that is there."""

from __future__ import annotations

import libcst as cst
import pytest

from layerlint.fixes.rewrite import (
    add_element,
    add_keyword,
    add_parameter,
    delete_argument,
    delete_element,
    delete_parameter,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("TARGET()", "TARGET(k=1)", id="no argument"),
        pytest.param("TARGET(  # c\n)", "TARGET(k=1  # c\n)", id="no argument but a comment"),
        pytest.param("f(TARGET)", "f(TARGET, k=1)", id="one line"),
        pytest.param("f(TARGET,)", "f(TARGET, k=1,)", id="one line with trailing comma"),
        pytest.param("f((TARGET))", "f((TARGET), k=1)", id="parenthesised"),
        pytest.param("f(*TARGET, **b)", "f(*TARGET, **b, k=1)", id="starred"),
        pytest.param("f(x for x in TARGET)", "f((x for x in TARGET), k=1)", id="bare generator"),
        pytest.param("f(\n  TARGET\n)", "f(\n  TARGET,\n  k=1\n)", id="one per line"),
        pytest.param(
            "f(\n\ta,\n\tTARGET,\n)", "f(\n\ta,\n\tTARGET,\n\tk=1,\n)", id="trailing comma, tabs"
        ),
        pytest.param(
            "f(\r\n    a,\r\n    TARGET,\r\n)",
            "f(\r\n    a,\r\n    TARGET,\r\n    k=1,\r\n)",
            id="CRLF",
        ),
        pytest.param(
            "f(\n  TARGET,  # c, d)\n)", "f(\n  TARGET,  # c, d)\n  k=1,\n)", id="comment, comma"
        ),
        pytest.param(
            "f(\n  a,\n  TARGET  # c\n)", "f(\n  a,\n  TARGET,  # c\n  k=1\n)", id="comment, none"
        ),
        pytest.param("f(a,\n  TARGET)", "f(a,\n  TARGET,\n  k=1)", id="aligned"),
        pytest.param("f(a, b,\n  TARGET)", "f(a, b,\n  TARGET, k=1)", id="filled"),
        pytest.param("f(a\n  , TARGET)", "f(a\n  , TARGET, k=1)", id="comma first"),
        pytest.param(
            "f(lambda: g(\n    TARGET\n))",
            "f(lambda: g(\n    TARGET,\n    k=1\n))",
            id="innermost call",
        ),
    ],
)
def test_a_keyword_argument_is_added_at_the_end(sources, before, after):
    def rewrite(module, name):
        return add_keyword(module, sources.around(module, name, cst.Call), "k=1")

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("def f(): TARGET", "def f(t=None): TARGET", id="none"),
        pytest.param("def f(self): TARGET", "def f(self, t=None): TARGET", id="one"),
        pytest.param("def f(a,): TARGET", "def f(a, t=None,): TARGET", id="trailing comma"),
        pytest.param("def f(a, /): TARGET", "def f(a, /, t=None): TARGET", id="positional only"),
        pytest.param("def f(a, /, b): TARGET", "def f(a, /, b, t=None): TARGET", id="slash, b"),
        pytest.param(
            "def f(a, *, b, **k): TARGET", "def f(a, t=None, *, b, **k): TARGET", id="bare star"
        ),
        pytest.param("def f(*, b): TARGET", "def f(t=None, *, b): TARGET", id="only bare star"),
        pytest.param("def f(**k): TARGET", "def f(t=None, **k): TARGET", id="only **kwargs"),
        pytest.param(
            "def f(a, *args, b=1, **k): TARGET",
            "def f(a, *args, t=None, b=1, **k): TARGET",
            id="behind *args",
        ),
        pytest.param(
            "def f(a=lambda x, y: (x, y), b: 'c, d' = (1, 2)): TARGET",
            "def f(a=lambda x, y: (x, y), b: 'c, d' = (1, 2), t=None): TARGET",
            id="commas in defaults",
        ),
        pytest.param(
            "def f(\n    self,\n    a,  # the a\n    **k,\n) -> int:\n    TARGET",
            "def f(\n    self,\n    a,  # the a\n    t=None,\n    **k,\n) -> int:\n    TARGET",
            id="one per line, in the middle",
        ),
        pytest.param(
            "def f(\n    self,\n    a  # the a\n):\n    TARGET",
            "def f(\n    self,\n    a,  # the a\n    t=None\n):\n    TARGET",
            id="comment without comma",
        ),
        pytest.param(
            "def f(self,\n      # about a\n      a):\n    TARGET",
            "def f(self,\n      # about a\n      a,\n      t=None):\n    TARGET",
            id="aligned",
        ),
        pytest.param(
            "def f(\n    self, a, b,\n    c\n):\n    TARGET",
            "def f(\n    self, a, b,\n    c, t=None\n):\n    TARGET",
            id="filled",
        ),
        pytest.param(
            "def f(\n    *,\n    a,\n):\n    TARGET",
            "def f(\n    t=None,\n    *,\n    a,\n):\n    TARGET",
            id="before all, one per line",
        ),
        pytest.param(
            "class A:\n\tdef f(self, x): TARGET; y",
            "class A:\n\tdef f(self, x, t=None): TARGET; y",
            id="one-line body",
        ),
    ],
)
def test_a_parameter_is_added_after_the_positional_ones(sources, before, after):
    def rewrite(module, name):
        return add_parameter(module, module.function(name), "t=None")

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("f(TARGET)", "f()", id="only"),
        pytest.param("f( TARGET, )", "f()", id="only, trailing comma"),
        pytest.param("f(\n    TARGET,\n)", "f()", id="only, on its line"),
        pytest.param("f(  # c\n  TARGET)", "f(  # c\n  )", id="only, comment"),
        pytest.param("f(TARGET, b)", "f(b)", id="first"),
        pytest.param("f(a, TARGET, b)", "f(a, b)", id="middle"),
        pytest.param("f(a, TARGET)", "f(a)", id="last"),
        pytest.param("f(a, TARGET,)", "f(a,)", id="last, trailing comma"),
        pytest.param("f(a, k=(TARGET), **b)", "f(a, **b)", id="keyword"),
        pytest.param("f(a, \\\n  TARGET)", "f(a)", id="continued line"),
        pytest.param("f(a,\n  TARGET)", "f(a)", id="last of a line"),
        pytest.param("f(a, TARGET,\n  b)", "f(a,\n  b)", id="end of a filled line"),
        pytest.param("f(a,\n  TARGET, b)", "f(a,\n  b)", id="start of a filled line"),
        pytest.param(
            "f(\n    a,\n    TARGET,  # c\n    b,\n)", "f(\n    a,\n    b,\n)", id="own line"
        ),
        pytest.param("f(\n    a,\n    TARGET\n)", "f(\n    a\n)", id="last, own line"),
        pytest.param(
            "f(\n    a,  # first\n    TARGET  # second\n)", "f(\n    a  # first\n)", id="comments"
        ),
        pytest.param(
            "f(\n    a,\n    # about\n    TARGET)",
            "f(\n    a\n    # about\n    )",
            id="comment above",
        ),
        pytest.param(
            "f(\r\n    TARGET,\r\n    b,\r\n)", "f(\r\n    b,\r\n)", id="first, own line, CRLF"
        ),
    ],
)
def test_an_argument_is_deleted_with_its_comma_and_line(sources, before, after):
    def rewrite(module, name):
        argument = sources.around(module, name, cst.Arg)
        return delete_argument(module, module.parent(argument), argument)

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("def f(TARGET): pass", "def f(): pass", id="only"),
        pytest.param("def f(a, TARGET=(1, 2), *b): pass", "def f(a, *b): pass", id="middle"),
        pytest.param("def f(a, TARGET: int): pass", "def f(a): pass", id="last"),
        pytest.param(
            "def f(\n    a,\n    TARGET,\n): pass", "def f(\n    a,\n): pass", id="one per line"
        ),
    ],
)
def test_a_parameter_is_deleted_with_its_comma_and_line(sources, before, after):
    def rewrite(module, name):
        parameter = sources.around(module, name, cst.Param)
        function = sources.around(module, name, cst.FunctionDef)
        return delete_parameter(module, function, parameter)

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("x = {}[TARGET]", "x = {'z': 1}[TARGET]", id="empty dictionary"),
        pytest.param("{'a': TARGET}", "{'a': TARGET, 'z': 1}", id="dictionary"),
        pytest.param(
            "{\n    'a': 1,\n    **TARGET,  # c\n}",
            "{\n    'a': 1,\n    **TARGET,  # c\n    'z': 1,\n}",
            id="one per line",
        ),
        pytest.param(
            "{'a': 1,\n 'b': (TARGET)}", "{'a': 1,\n 'b': (TARGET),\n 'z': 1}", id="aligned"
        ),
    ],
)
def test_an_entry_is_added_to_a_dictionary(sources, before, after):
    def rewrite(module, name):
        display = next(node for node in module.walk() if isinstance(node, cst.Dict))
        return add_element(module, display, "'z': 1")

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[TARGET]", "[TARGET, z]"),
        ("{TARGET, b}", "{TARGET, b, z}"),
        ("x = (TARGET,)", "x = (TARGET, z,)"),
        ("x = TARGET, (b)", "x = TARGET, (b), z"),
        ("x = ()[TARGET]", "x = (z)[TARGET]"),
    ],
)
def test_an_element_is_added_to_a_list_set_or_tuple(sources, before, after):
    def rewrite(module, name):
        kinds = (cst.List, cst.Set, cst.Tuple)
        display = next(node for node in module.walk() if isinstance(node, kinds))
        return add_element(module, display, "z")

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{'a': TARGET}", "{}"),
        ("[TARGET,]", "[]"),
        ("{'a': 1, **TARGET}", "{'a': 1}"),
        ("{\n    'a': TARGET,  # c\n    'b': 2,\n}", "{\n    'b': 2,\n}"),
        ("(a, (TARGET), c)", "(a, c)"),
    ],
)
def test_an_element_is_deleted_with_its_comma_and_line(sources, before, after):
    def rewrite(module, name):
        kinds = (cst.Dict, cst.List, cst.Tuple)
        display = next(node for node in module.walk() if isinstance(node, kinds))
        found = [node for node in display.elements if name in list(module.walk(node))]
        return delete_element(module, display, found[0])

    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('{"a": 1, "b": 2, "c": 3}', '{"a": 1}', id="the last two"),
        pytest.param('{"a": 1, "b": 2, "c": 3, "d": 4}', '{"a": 1}', id="the last three"),
        pytest.param('{"b": 2, "c": 3, "a": 1}', '{"a": 1}', id="the first two"),
        pytest.param('{"b": 2, "a": 1, "c": 3}', '{"a": 1}', id="around one that stays"),
        pytest.param(
            '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', '{\n  "a": 1,\n}', id="lines of their own"
        ),
    ],
)
def test_several_elements_are_deleted_at_once(tmp_path, run, before, after):
    head = (
        "import keras\n\n\nclass L(keras.layers.Layer):\n    def __init__(self, a=1, **kwargs):\n"
        "        super().__init__(**kwargs)\n        self.a = a\n\n    def get_config(self):\n"
        "        config = super().get_config()\n        config.update("
    )
    (tmp_path / "layer.py").write_text(f"{head}{before})\n        return config\n")
    run("check", "--isolated", "--no-cache", "--fix", "--select", "LL504", "layer.py")
    assert (tmp_path / "layer.py").read_text() == f"{head}{after})\n        return config\n"
