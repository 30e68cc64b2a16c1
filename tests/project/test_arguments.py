"""What calls are given for arguments is seen without a parser."""

from __future__ import annotations

import pytest

from layerlint.project.arguments import is_given, passes_function


@pytest.mark.parametrize(
    "value",
    [
        '"a/b"',
        'f"{self.name}/b"',
        'f"{at["a"]}/b"',
        'prefix + "/b"',
        '"(" "/b"',
        '"a"\n  "/b"',
        'prefix  # of the names\n  + "/b"',
        'a if a\n  else "/b"',
        'a\n  or f"/{b}"',
        'join("a", "b") + "/"',
        '(  # a ) in a comment\n    "/b")',
        "'''\n/'''",
    ],
)
def test_a_text_in_what_is_given_is_seen(value: str) -> None:
    assert is_given(f"Dense(3, name={value}, use_bias=False)".encode(), "name", "/")


@pytest.mark.parametrize(
    "before",
    ["Dense(", "Dense(3,\n", "Dense(3,  # units\n    ", "Dense(3, \\\n", "Dense(\n# a\n\n"],
)
def test_an_argument_is_seen_behind_whatever_is_before_it(before: str) -> None:
    assert is_given(f'{before}name = "a/b")'.encode(), "name", "/")


@pytest.mark.parametrize(
    "source",
    [
        'Dense(3, name="a", path="/b")',
        'Dense(3, name=join("a", "b")) / 2',
        "Dense(3, name=a / b)",
        'Dense(3, layer_name="a/b")',
        'names = "a/b"',
        'name = "a"\npath = "/b"',
        'name = "a/b"',
        'if a and name == "a/b": pass',
        'x, name = make()\nprint("/b")',
        'rename("a/b")',
    ],
)
def test_a_text_elsewhere_is_not(source: str) -> None:
    assert not is_given(source.encode(), "name", "/")


def test_what_is_too_long_to_follow_counts_as_holding_the_text() -> None:
    value = "+".join(["x"] * 3000)
    assert is_given(f'Dense(name={value}); path = "/"'.encode(), "name", "/")


@pytest.mark.parametrize(
    "given",
    ["lambda shape: 0", "(lambda shape: 0)", "zeros", "( # here\n zeros)", "zeros if a else ones"],
)
@pytest.mark.parametrize("argument", ["initializer", "kernel_initializer"])
def test_a_function_that_is_passed_is_seen(argument: str, given: str) -> None:
    source = f"def zeros(shape): ...\nDense(3, {argument} = {given})"
    assert passes_function(source.encode(), ("initializer", "constraint"))


@pytest.mark.parametrize(
    "source",
    [
        'Dense(3, kernel_initializer="zeros")',
        "Dense(3, kernel_initializer=zeros)",
        "def zeros(shape): ...\nDense(3, reinitializer=zeros)",
        "def zeros(shape): ...\nDense(3, initializers=zeros)",
        "def zeros(shape): ...\ninitializer = zeros",
    ],
)
def test_what_is_no_function_of_the_file_is_not(source: str) -> None:
    assert not passes_function(source.encode(), ("initializer", "constraint"))
