"""Which rules a selection enables."""

from __future__ import annotations

import pytest

from layerlint import catalogue
from layerlint.config.select import Layer, enabled, require_known
from layerlint.failure import Failure

DEFAULT = {rule.code for rule in catalogue.rules() if rule.default}
TRAINING = {rule.code for rule in catalogue.rules() if rule.family == "training"}


def chosen(*layers: dict[str, tuple[str, ...]]) -> set[str]:
    return set(enabled(Layer(layer) for layer in layers))


def test_without_a_selection_the_default_rules_run() -> None:
    assert chosen() == DEFAULT
    assert "LL120" not in DEFAULT


def test_all_means_all() -> None:
    assert chosen({"select": ("ALL",)}) == {rule.code for rule in catalogue.rules()}


@pytest.mark.parametrize("selector", ["LL1", "training", "TRAINING", "ll1"])
def test_a_family_has_a_name_and_a_prefix(selector: str) -> None:
    assert chosen({"select": (selector,)}) == TRAINING


def test_an_empty_selection_enables_nothing() -> None:
    assert chosen({"select": ()}) == set()


def test_ignoring_wins_at_equal_footing() -> None:
    assert chosen({"select": ("LL102", "LL103"), "ignore": ("LL102",)}) == {"LL103"}


def test_a_name_is_as_specific_as_a_code() -> None:
    layer = {"select": ("LL102", "LL103"), "ignore": ("unguarded-state-update",)}
    assert chosen(layer) == {"LL103"}


def test_the_more_specific_selector_wins() -> None:
    assert chosen({"select": ("LL102",), "ignore": ("LL1",)}) == {"LL102"}
    assert chosen({"select": ("LL1",), "ignore": ("LL102", "ALL")}) == TRAINING - {"LL102"}


def test_what_extends_is_added_to_what_stands() -> None:
    assert chosen({"extend-select": ("LL120",)}) == DEFAULT | {"LL120"}
    assert chosen({"extend-ignore": ("LL102",)}) == DEFAULT - {"LL102"}


def test_a_later_selection_starts_over() -> None:
    configuration = {"select": ("training",), "ignore": ("LL102",)}
    assert chosen(configuration, {"select": ("LL102",)}) == {"LL102"}


def test_a_later_layer_without_selection_changes_what_stands() -> None:
    assert chosen({"select": ("LL102",)}, {"extend-select": ("LL103",)}) == {"LL102", "LL103"}
    assert chosen({"select": ("training",)}, {"ignore": ("LL10",)}) == {
        code for code in TRAINING if not code.startswith("LL10")
    }


def test_a_later_addition_overrules_an_earlier_ignore() -> None:
    assert "LL102" in chosen({"ignore": ("LL102",)}, {"extend-select": ("LL102",)})


def test_unknown_selectors_fail_with_the_nearest_word() -> None:
    with pytest.raises(Failure) as failure:
        require_known(["trainig"], "`select`")
    assert failure.value.message == "unknown rule 'trainig' in `select`"
    assert failure.value.hint == "did you mean 'training'?"


def test_silent_rules_are_those_whose_proof_saw_no_exception() -> None:
    silent = chosen({"select": ("silent",)})
    assert {"LL102", "LL502", "LL406"} <= silent  # the last one raises on Keras 2 only
    assert not {"LL107", "LL401", "LL701", "LL001"} & silent


def test_keras3_has_what_goes_wrong_there_only() -> None:
    keras3 = chosen({"select": ("keras3",)})
    assert chosen({"select": ("migration",)}) | {"LL107", "LL201"} <= keras3
    assert not {"LL102", "LL214"} & keras3


def test_a_family_is_more_specific_than_a_group() -> None:
    found = chosen({"select": ("silent", "LL107"), "ignore": ("training", "keras3")})
    assert found & TRAINING == {"LL107"}
    found = chosen({"select": ("training",), "ignore": ("silent",)})
    assert found == TRAINING
