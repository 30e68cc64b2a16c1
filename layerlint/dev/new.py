"""Writes the folder and the check module of a new rule: complete, and failing on purpose."""

from __future__ import annotations

import re

from layerlint import __version__
from layerlint.catalogue import FAMILIES
from layerlint.dev.book import BOOK, ROOT, folders
from layerlint.failure import Failure, did_you_mean


def new(family: str, name: str) -> int:
    """Write the files of the rule `name` with the next free code of `family`."""
    if family not in FAMILIES:
        raise Failure(f"there is no family '{family}'", did_you_mean(family, FAMILIES))
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name):
        raise Failure(
            f"'{name}' cannot be the name of a rule",
            "two words or more that name the problem, in lower case, joined by hyphens",
        )
    folder = BOOK / family / name
    module = ROOT / "layerlint" / "checks" / family / f"{name.replace('-', '_')}.py"
    for path in (folder, module):
        if path.exists():
            raise Failure(f"{path.relative_to(ROOT)} exists already")
    code = _next_code(family)
    function = name.replace("-", "_")
    words = {"code": code, "name": name, "version": __version__, "function": function}
    files = {folder / file: text for file, text in FOLDER.items()} | {module: CHECK}
    (folder / "cases").mkdir(parents=True)
    for path, text in files.items():
        for word, value in words.items():
            text = text.replace(f"<{word}>", value)
        path.write_text(text, encoding="utf-8", newline="\n")
    # Said when all is there: who reads the first line only, as `head` does, ends the command.
    for path in files:
        print(f"wrote {path.relative_to(ROOT)}")
    print("next: write the bug and its proof, and let the tool know the rule, now and whenever")
    print("its rule.toml changes: `python -m layerlint.dev sync`")
    print(f"then: make `python -m pytest tests/rules tests/proof -k {code}` pass")
    return 0


def _next_code(family: str) -> str:
    digit = FAMILIES.index(family)
    used = set()
    for folder in folders():
        match = re.search(rf'(?m)^code = "LL{digit}(\d\d)"', (folder / "rule.toml").read_text())
        if match:
            used.add(int(match[1]))
    return f"LL{digit}{max(used, default=0) + 1:02}"


CHECK = '''\
"""<code>: say in one line what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass


@check(LayerClass)
def <function>(layer: LayerClass) -> Iterator[Finding]:
    """Say which node is reported, and when."""
    yield from ()
'''
FOLDER = {
    "rule.toml": """\
code = "<code>"
summary = "Say in one line what goes wrong"
default = true
fix = "none"
generations = [2, 3]
since = "<version>"
references = []

[messages]
default = "`{layer}` does what it should not: say what Keras will do because of it"
""",
    "README.md": """\
# <name> (<code>)

## What it does
Say what is reported, and what is not.

## Why is this bad?
Say what Keras does with such a layer, and whether anything is raised.

## Example
```python
class Example(keras.layers.Layer):
    def call(self, inputs):
        return inputs
```

## Use instead
```python
class Example(keras.layers.Layer):
    def call(self, inputs):
        return inputs
```

## Fix safety
Say what the fix changes, and why that is safe or not; or that there is none.

## Known limits
Say what is missed, and what may be reported in error.

## References
""",
    "buggy.py": '''\
"""A layer with the bug, as a user would write it."""

from tensorflow import keras


class Example(keras.layers.Layer):
    def call(self, inputs):
        return inputs
''',
    "fixed.py": '''\
"""A layer with the bug, as a user would write it."""

from tensorflow import keras


class Example(keras.layers.Layer):
    def call(self, inputs):
        return inputs
''',
    "cases/finds_say_what.py": """\
from tensorflow import keras


class Example(keras.layers.Layer):
    def call(self, inputs):
        return inputs  # <code>
""",
    "cases/silent_say_where.py": """\
from tensorflow import keras


class Example(keras.layers.Layer):
    def call(self, inputs):
        return inputs  # <code>
""",
    "proof.py": '''\
"""Say how the layer is used, and what is looked at."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.Example()])
    data = np.ones((4, 3), "float32")
    difference = float(np.abs(model.predict(data, verbose=0) - data).max())
    return Observation(
        broken=difference > 0,
        detail=f"predict changed the inputs by {difference:.2f}",
    )
''',
}
