"""`layerlint.state.timings`: what the time of a run is counted for."""

from __future__ import annotations

import time

import pytest

from layerlint.state import timings


@pytest.fixture
def timed(monkeypatch: pytest.MonkeyPatch) -> timings.Timings:
    found = timings.Timings()
    monkeypatch.setattr(timings, "current", found)
    return found


def shared() -> str:
    time.sleep(0.05)
    return "answer"


def failing() -> str:
    raise RecursionError


def test_what_a_rule_asks_for_all_is_not_counted_for_the_rule(timed: timings.Timings) -> None:
    timed.begin()
    assert timings.answer(shared) == "answer"
    timed.end(timed.rules, "LL101")
    assert timed.rules["LL101"] < 0.04 < timed.questions[f"{__name__}.shared"]


def test_a_question_that_fails_is_counted_too(timed: timings.Timings) -> None:
    timed.begin()
    with pytest.raises(RecursionError):
        timings.answer(failing)
    timed.end(timed.rules, "LL101")
    assert list(timed.rules) == ["LL101"]
    assert list(timed.questions) == [f"{__name__}.failing"]


def test_the_dearest_are_printed_first(timed: timings.Timings) -> None:
    timed.rules.update(LL101=1.0, LL102=2.0)
    timed.questions.update({"model.layer.LayerClass.forward": 3.0, "cheap": 0.001})
    assert timed.text({"LL102": "unguarded-state-update"}).splitlines() == [
        "    2.000 s  LL102 unguarded-state-update",
        "    1.000 s  LL101 ",
        "    3.000 s  asked by rules: model.layer.LayerClass.forward",
    ]


def test_nothing_is_counted_where_nobody_asks_for_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timings, "current", None)
    assert timings.answer(shared) == "answer"
