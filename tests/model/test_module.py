"""What a module keeps of what is found out about it, and what that rests on."""

from __future__ import annotations

from layerlint.state.memo import Node, gathered, reads


def test_an_answer_under_a_key_is_computed_once(module):
    layers = module("import keras\n")
    assert layers.remembered(("first", 1), lambda: "a") == "a"
    assert layers.remembered(("first", 1), lambda: "b") == "a"
    assert layers.remembered(("first", 2), lambda: "c") == "c"


def test_who_is_given_a_kept_answer_rests_on_what_it_read(module):
    layers = module("import keras\n")

    def compute() -> str:
        reads("text", "/elsewhere.py")
        return "a"

    layers.remembered(("first",), compute)
    with Node() as later:
        again = layers.project.module(layers.path)
        again.remembered(("first",), compute)
    assert ("text", "/elsewhere.py", "") in gathered(later)
