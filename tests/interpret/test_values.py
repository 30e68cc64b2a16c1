"""`layerlint.interpret.values`: what is known of a value, and what of several when paths meet."""

from __future__ import annotations

import pytest

from layerlint.interpret.joining import join
from layerlint.interpret.values import (
    ANYTHING,
    Value,
    asked,
    chosen,
    constant,
    revised,
    truth,
    unknown_from,
)

EMPTY = Value(items=(), kind=list)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (constant(0), False),
        (constant("x"), True),
        (constant(None), False),
        (ANYTHING, None),
        (Value(truth=True), True),
        (EMPTY, False),
        (revised(EMPTY, partial=True), None),
        (Value(mapping={"a": ANYTHING}, kind=dict), True),
    ],
)
def test_a_value_is_true_as_far_as_that_is_known(value: Value, expected: bool | None) -> None:
    assert truth(value) is expected


def test_equal_values_stay_what_they_are_where_paths_meet() -> None:
    assert join([constant(1), constant(1)]) == constant(1)


def test_different_constants_of_one_truth_keep_the_truth_alone() -> None:
    met = join([constant(1), constant(2)])
    assert not met.known
    assert truth(met) is True


@pytest.mark.parametrize("other", [True, 1.0])
def test_constants_that_only_compare_equal_are_different(other: object) -> None:
    assert not join([constant(1), constant(other)]).known


def test_what_was_read_on_any_path_may_have_been_read() -> None:
    met = join([Value(reads=frozenset({"a"})), Value(reads=frozenset({"b"}))])
    assert met.reads == {"a", "b"}


def test_the_flag_has_a_part_in_what_is_computed_from_it() -> None:
    assert unknown_from(ANYTHING, constant(True, derived=True)).derived
    assert unknown_from(ANYTHING, constant(True)) is ANYTHING


def test_a_constant_that_the_flag_decided_is_followed_and_leaves_no_doubt() -> None:
    assert not join([constant(1, derived=True), constant(2, derived=True)]).derived


def test_what_the_flag_chose_stays_chosen_when_it_is_asked_about() -> None:
    assert chosen(ANYTHING).picked
    assert asked(chosen(ANYTHING), ANYTHING).picked
    assert not asked(ANYTHING).picked


def test_a_setting_of_the_layer_is_the_same_whatever_the_flag() -> None:
    setting = Value(path=("mode",))
    assert chosen(setting) is setting


def test_a_value_does_not_change() -> None:
    value = constant(1)
    assert revised(value, derived=True) != value
    assert value == constant(1)
