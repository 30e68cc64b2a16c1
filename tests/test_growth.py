"""That time grows as the input does: patterns and tables that users fill."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from layerlint.project.headers import ClassHeader, ModuleIndex
from layerlint.suppress import comments

SIZE = 4000


def seconds(work: Callable[[int], object], size: int) -> float:
    """The shortest of three times of this process: what else the machine does adds to it."""
    taken = []
    for _ in range(3):
        started = time.process_time()
        work(size)
        taken.append(time.process_time() - started)
    return min(taken)


def require_linear(work: Callable[[int], object]) -> None:
    """Four times the size may take twelve times as long, where it takes long at all."""
    work(1)
    assert seconds(work, SIZE) < 12 * seconds(work, SIZE // 4) + 0.01


PATTERNS = {name: held for name, held in vars(comments).items() if isinstance(held, re.Pattern)}


@pytest.mark.parametrize("unit", [" ", "a", "a1", "#", "[", "a[", ",", "-", "# layerlint ", "a,"])
@pytest.mark.parametrize("head", ["", "# layerlint", "# layerlint: ignore[", "# noqa"])
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_of_comments_takes_time_as_the_comment_is_long(name, head, unit):
    pattern = PATTERNS[name]

    def search(size: int) -> None:
        text = f"{head}{unit * (size // len(unit))}\0"
        list(pattern.finditer(text.encode() if isinstance(pattern.pattern, bytes) else text))

    require_linear(search)


def test_a_class_is_found_as_fast_among_many():
    def find(size: int) -> None:
        module = ModuleIndex("layers.py", "layers", is_package=False)
        module.classes += [ClassHeader("layers.py", "layers", f"L{n}", n, ()) for n in range(size)]
        for header in module.classes:
            assert module.find(header.qualname) == [header]

    require_linear(find)
