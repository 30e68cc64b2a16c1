"""No class takes more than in proportion to its size, and one that is cut short says so."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

from layerlint.interpret import bounds
from layerlint.model.layer import LayerClass

Make = Callable[..., LayerClass]
Writes = Callable[..., str]


def branches_that_share(levels: int) -> str:
    nested = "\n".join(["        a = (a, a)"] * levels)
    return (
        "def call(self, x):\n"
        f"    if x is None:\n        a = (x, x)\n{nested}\n"
        f"    else:\n        a = (x, 1)\n{nested}\n"
        "    self.count.assign(1.0)\n    return a\n"
    )


def ifs(count: int) -> str:
    lines = [f"    if x[{number}] > 0:\n        y = x[{number}]" for number in range(count)]
    return "\n".join(["def call(self, x):", "    y = x", *lines, "    return y\n"])


def elifs(count: int) -> str:
    lines = [f"    elif x == {number}:\n        y = {number}" for number in range(count)]
    return "\n".join(
        ["def call(self, x):", "    if x is None:\n        y = 0", *lines, "    return y\n"]
    )


def helpers(count: int) -> str:
    lines = [f"def h{n}(self, x):\n    return self.h{n + 1}(x)\n" for n in range(count)]
    last = f"def h{count}(self, x):\n    return x\n"
    return "".join(["def call(self, x):\n    return self.h0(x)\n", *lines, last])


@pytest.mark.parametrize("program", [branches_that_share, ifs, elifs, helpers])
def test_four_times_the_code_takes_at_most_eight_times_the_steps(
    layer: Make, program: Callable[[int], str]
) -> None:
    assert layer(program(80)).forward.steps <= 8 * layer(program(20)).forward.steps


def test_tuples_of_tuples_end_the_interpretation_before_they_fill_the_memory(layer: Make) -> None:
    assert layer(branches_that_share(60)).forward.cut


def test_branches_nested_deeper_than_python_follows_are_said_to_be_cut(layer: Make) -> None:
    assert layer(elifs(1_000)).forward.cut


def test_a_few_levels_of_tuples_are_followed(layer: Make) -> None:
    assert not layer(branches_that_share(5)).forward.cut


def test_calls_deeper_than_the_bound_are_said_to_be_cut(layer: Make) -> None:
    assert layer(helpers(bounds.DEPTH + 1)).forward.cut


def test_recursion_is_unknown_but_nothing_is_cut(layer: Make) -> None:
    forward = layer("def call(self, x):\n    return self.call(x)\n").forward
    assert (forward.tainted, forward.cut) == (True, False)


def test_a_class_of_few_may_take_all_its_steps() -> None:
    assert bounds.steps_of_class(1) == bounds.steps_of_class(200) == bounds.STEPS


def test_the_classes_of_a_file_share_its_steps() -> None:
    assert 4_000 * bounds.steps_of_class(4_000) <= bounds.FILE_STEPS


def test_a_written_out_loop_is_followed_round_by_round_up_to_its_bound(writes: Writes) -> None:
    def call(rounds: int) -> str:
        flags = ", ".join(["False"] * (rounds - 1) + ["training"])
        return (
            "def call(self, x, training=None):\n"
            f"    for on in [{flags}]:\n        pass\n"
            "    if on:\n        self.count.assign_add(1.0)\n"
        )

    assert writes(call(bounds.UNROLLED)) == "T"
    assert writes(call(bounds.UNROLLED + 1)) != "T"


def test_recursion_that_counts_down_from_less_than_its_bound_is_followed(layer: Make) -> None:
    def counting(start: int) -> str:
        return (
            f"def call(self, x):\n    return self.down({start}, x)\n"
            "def down(self, n, x):\n    return x if n == 0 else self.down(n - 1, x)\n"
        )

    assert not layer(counting(bounds.RECURSION - 1)).forward.tainted
    assert layer(counting(bounds.RECURSION)).forward.tainted


@pytest.mark.parametrize("expression", ["9 ** 9 ** 9 ** 9", "'a' * 10 ** 9", "1 << 10 ** 9"])
def test_numbers_and_texts_beyond_their_bounds_are_not_computed(
    layer: Make, expression: str
) -> None:
    forward = layer(f"def call(self, x):\n    y = {expression}\n    return x\n").forward
    assert not forward.cut


@pytest.mark.parametrize("width", ["%99999999d", "%-99999999d", "%.99999999d"])
def test_a_text_is_not_made_as_wide_as_it_asks_for(layer: Make, width: str) -> None:
    tracemalloc.start()
    try:
        assert not layer(f"def call(self, x):\n    y = '{width}' % 1\n    return x\n").forward.cut
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_a_table_of_more_functions_than_its_bound_is_left_alone(writes: Writes) -> None:
    def call(functions: int) -> str:
        write = "self.count.assign_add(1.0)"
        steps = "".join(f"def f{n}(self):\n    {write}\n" for n in range(functions))
        table = ", ".join(f"{n}: self.f{n}" for n in range(functions))
        return f"def call(self, x, k=None):\n    {{{table}}}[k]()\n    return x\n{steps}"

    assert writes(call(bounds.ALTERNATIVES)) == "TIU"
    assert writes(call(bounds.ALTERNATIVES + 1)) == ""


def test_recursion_behind_an_unknown_test_is_not_followed(layer: Make) -> None:
    forward = layer(
        "def call(self, x):\n    return self.down(x)\n"
        "def down(self, x):\n    return x if x.ndim == 0 else self.down(x[0])\n"
    ).forward
    assert forward.tainted
    assert forward.steps < 200
