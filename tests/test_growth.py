"""That time grows as the input does: patterns and tables that users fill."""

from __future__ import annotations

import ast
import cProfile
import gc
import pstats
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from layerlint.config.resolve import Configuration
from layerlint.engine.linting import run
from layerlint.files.discovery import discover
from layerlint.project.headers import ClassHeader, ModuleIndex
from layerlint.state.snapshot import Snapshot
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


BOOK = Path(__file__).parents[1] / "rules"
IMPORTS = (
    "import keras\nimport numpy as np\nimport tensorflow as tf\nfrom keras import layers, ops\n"
)


def classes_of_the_book() -> list[tuple[str, str]]:
    """Classes that buggy modules define, with their names."""
    found = []
    for path in sorted(BOOK.glob("*/*/buggy.py")):
        text = path.read_text()
        lines = text.splitlines(keepends=True)
        classes = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
        for node in classes[:1]:
            found.append((node.name, "".join(lines[node.lineno - 1 : node.end_lineno])))
    return found[::3]


def calls(path: Path) -> int:
    """How many functions linting a file calls, which no other work of the machine changes."""
    found = discover([str(path)], Configuration([], file=None, isolated=True)).files
    gc.collect()  # What other tests left behind is forgotten before, and not on the way.
    with cProfile.Profile() as profile:
        run(found, Snapshot(), screen=True, jobs=1)
    total: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return total


@pytest.mark.parametrize("derived", [False, True], ids=["apart", "derived"])
def test_many_classes_in_a_file_take_as_long_as_they_are_many(tmp_path, derived):
    book = classes_of_the_book()
    for name, repeats in (("warm", 1), ("once", 1), ("often", 4)):
        text = IMPORTS
        for number in range(repeats):
            for own, body in book:
                bases = f"({own}{number - 1})" if derived and number else r"\1"
                text += "\n\n" + re.sub(
                    rf"class {own}\b(\(.*\))?", f"class {own}{number}{bases}", body, count=1
                )
        (tmp_path / f"{name}.py").write_text(text)
    calls(tmp_path / "warm.py")
    # Of four generations each class is asked together with its bases: two and a half on average.
    most = 10 if derived else 4.5
    assert calls(tmp_path / "often.py") < most * calls(tmp_path / "once.py")


def test_classes_with_many_bases_take_as_long_as_they_are_many(tmp_path):
    """Each is below the dozen before it: their orders are merged once, not gone up again."""
    for size in (40, 120):
        text = "import keras\n\n\nclass C0(keras.layers.Layer):\n    pass\n"
        for number in range(1, size):
            above = ", ".join(f"C{each}" for each in reversed(range(max(0, number - 12), number)))
            text += f"\n\nclass C{number}({above}):\n    pass\n"
        (tmp_path / f"of{size}.py").write_text(text)
    calls(tmp_path / "of40.py")
    assert calls(tmp_path / "of120.py") < 6 * calls(tmp_path / "of40.py")


MANY = {
    "arguments": """
class Many(layers.Layer):
    def __init__(self, {0}, **kwargs):
        super().__init__(**kwargs)
        {1}

    def get_config(self):
        return super().get_config()
""",
    "tests": """
class Many(layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, x, training=None):
        {2}
        return x
""",
}


@pytest.mark.parametrize("what", MANY)
def test_much_in_one_method_takes_as_long_as_it_is_much(tmp_path, what):
    for size in (100, 400):
        text = IMPORTS + MANY[what].format(
            ", ".join(f"a{n}=None" for n in range(size)),
            "\n        ".join(f"self.a{n} = a{n}" for n in range(size)),
            "\n        ".join(f"if x.shape[1] == {n}: self.seen.assign(1.0)" for n in range(size)),
        )
        (tmp_path / f"of{size}.py").write_text(text)
    calls(tmp_path / "of100.py")
    assert calls(tmp_path / "of400.py") < 5 * calls(tmp_path / "of100.py")


