"""What is made with a named argument and used at once is seen without a parser."""

from __future__ import annotations

import pytest

from layerlint.project.applied import is_applied_with


@pytest.mark.parametrize(
    "source",
    [
        "y = Dense(3, name='a')(x)",
        "y = Dense(name = 'a', units=f(3))\\\n  (x)",
        "y = Dense(name='a'  # )\n)(x)",
        'y = Dense(name=r"a\\")(b")(x)',
        "y = Dense(name=('a'))(x)",
        "y = Dense(name='a' 'b')(x)",
        "y = (Dense(name='a'))(x)",
        "return (  # see y\n  (Dense(name='a')))(x)",
        "model.add(Dense(3, name='a'))",
        "model.add((Dense(3, name='a')))",
        "model . add (Dense(3, name='a'), )",
        "'''it's'''\nDense(name='a')(x)",
        'print(f"{Dense(name="a")(x)}")',
        "print(f'{Dense(name=\"a\")(x)}')",
    ],
)
def test_a_call_that_is_used_at_once_is_seen(source):
    assert is_applied_with(source.encode(), "name")


@pytest.mark.parametrize(
    "source",
    [
        "layer = Dense(3, name='a')\ny = layer(x)",
        "def f(x, name='a'):\n    return f(x)(x)",
        "y = Dense(3, name=name)(x)",
        "y = Dense(3, surname='a')(x)",
        "# Dense(name='a')(x)\n",
        "'''Dense(name='a')(x)'''\n",
        "y = f(Dense(3, name='a'))(x)",
        "y = [Dense(3, name='a')]\nadd(x)",
        "raise ValueError(f'name={name} ({x})')",
    ],
)
def test_other_uses_of_the_argument_are_passed_over(source):
    assert not is_applied_with(source.encode(), "name")


@pytest.mark.parametrize(
    "source", ["f(name='a'", "f(name='a']", "f(name='a\nb')", "'''f(name='a')"]
)
def test_what_cannot_be_read_may_be_anything(source):
    assert is_applied_with(source.encode(), "name")
