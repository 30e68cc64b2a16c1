"""What losses, metrics and the like take and save is what the installed ones do."""

from __future__ import annotations

from layerlint.facts.objects import OBJECT_ARGUMENTS, OBJECT_KEYS, OBJECT_ROOTS

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
    assert taken == {kind: OBJECT_ARGUMENTS.get(kind, set()) for kind in OBJECT_ROOTS.values()}
