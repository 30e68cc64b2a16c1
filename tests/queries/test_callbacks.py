"""`layerlint.queries.callbacks`: which classes are callbacks, and what of them runs again."""

from __future__ import annotations

import pytest

from layerlint.queries.callbacks import callbacks, calls_of_model, repeated_hooks

HEAD = "import keras\nfrom keras.callbacks import Callback\n\n"
EPOCH = "    def on_epoch_end(self, epoch, logs=None):\n        "


@pytest.mark.parametrize(
    "classes",
    [
        ["class A(Callback):\n    pass\n"],
        ["class A(keras.callbacks.ModelCheckpoint):\n    pass\n"],
        ["class A(Mixin, Callback):\n    pass\n"],
        ["class A(Callback):\n    pass\n", "class B(A):\n    pass\n"],
    ],
)
def test_callbacks_derive_from_keras_or_from_one_another(module, classes) -> None:
    found = callbacks(module(HEAD + "".join(classes)))
    assert [f"class {each.node.name.value}" for each in found] == [each[:7] for each in classes]


def test_other_classes_are_none(module) -> None:
    text = "class Callback:\n    pass\n\nclass A(Callback):\n    pass\n"
    assert callbacks(module("import keras\n" + text)) == ()


def hooks_of(module, body: str) -> list[str]:
    checked = module(f"{HEAD}class A(Callback):\n{body}")
    (callback,) = callbacks(checked)
    return [hook.name.value for hook in repeated_hooks(callback, checked)]


def test_what_runs_at_each_epoch_or_batch_is_repeated(module) -> None:
    names = ("on_train_begin", "on_epoch_begin", "on_train_batch_end", "on_test_end", "set_rate")
    body = "".join(f"    def {name}(self, *args):\n        pass\n" for name in names)
    assert hooks_of(module, body) == ["on_epoch_begin", "on_train_batch_end"]


@pytest.mark.parametrize(
    "again",
    [
        "self.model.compile(loss='mse')",
        "self.model.train_function = None",
        "self.model.make_train_function(force=True)",
        "self._recompile()",
        "tf.config.run_functions_eagerly(True)",
    ],
)
def test_a_callback_that_has_the_graph_made_anew_repeats_nothing_on_the_old_one(
    module, again
) -> None:
    assert hooks_of(module, f"{EPOCH}{again}\n") == []


def test_calls_of_the_model_are_found_through_methods_of_the_callback(module) -> None:
    checked = module(
        f"{HEAD}class A(Callback):\n{EPOCH}self.report(epoch)\n"
        "    def report(self, epoch):\n        self.model.evaluate(self.data)\n"
        "        self.other.evaluate(self.data)\n"
    )
    (callback,) = callbacks(checked)
    (call,) = calls_of_model(callback.methods["on_epoch_end"], "evaluate", checked)
    assert checked.source(call) == "self.model.evaluate(self.data)"
