"""LL708: the name of a layer is looked for in the names of its variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layerlint.checks.migration._model_variables import VARIABLE_LISTS, is_variable
from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.facts.variable_names import NORMALIZED, VARIABLE_NAMES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.held_values import held_values
from layerlint.queries.local_bindings import loop_over
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, positional
from layerlint.syntax.walk import walk_kinds

# The method of an optimizer that is told by words of names what not to decay.
_EXCLUDES = "exclude_from_weight_decay"
_PATTERNS = frozenset({"re.search", "re.match", "re.fullmatch"})
# What a pattern says besides a word.
_AROUND_WORD = re.compile(r"^\^|\$$|^\(|\)$|\.\*\??|\\b")
_WORD = re.compile(r"[\w/:]+")
_LONGEST_WAY = 4
_Test = tuple[cst.BaseExpression, cst.BaseExpression]
NEEDS = AllOf(
    Text("keras"),
    AnyOf(
        AllOf(AnyOf(*map(Members, sorted(VARIABLE_LISTS))), Members("name")),
        Members(_EXCLUDES),
    ),
)
_LAYERS = frozenset(name.rpartition(".")[2].lower() for name in WEIGHT_LAYERS)
# A shorter part of the name of a class says nothing.
_SHORTEST = 4
# What makes a variable, with the name that it is given not far behind.
_MADE = r"(?:add_weight|add_variable|Variable)\([\s\S]{0,400}?%s"
# What a layer, or a method that makes one, is called.
_CALLED = r"\bname\s*=\s*[fr]?[\"'][^\"'\n]*%s"


@check(Module, needs=NEEDS, judged_by="target", tests=True)
def layer_name_in_variable_name(module: Module) -> Iterator[Finding]:
    """Report `"dense" in v.name` and the like for the variables of a model."""
    for asked in _names_asked(module):
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


def _lost(asked: _Asked, module: Module) -> str | None:
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


@dataclass(frozen=True)
class _Asked:
    """Words that are looked for: in `attribute`, as `v.name`, or by an optimizer.

    `direct` is whether the attribute stands where it is asked. `beside` are the words that are
    looked for in the same expression.
    """

    node: cst.BaseExpression
    words: Sequence[str]
    beside: frozenset[str]
    attribute: cst.Attribute | None = None
    direct: bool = False


def _names_asked(module: Module) -> Iterator[_Asked]:
    """The tests of the module that look for words in the names of a model's variables."""
    for test in walk_kinds(module.tree, cst.Comparison, cst.Call):
        for wanted, name in _tests(test, module):
            found = _name_of_variable(name, module, _LONGEST_WAY)
            words = _words(wanted, module) if found is not None else []
            if words:
                direct = any(node is found for node in walk_kinds(name, cst.Attribute))
                yield _Asked(test, words, _beside(test, words, module), found, direct)
        match test:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value=verb))) if verb == _EXCLUDES:
                given = bind(test, ("var_list", "var_names")).get("var_names")
                words = _patterns(_words(given, module)) if given is not None else []
                if words and not module.says(f"def {_EXCLUDES}"):
                    yield _Asked(test, words, frozenset(words))


def _tests(test: cst.CSTNode, module: Module) -> Iterator[_Test]:
    """What is looked for, and in what, either way round where it may stand on either side."""
    match test:
        case cst.Comparison(
            left=left,
            comparisons=[cst.ComparisonTarget(operator=cst.In() | cst.NotIn(), comparator=right)],
        ):
            yield left, right
            yield right, left
        case cst.Comparison(
            left=left,
            comparisons=[
                cst.ComparisonTarget(operator=cst.Equal() | cst.NotEqual(), comparator=right)
            ],
        ):
            yield right, left
        case cst.Call(
            func=cst.Attribute(
                value=name, attr=cst.Name(value="startswith" | "endswith" | "find" | "count")
            ),
            args=[argument],
        ):
            yield argument.value, name
        case cst.Call(args=[_, _, *_]) if module.resolve(test.func) in _PATTERNS:
            given = positional(test)
            if len(given) > 1:
                yield given[0].value, given[1].value


def _name_of_variable(node: cst.BaseExpression, module: Module, depth: int) -> cst.Attribute | None:
    """The `v.name` that an expression is made of, for a variable of a model."""
    match node:
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name("lower")), args=[]):
            return _name_of_variable(inner, module, depth)
        case cst.Subscript(
            value=cst.Call(func=cst.Attribute(value=inner, attr=cst.Name("split" | "rsplit")))
        ):
            return _name_of_variable(inner, module, depth)
        case cst.Attribute(value=cst.Name() as variable, attr=cst.Name("name")):
            return node if is_variable(variable, module) else None
        case cst.Name() if depth:
            held = [
                _name_of_variable(value, module, depth - 1) for value in held_values(node, module)
            ]
            return held[0] if held and None not in held else None
    return None


def _words(wanted: cst.BaseExpression, module: Module) -> list[str]:
    """What is looked for: a word, those of a list, or those that a loop goes through."""
    known = _known(wanted, module, _LONGEST_WAY)
    words = [known] if isinstance(known, str) else known
    if not isinstance(words, (list, tuple, set)):
        return []
    call = module.parent(module.parent(wanted) or wanted)
    if isinstance(call, cst.Call) and module.resolve(call.func) in _PATTERNS:
        return _patterns(words)
    return [word for word in words if isinstance(word, str)]


def _known(node: cst.BaseExpression, module: Module, depth: int) -> object:
    """The literal that an expression stands for; all of them for the variable of a loop."""
    known = literal(node)
    if isinstance(known, (str, list, tuple, set)) or not depth:
        return known
    held = held_values(node, module)
    if not held:
        loop = loop_over(node) if isinstance(node, cst.Name) else None
        if loop is not None and isinstance(loop.target, cst.Name):
            return _known(loop.iter, module, depth - 1)
        default = _default(node, module)
        return _known(default, module, depth - 1) if default is not None else None
    if len(held) == 1:
        return _known(held[0], module, depth - 1)
    return [literal(each) for each in held]


def _default(node: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """The default of the parameter that a name is, where nobody here gives it another value."""
    if not isinstance(node, cst.Name):
        return None
    scope = module.scope_of(node, node.value)
    if not isinstance(scope, cst.FunctionDef):
        return None
    for parameter in (*scope.params.params, *scope.params.kwonly_params):
        if parameter.name.value == node.value:
            given = (arguments(call, scope, module) for call in callers(scope, module))
            return None if any(node.value in each for each in given) else parameter.default
    return None


def _patterns(words: object) -> list[str]:
    """The words of regular expressions that say nothing but words."""
    found = []
    for pattern in words if isinstance(words, (list, tuple, set)) else ():
        for part in pattern.split("|") if isinstance(pattern, str) else ():
            word = _AROUND_WORD.sub("", part)
            if _WORD.fullmatch(word):
                found.append(word)
    return found


def _beside(test: cst.BaseExpression, words: Sequence[str], module: Module) -> frozenset[str]:
    """The words that stand in the same expression as a test, its own among them."""
    around: cst.CSTNode = test
    for node in module.ancestors(test):
        if isinstance(node, (cst.BooleanOperation, cst.UnaryOperation)):
            around = node
        elif not isinstance(node, (cst.Arg, cst.GeneratorExp, cst.Call)):
            break
    texts = [literal(node) for node in walk_kinds(around, cst.SimpleString)]
    return frozenset({*words, *(text for text in texts if isinstance(text, str))})
