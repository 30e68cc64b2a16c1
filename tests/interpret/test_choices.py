"""A value that is one of a few constants is compared as each of them."""

from __future__ import annotations

import pytest


def test_a_setting_that_inference_replaces_but_for_one_value(writes):
    assert (
        writes(
            """
            def call(self, x, training=None):
                how = self.how
                if not training and how != 3:
                    how = 0
                if how == 2:
                    self.count.assign_add(x)
                return x
            """
        )
        == "T"
    )


def test_what_none_of_the_choices_is_equal_to(writes):
    assert (
        writes(
            """
            def call(self, x, training=None):
                mode = "train" if training else "predict"
                if self.frozen and not training:
                    mode = "frozen"
                if mode == "train":
                    self.count.assign_add(x)
                return x
            """
        )
        == "T"
    )


@pytest.mark.parametrize("test", ["how == 0", "how != 5", "how in (0, 1)", "not how"])
def test_what_one_of_the_choices_is_may_happen(writes, test):
    assert (
        writes(
            f"""
            def call(self, x, training=None):
                how = 5 if self.short else 0
                if not training and {test}:
                    self.count.assign_add(x)
                return x
            """
        )
        == "IU"
    )


def test_a_choice_that_a_test_excluded_is_none_any_more(writes):
    assert (
        writes(
            """
            def call(self, x, training=None):
                how = "a" if self.short else "b"
                if how == "a":
                    return x
                if how == "a" or training:
                    self.count.assign_add(x)
                return x
            """
        )
        == "T"
    )


def test_too_many_choices_are_none(writes):
    assert (
        writes(
            """
            def call(self, x, training=None):
                how = 0
                for step in self.steps:
                    how = how + 1
                if how == 100:
                    self.count.assign_add(x)
                return x
            """
        )
        == "TIU"
    )