def test_loops_within_loops_do_not_double_with_each(tmp_path):
    """What a loop leaves behind is what its body sees: twice the work, of each loop around."""
    for depth in (6, 12):
        lines = "\n".join("    " * (2 + n) + f"for i{n} in x:" for n in range(depth))
        body = f"{lines}\n{'    ' * (2 + depth)}x = x + 1\n        return x\n"
        (tmp_path / f"of{depth}.py").write_text(
            f"{IMPORTS}\n\nclass Deep(layers.Layer):\n    def call(self, x):\n{body}"
        )
    calls(tmp_path / "of6.py")
    assert calls(tmp_path / "of12.py") < 4 * calls(tmp_path / "of6.py")


def loss_of(*lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f"{IMPORTS}\n\ndef dice_loss(y_true, y_pred):\n{body}"


@pytest.mark.parametrize("made", ["y_true * y_pred", "ops.sum(y_true * y_pred) / ops.sum(y_true)"])
@pytest.mark.parametrize("used", ["-a{0}", "-ops.sum(a{0}) / ops.sum(a{0})"])
def test_sums_of_sums_do_not_double_with_each(tmp_path, made, used):
    """What a name stands for is asked once, however many ways lead to it."""
    for depth in (2, 5):
        sums = [f"a{n + 1} = {' + '.join([f'a{n}'] * 12)}" for n in range(depth)]
        text = loss_of(f"a0 = {made}", *sums, f"return {used.format(depth)}")
        (tmp_path / f"of{depth}.py").write_text(text)
    calls(tmp_path / "of2.py")
    assert calls(tmp_path / "of5.py") < 5 * calls(tmp_path / "of2.py")


def call_of(*lines: str) -> str:
    body = "".join(f"        {line}\n" for line in lines)
    return (
        f"{IMPORTS}\n\nclass Long(layers.Layer):\n    def build(self, shape):\n"
        "        self.mean = self.add_weight(shape=(), trainable=False)\n\n"
        f"    def call(self, x):\n{body}        return x\n"
    )


def train_step_of(*lines: str) -> str:
    body = "".join(f"            {line}\n" for line in lines)
    return (
        f"{IMPORTS}\n\nclass Long(keras.Model):\n"
        "    def train_step(self, data):\n        with tf.GradientTape() as tape:\n"
        f"            a0 = self(data, training=True)\n{body}"
        "        gradients = tape.gradient(a0, self.trainable_variables)\n"
        "        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))\n"
        "        return {'loss': a0}\n"
    )


def trained_by_hand(*parts: str) -> str:
    made = "keras.Sequential([layers.Dense(4, kernel_regularizer='l2'), layers.Dropout(0.5)])"
    head = f"{IMPORTS}\nopt = keras.optimizers.Adam()\nnets = [{made} for _ in range(9)]\n\n"
    return head + "".join(parts)


def taped(loss: str) -> str:
    return f"    with tf.GradientTape() as tape:\n        loss = {loss}\n"


def applied(net: str) -> str:
    return (
        f"    grads = tape.gradient(loss, {net}.trainable_variables)\n"
        f"    opt.apply_gradients(zip(grads, {net}.trainable_variables))\n"
    )


LONG = {
    "arguments": lambda n: (
        f"{IMPORTS}\n\nclass Long(layers.Layer):\n"
        f"    def __init__(self, {', '.join(f'a{i}' for i in range(n))}, **kwargs):\n"
        "        super().__init__(**kwargs)\n"
        + "".join(f"        self.a{i} = a{i}\n" for i in range(n))
        + "\n    def get_config(self):\n        return {**super().get_config(), "
        + ", ".join(f"'a{i}': self.a{i}" for i in range(n))
        + "}\n"
    ),
    "imports": lambda n: (
        f"from keras.layers import ({', '.join(f'X{i}' for i in range(n))})\n{call_of()}"
    ),
    "findings": lambda n: call_of(*["self.mean.assign(x)"] * n),
    "statements of a line": lambda n: call_of("self.mean.assign(x); " * n),
    "deletions": lambda n: call_of(*[f"self.z{i} = x; del self.z{i}" for i in range(n)]),
    "names that are given each other's values": lambda n: train_step_of(
        *[f"a{i} = a{(7 * i + 1) % n} + a{(3 * i + 2) % n}" for i in range(n)]
    ),
    "calls of calls": lambda n: call_of(f"x = x{'.f(x)' * n}"),
    "steps": lambda n: trained_by_hand(
        *[f"def step{i}(x):\n{taped('nets[0](x)')}{applied('nets[0]')}" for i in range(n)]
    ),
    "gradients of a step": lambda n: trained_by_hand(
        "def step(x):\n"
        + taped(" + ".join(f"nets[{i}](x)" for i in range(n)))
        + "".join(applied(f"nets[{i}]") for i in range(n))
    ),
    "functions under a tape": lambda n: trained_by_hand(
        *[f"def loss{i}(net, x):\n    return net(x) + loss{i + 1}(net, x)\n" for i in range(n)],
        f"def step(x):\n{taped(' + '.join(f'loss{i}(nets[0], x)' for i in range(n)))}",
        applied("nets[0]"),
    ),
    "names of gradients": lambda n: trained_by_hand(
        f"def step(x):\n{taped('nets[0](x)')}    g0 = tape.gradient(loss, nets[0].weights)\n",
        *[f"    g{i + 1} = g{i}\n    opt.apply_gradients(zip(g{i}, w))\n" for i in range(n)],
    ),
    "calls of a method": lambda n: (
        call_of(*["x = self.helper(x)"] * n)
        + "\n    def helper(self, x):\n        self.w = self.add_weight(shape=())\n"
        + "        x = ops.sqrt(x * self.w)\n" * n
        + "        return x\n"
    ),
    "weights": lambda n: call_of(
        *[f"self.w{i} = self.add_weight(shape=()); x = x * self.w{i}" for i in range(n)]
    ),
    "containers": lambda n: call_of(
        *[f"a{i} = []; self.a{i} = a{i}; a{i}.append(layers.Dense(1))" for i in range(n)]
    ),
    "heads": lambda n: call_of(
        *[
            f"k{i} = ops.transpose(ops.reshape(x, (1, 2, 3, 4)), (0, 2, 1, 3)); "
            f"a{i} = ops.matmul(x, k{i}); x = x + ops.reshape(a{i}, (1, 2, 3))"
            for i in range(n)
        ]
    ),
    "means of what is masked": lambda n: loss_of(
        *[
            f"m{i} = ops.cast(ops.not_equal(y_true, 0), 'float32'); "
            f"l{i} = y_pred * m{i}; t = ops.mean(l{i})"
            for i in range(n)
        ]
    ),
    "losses of rows": lambda n: loss_of(
        *[
            f"l{i} = keras.losses.mean_squared_error(y_true, y_pred); y = l{i} * y_true"
            for i in range(n)
        ]
    ),
    "layers made on the spot": lambda n: loss_of(
        *[f"x{i} = layers.Dense(1)(y_true)" for i in range(n)],
        f"return keras.Model(y_true, [{', '.join(f'x{i}' for i in range(n))}])",
    ),
    "a local that is bound anew": lambda n: (
        f"{IMPORTS}\n\nclass Long(layers.Layer):\n    def build(self, shape):\n"
        "        self.w = self.add_weight(shape=())\n        self.r = np.random.rand(3)\n"
        "        x = np.ones(3)\n"
        + "        x = tf.sqrt(x + x)\n"
        * n
        + "        self.table = x\n\n    def call(self, inputs):\n"
        "        return inputs * self.table * self.w * self.r\n"
    ),
    "values in turn": lambda n: (
        loss_of(
            *["y_true = y_pred + a; y_pred = a * y_true; a = y_true / y_pred"] * n,
            "return a / y_true",
        )
        + "\n\nmodel.compile('adam', 'mse', metrics=[dice_loss])\n"
    ),
}


@pytest.mark.parametrize("kind", LONG)
def test_what_a_program_wrote_takes_time_as_it_is_long(tmp_path, kind):
    """Four times the size may cost six times as much: tables that are searched, but no square."""
    for count in (50, 200):
        (tmp_path / f"of{count}.py").write_text(LONG[kind](count))
    calls(tmp_path / "of50.py")
    assert calls(tmp_path / "of200.py") < 6 * calls(tmp_path / "of50.py")


def test_a_row_of_conditions_costs_no_more_than_a_class_may(tmp_path):
    for count in (200, 800):
        test = " and ".join(f"self.a{n}" for n in range(count))
        (tmp_path / f"of{count}.py").write_text(call_of(f"if {test}:", "    x = x + 1"))
    calls(tmp_path / "of200.py")
    assert calls(tmp_path / "of800.py") < 6 * calls(tmp_path / "of200.py")
