"""What losses, metrics and the like take and save is what the installed ones do."""

from __future__ import annotations

from layerlint.facts.objects import (
    OBJECT_ARGUMENTS,
    OBJECT_KEYS,
    OBJECT_ROOTS,
    OLD_OPTIMIZER_ARGUMENTS,
    OLD_OPTIMIZER_METHOD,
)

SCRIPT = """
import inspect
import json
from tensorflow import keras

found = {}
for root in "losses.Loss metrics.Metric regularizers.Regularizer".split() + [
    "initializers.Initializer",
    "constraints.Constraint",
    "optimizers.schedules.LearningRateSchedule",
]:
    base = keras
    for part in root.split("."):
        base = getattr(base, part)
    taken = set(inspect.signature(base.__init__).parameters) - {"self", "args", "kwargs"}

    class Own(base):
        def __init__(self):
            if taken:
                super().__init__()

        def call(self, y_true, y_pred):
            return y_pred

        def update_state(self, y_true, y_pred):
            pass

        def result(self):
            pass

        def __call__(self, *args):
            pass

    try:
        saved = sorted(Own().get_config())
    except NotImplementedError:
        saved = None
    found[root] = [sorted(taken), saved]
print(json.dumps(found))
"""

OPTIMIZER = """
import inspect
import json
from tensorflow import keras

base = keras.optimizers.Optimizer


class Own(base):
    def __init__(self):
        super().__init__(**{rate})


signatures = [inspect.signature(each.__init__).parameters for each in base.__mro__[:-1]]
taken = next(set(each) for each in signatures if "weight_decay" in each)
print(json.dumps([sorted(taken - {"self", "args", "kwargs"}), sorted(Own().get_config())]))
"""


def test_optimizers_take_and_save_what_is_said(ask):
    asked = [
        ask(2, OPTIMIZER.replace("{rate}", '{"name": "own"}')),
        ask(3, OPTIMIZER.replace("{rate}", '{"learning_rate": 0.1}')),
    ]
    taken, saved = (set(old) | set(new) for old, new in zip(*asked, strict=True))
    assert taken == OBJECT_ARGUMENTS["optimizer"]
    assert saved - {"is_legacy_optimizer"} == OBJECT_KEYS["optimizer"]


OLD_OPTIMIZER = """
import inspect, json
from tensorflow import keras

old = keras.optimizers.legacy.Optimizer
named = set(inspect.signature(old.__init__).parameters) - {"self", "kwargs"}


def takes(name):
    try:
        old(**{"name": "own", name: 1.0})
    except TypeError:
        return False
    return True


tried = TRIED
print(json.dumps([sorted(named | set(filter(takes, tried))), hasattr(old, "METHOD")]))
"""


def test_optimizers_of_the_older_api_take_what_is_said(ask):
    tried = sorted({*OLD_OPTIMIZER_ARGUMENTS, *OBJECT_ARGUMENTS["optimizer"], "momentum", "beta_1"})
    script = OLD_OPTIMIZER.replace("TRIED", repr(tried)).replace("METHOD", OLD_OPTIMIZER_METHOD)
    taken, has_method = ask(2, script)
    assert set(taken) == OLD_OPTIMIZER_ARGUMENTS
    assert has_method


def test_constructors_and_configs_are_what_is_said(ask):
    taken: dict[str, set[str]] = {}
    for generation in (2, 3):
        for root, (takes, saved) in ask(generation, SCRIPT).items():
            kind = OBJECT_ROOTS[root]
            taken.setdefault(kind, set()).update(takes)
            if kind in ("regularizer", "schedule"):
                assert saved is None
            else:
                assert set(saved) == OBJECT_KEYS.get(kind, frozenset())
    kinds = set(OBJECT_ROOTS.values()) - {"optimizer"}
    assert taken == {kind: OBJECT_ARGUMENTS.get(kind, set()) for kind in kinds}
