"""LL708: the name of a layer is looked for in the names of its variables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.migration._model_variables import VARIABLE_LISTS
from layerlint.checks.migration._variable_names import EXCLUDES, Asked, names_asked
from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.facts.variable_names import NORMALIZED, VARIABLE_NAMES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text

NEEDS = AllOf(
    Text("keras"),
    AnyOf(
        AllOf(AnyOf(*map(Members, sorted(VARIABLE_LISTS))), Members("name")),
        Members(EXCLUDES),
    ),
)
_LAYERS = frozenset(name.rpartition(".")[2].lower() for name in WEIGHT_LAYERS)
# A shorter part of the name of a class says nothing.
_SHORTEST = 4
# What makes a variable, with the name that it is given not far behind.
_MADE = r"(?:add_weight|add_variable|Variable)\([\s\S]{0,400}?%s"
# What a layer, or a method that makes one, is called.
_CALLED = r"\bname\s*=\s*[fr]?[\"'][^\"'\n]*%s"


@check(Module, needs=NEEDS, judged_by="target")
def layer_name_in_variable_name(module: Module) -> Iterator[Finding]:
    """Report `"dense" in v.name` and the like for the variables of a model."""
    for asked in names_asked(module):
        lost = _lost(asked, module)
        if lost is None:
            continue
        if asked.attribute is None:
            yield Finding(asked.node, "excluded", {"word": lost})
        else:
            fields = {"word": lost, "variable": module.source(asked.attribute.value)}
            edits = tuple(replace(module, asked.attribute.attr, "path"))
            fix = Fix("Ask `path`", edits, "unsafe") if asked.direct else None
            yield Finding(asked.node, fields=fields, fix=fix)


def _lost(asked: Asked, module: Module) -> str | None:
    """The first word that no name of a variable has, unless another one means the same."""
    lost = next((word for word in asked.words if _is_lost(word, module)), None)
    if lost is None or ("norm" in lost.lower() and NORMALIZED & asked.beside):
        return None
    own = lost.rpartition(":")[0] or lost
    return None if own.rpartition("/")[2] in asked.beside - {lost} else lost


def _is_lost(word: str, module: Module) -> bool:
    """Whether Keras 3 has it in the path of a variable, and no variable is called so."""
    return module.remembered((_is_lost, word), lambda: _is_in_path_only(word, module))


def _is_in_path_only(word: str, module: Module) -> bool:
    if word.endswith(":0") or "/" in word:
        return True  # Keras 3 refuses a slash in the name of a variable
    plain = word.lower()
    if any(plain in name for name in VARIABLE_NAMES):
        return False
    quoted = re.escape(word)
    mentioning = module.project.index.mentioning
    if mentioning(word, _MADE % quoted):
        return False
    # Names that Keras gives are numbered: `dense_1`.
    kind = plain.rstrip("0123456789").replace("_", "")
    is_layer = len(kind) >= _SHORTEST and any(kind in each for each in _LAYERS)
    return is_layer or bool(mentioning(word, _CALLED % quoted))
