"""Bindings, re-exports and where names are defined."""

from __future__ import annotations

import pickle

import pytest

from layerlint.state.memo import Node, gathered


def bindings(project, source: str, name: str = "pkg/mod.py") -> dict[str, tuple[str, ...]]:
    written = project({"pkg/__init__.py": "", name: source})
    return written.index().module(written.path(name)).bindings


@pytest.mark.parametrize(
    ("source", "name", "targets"),
    [
        ("import a.b.c", "a", ("a",)),
        ("import a.b.c as d", "d", ("a.b.c",)),
        ("from a.b import c", "c", ("a.b.c",)),
        ("from a.b import c as d", "d", ("a.b.c",)),
        ("from . import c", "c", ("pkg.c",)),
        ("from .c import d", "d", ("pkg.c.d",)),
        ("from .. import c", "c", ("c",)),
        ("import a\nb = a.c.d", "b", ("a.c.d",)),
        ("import a\nb = c = a.d", "c", ("a.d",)),
        ("import a\nb, c = a.d, a.e", "c", ("a.e",)),
        ("import a, b\na, b = b, a", "a", ("b",)),
        ("import a\nb: type = a.c", "b", ("a.c",)),
        ("import a\nb = a.c if a else a.d", "b", ("a.c", "a.d")),
        ("import a\nb = a.c or a.d", "b", ("a.c", "a.d")),
        ("import a\nb = getattr(a, 'c', None) or a.d", "b", ("a.c", "a.d")),
        ("import a\nb = a.c()", "b", ()),
        ("import a\na += 1", "a", ()),
        ("try:\n  import a\nexcept ImportError:\n  import b as a", "a", ("a", "b")),
        ("try:\n  import a\nexcept ImportError:\n  a = None", "a", ("a",)),
        ("try:\n  import a\nexcept ImportError:\n  raise", "a", ("a",)),
        ("if x:\n  import a as c\nelif y:\n  import b as c", "c", ("a", "b")),
        ("import a as c\nif x:\n  import b as c", "c", ("b", "a")),
        ("import a as c\nimport b as c", "c", ("b",)),
        (
            "if TYPE_CHECKING:\n  import a\nelse:\n  import b as a",
            "a",
            ("a", "b"),
        ),
        ("for i in x:\n  import a", "a", ("a",)),
        ("with x as a:\n  import b", "a", ()),
        ("match x:\n  case 1:\n    import a\n  case _:\n    import b as a", "a", ("a", "b")),
        ("def f(): pass", "f", ("pkg.mod.f",)),
        ("class C: pass", "C", ("pkg.mod.C",)),
        ("class C: pass\nC = register(C)", "C", ("pkg.mod.C",)),
        ("from importlib import import_module\na = import_module('b.c')", "a", ("b.c",)),
        ("a = LazyLoader('a', globals(), 'b.c')", "a", ("b.c",)),
        ("from typing import cast\nimport a\nb = cast(type, a.c)", "b", ("a.c",)),
        ("def f():\n  global a\n  import b as a", "a", ("b",)),
    ],
)
def test_what_a_name_may_denote(project, source, name, targets):
    assert bindings(project, source)[name] == targets


def test_relative_imports_start_at_the_package(project):
    source = "from . import a\nfrom .b import c\nfrom .. import d"
    found = bindings(project, source, "pkg/inner/__init__.py")
    assert (found["a"], found["c"], found["d"]) == (
        ("pkg.inner.a",),
        ("pkg.inner.b.c",),
        ("pkg.d",),
    )


def test_stars_are_kept_the_last_first(project):
    written = project("from a import *\nfrom b import *")
    index = written.index()
    module = index.module(written.path("layers.py"))
    assert module.stars == ("b", "a")
    assert module.resolve("print") == ("builtins.print",)
    assert index.alternatives(module.resolve("c")[0], module.path) == ("b.c", "a.c")


def test_canonical_names_follow_re_exports(project):
    written = project(
        {
            "pkg/__init__.py": "from .layers import *\nfrom .layers.norm import Norm as Renamed\n"
            "import tensorflow as tf",
            "pkg/layers/__init__.py": "from .norm import Norm, helper",
            "pkg/layers/norm.py": "class Norm:\n  class Inner: pass\ndef helper(): pass",
            "app.py": "import pkg",
        }
    )
    index = written.index()
    near = written.path("app.py")
    for dotted, canonical in {
        "pkg.Norm": "pkg.layers.norm.Norm",
        "pkg.Renamed": "pkg.layers.norm.Norm",
        "pkg.layers.Norm.Inner": "pkg.layers.norm.Norm.Inner",
        "pkg.helper": "pkg.layers.norm.helper",
        "pkg.tf.random.normal": "tensorflow.random.normal",
        "pkg.layers": "pkg.layers",
        "pkg.nothing": "pkg.nothing",
        "tensorflow.random.normal": "tensorflow.random.normal",
        "keras.layers.Dense": "keras.layers.Dense",
        "numpy.random": "numpy.random",
    }.items():
        assert index.canonical(dotted, near) == canonical


