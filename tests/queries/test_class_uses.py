"""`layerlint.queries.class_uses`: where the project makes a class, and what it gives it there."""

from __future__ import annotations

import pytest

from layerlint.queries.class_uses import (
    exports,
    is_chosen,
    is_of_module_alone,
    made_by_nobody,
    makings,
    never_given,
)
from layerlint.syntax.matching import keyword

PART = "import keras\n\nclass Part(keras.layers.Layer):\n    pass\n"
TEST = "from part import Part\n\ndef test_part():\n    Part()\n"
SETUP = {"setup.py": "from setuptools import setup\n\nsetup(name='part')\n"}


def part(repository, **files: str):
    """The class of a module in an application, with more files by their names."""
    return repository({"part.py": PART, **{f"{n}.py": text for n, text in files.items()}}).classes[
        0
    ]


def test_an_application_may_make_none_of_a_class(repository) -> None:
    assert made_by_nobody(part(repository))
    assert made_by_nobody(part(repository, main="from part import Part\n"))


@pytest.mark.parametrize(
    "use",
    [
        "from other import Part\n\nmade = Part()\n",
        "import other\n\nmade = other.Part()\n",
        "from part import Part\n\nmade = self.Part()\n",
        "from part import Part\n\nmade = make(Part=1)\n",
        "import part\n\nfor Part in parts:\n    Part()\n",
        "import part\n\nmade = [Part() for Part in parts]\n",
        "import part\n\ndef make(Part):\n    return Part()\n",
        "from part import Part\n\nx: Part = make()\n",
        "from part import Part\n\nwhole = isinstance(x, Part)\n",
        'import part\n\n# part.Part()\n"part.Part()"\n',
    ],
)
def test_another_thing_of_that_name_is_not_meant(repository, use: str) -> None:
    assert made_by_nobody(part(repository, main=use, other="class Part:\n    pass\n"))


@pytest.mark.parametrize(
    "use",
    [
        "from part import Part\n\npart = Part()\n",
        "from part import Part as Block\n\npart = Block()\n",
        "import part\n\nmade = part.Part()\n",
        "import part as parts\n\nmade = parts.Part()\n",
        "from part import *\n\nmade = Part()\n",
        "def make():\n    from part import Part\n    return Part()\n",
        "from part import Part\n\nkinds = {'part': Part}\n",
        "from part import Part\n\nclass Sub(Part):\n    pass\n\nmade = Sub()\n",
    ],
)
def test_one_that_may_make_it_does(repository, use: str) -> None:
    assert not made_by_nobody(part(repository, main=use))


def test_others_may_make_what_is_for_them(repository) -> None:
    assert not made_by_nobody(repository({"part.py": PART, **SETUP}).classes[0])


@pytest.mark.parametrize(
    ("name", "use", "alone"),
    [
        ("main", "from part import Part\n\npart = Part()\n", False),
        ("main", "import part\n\nmade = part.Part()\n", False),
        ("main", "from other import Part\n\npart = Part()\n", True),
        ("test_part", TEST, True),
        ("part_test", TEST, True),
        ("contest", TEST, False),
        ("test_run", "from part import Part\n\npart = Part()\n", False),
        ("main", "# from part import Part\n", True),
    ],
)
def test_a_module_may_use_its_class_alone_but_for_tests(repository, name, use, alone) -> None:
    source = PART + "\nmade = Part()\n"
    module = repository({"part.py": source, f"{name}.py": use})
    assert is_of_module_alone(module.classes[0]) is alone


def test_a_module_that_does_not_use_it_either_is_not_meant(repository) -> None:
    assert not is_of_module_alone(part(repository))


def gives_name(call) -> bool:
    return keyword(call, "name") is not None


@pytest.mark.parametrize(
    ("use", "never"),
    [
        ("made = Part()", True),
        ("made = [Part(3), Part(units=4)]", True),
        ("made = Part(name='x')", False),
        ("made = [Part(), Part(name='x')]", False),
        ("made = Other(name='x')", True),
        ("make = Part", False),
        ("made = make(Part, name='x')", False),
        ("def make(**options):\n    return Part(**options)", True),
        ("x: Part = other", True),
        ("if isinstance(x, Part): pass", True),
    ],
)
def test_each_making_may_do_without_an_argument(repository, use: str, never: bool) -> None:
    layer = part(repository, main=f"from part import Part\n\n{use}\n")
    assert never_given(layer, gives_name) is never


def test_of_what_others_make_nothing_is_known(repository) -> None:
    assert not never_given(repository({"part.py": PART, **SETUP}).classes[0], gives_name)


@pytest.mark.parametrize(
    ("use", "all_do"),
    [
        ("made = Part(name='x')", True),
        ("made = [Part(name=n) for n in 'ab']", True),
        ("made = [Part(name='x'), Part()]", False),
        ("make = Part\nmade = Part(name='x')", False),
        ("", False),
    ],
)
def test_something_may_hold_of_each_making(repository, use: str, all_do: bool) -> None:
    layer = part(repository, main=f"from part import Part\n\n{use}\n")
    assert makings(layer, lambda module, call: gives_name(call)) is all_do


@pytest.mark.parametrize(("call", "all_do"), [("kind(name='x')", True), ("kind()", False)])
def test_a_function_may_return_the_class_to_who_makes_it(repository, call, all_do) -> None:
    use = f"from part import Part\n\ndef pick():\n    return Part\n\ndef make(kind):\n    {call}\n"
    layer = part(repository, main=use)
    assert makings(layer, lambda module, call: gives_name(call), returned=True) is all_do
    assert not makings(layer, lambda module, call: gives_name(call))


@pytest.mark.parametrize(("name", "exported"), [("net/__init__.py", True), ("main.py", False)])
def test_a_package_exports_what_it_imports(module, name: str, exported: bool) -> None:
    user = module("from .layer import Part\n\nmade = Part()\n", name)
    imported, made = [node for node in user.walk() if getattr(node, "value", "") == "Part"]
    assert exports(user, imported) is exported
    assert not exports(user, made)


def test_a_package_may_only_be_let_export_it(repository) -> None:
    files = {
        "net/part.py": PART,
        "net/__init__.py": "from .part import Part\n",
        "net/main.py": "from .part import Part\n\nmade = Part(name='x')\n",
    }
    layer = repository(files).classes[0]
    assert makings(layer, lambda module, call: gives_name(call), exported=True)
    assert not makings(layer, lambda module, call: gives_name(call))


@pytest.mark.parametrize(
    ("use", "chosen"),
    [
        ("block = Part if small else Full\nmade = block()", True),
        ("kinds = {'part': Part, 'full': Full}\nmade = kinds[name](3)", True),
        ("made = (Part if small else Full)(3)", True),
        ("made = Part() if small else Full()", False),
        ("block = Part\nmade = block()", False),
        ("made = Part()", False),
    ],
)
def test_a_class_may_be_chosen_among_others(repository, use: str, chosen: bool) -> None:
    assert is_chosen(part(repository, main=f"from part import Part\n\n{use}\n")) is chosen