def test_a_package_may_rebind_the_name_of_its_module(project):
    written = project(
        {
            "pkg/__init__.py": "from .norm import norm",
            "pkg/norm.py": "def norm(): pass\ndef other(): pass",
        }
    )
    index = written.index()
    assert index.canonical("pkg.norm", written.path("pkg/__init__.py")) == "pkg.norm.norm"
    assert index.canonical("pkg.norm.other", written.path("pkg/__init__.py")) == "pkg.norm.other"


def test_a_class_is_found_with_its_header(project):
    written = project(
        {
            "pkg/__init__.py": "from .m import B",
            "pkg/m.py": "import keras\n\n\n@decorated\nclass B(keras.Model):\n  class C: pass",
        }
    )
    index = written.index()
    (header,) = index.find_classes("pkg.B", written.path("pkg/__init__.py"))
    assert (header.qualname, header.line, header.dotted) == ("B", 5, "pkg.m.B")
    assert [(base.text, base.candidates) for base in header.bases] == [
        ("keras.Model", ("keras.Model",))
    ]
    assert len(index.find_classes("pkg.m.B.C")) == 1
    assert index.find_classes("pkg.m.D") == []
    assert index.find_classes("nowhere.D") == []


def test_source_roots_name_modules(project):
    written = project({"lib/tools/layers.py": "", "lib/run.py": ""})
    index = written.index(src=[written.path("lib")])
    assert index.module(written.path("lib/tools/layers.py")).name == "tools.layers"
    assert index.module(written.path("lib/run.py")).name == "run"


def test_the_parts_of_a_namespace_package_are_named_as_they_are_imported(project):
    written = project(
        {
            "src/company/nn/__init__.py": "from company.nn.layers import A",
            "src/company/nn/layers.py": "class A: pass",
            "src/pkg/sub/deep.py": "",
            "src/pkg/__init__.py": "",
        }
    )
    index = written.index()
    assert index.module(written.path("src/company/nn/layers.py")).name == "company.nn.layers"
    assert index.module(written.path("src/pkg/sub/deep.py")).name == "pkg.sub.deep"


def test_an_init_file_at_the_root_of_the_project_makes_it_no_package(project):
    written = project(
        {"__init__.py": "", "pkg/__init__.py": "", "pkg/m.py": "class A: pass", "use.py": ""}
    )
    index = written.index()
    assert index.module(written.path("pkg/m.py")).name == "pkg.m"
    assert len(index.find_classes("pkg.m.A", written.path("use.py"))) == 1


def test_content_comes_from_the_given_reader(project):
    written = project({"layers.py": "class Old: pass"})
    path = written.path("layers.py")
    index = written.index(read=lambda _: b"class New: pass")
    assert [header.name for header in index.module(path).classes] == ["New"]


def test_a_fingerprint_changes_with_what_others_can_see(project):
    written = project({"m.py": ""})
    path = written.path("m.py")

    def fingerprint(source: str) -> str:
        return written.index(read=lambda _: source.encode()).module(path).fingerprint()

    assert fingerprint("class A: pass") == fingerprint("class A: x = 1")
    assert fingerprint("class A: pass") != fingerprint("class A(object): pass")
    assert fingerprint("import a") != fingerprint("import b as a")


def test_modules_can_be_sent_to_another_process(project):
    written = project("import keras\nclass A(keras.Model): pass")
    module = written.index().module(written.path("layers.py"))
    copy = pickle.loads(pickle.dumps(module))
    assert copy.fingerprint() == module.fingerprint()


def test_what_a_name_is_imported_as_rests_on_that_name_alone(project):
    written = project({"pkg/m.py": "from pkg import layers\nfrom pkg.other import x\ny = 1\n"})
    index = written.index()
    with Node() as node:
        assert index.imports_with("layers", written.path("pkg/m.py")) == ("pkg.layers",)
    assert {(question, detail) for question, _, detail in gathered(node)} == {("imports", "layers")}
