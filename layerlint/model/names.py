"""What a name means at a place: function scopes first, then the module's imports and aliases."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, cast

from layerlint.facts.namespaces import keras_name
from layerlint.model.methods import parameters_of
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, names_bound
from layerlint.syntax.walk import around, walk_kinds_outside

if TYPE_CHECKING:
    from layerlint.model.module import Module

Scope = cst.FunctionDef | cst.Lambda | cst.ClassDef | cst.BaseComp
# A local name is bound to an absolute dotted target (str), to a dotted alias as written (node), or
# to a value that only running the code would tell.
_OPAQUE = None
# What every module has, and every method.
_ALWAYS = frozenset(dir(builtins)) | {"__annotations__", "__class__", "__file__", "__path__"}
# Statements by which the top level gets names that are not among those it is known to bind.
_UNSEEN = ("global ", "match ", "globals(", "exec(")
_COMPREHENSIONS = frozenset({cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp})
_SCOPES: frozenset[type] = _COMPREHENSIONS | {cst.FunctionDef, cst.Lambda, cst.ClassDef}
# What binds names, apart from parameters and comprehensions.
_BINDING: frozenset[type] = frozenset(
    {
        cst.FunctionDef,
        cst.ClassDef,
        cst.Global,
        cst.Nonlocal,
        cst.Import,
        cst.ImportFrom,
        cst.Assign,
        cst.AssignTarget,
        cst.AnnAssign,
        cst.AugAssign,
        cst.NamedExpr,
        cst.For,
        cst.AsName,
        cst.MatchAs,
        cst.MatchStar,
    }
)


class Names:
    """Resolves names of one module to canonical dotted names."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._scopes: dict[cst.CSTNode, dict[str, _Binding | None]] = {}

    def resolve(self, node: cst.CSTNode) -> str | None:
        """The canonical dotted name that a chain of names and attributes stands for.

        None for locals, parameters, attributes of `self` and anything computed. Names that the
        module does not bind and that are builtins come back as `builtins.<name>`.
        """
        chain = dotted(node)
        if chain is None:
            return None
        root = node
        while isinstance(root, cst.Attribute):
            root = root.value
        head, _, rest = chain.partition(".")
        target = self._name(root, head)
        if target is None:
            return None
        return self._module.project.canonical(
            f"{target}.{rest}" if rest else target, self._module.path
        )

    def scope_of(self, node: cst.CSTNode, name: str) -> Scope | None:
        """The innermost scope around `node` that binds `name`, None at module level."""
        for scope in self._enclosing(node):
            if name in self._bindings(scope):
                return scope
        return None

    def _name(self, root: cst.CSTNode, name: str) -> str | None:
        for scope in self._enclosing(root):
            bindings = self._bindings(scope)
            if name not in bindings:
                continue
            binding = bindings[name]
            if binding is None:
                return None
            if isinstance(binding, str):
                return binding
            if binding is root:
                return None
            return self.resolve(binding)
        return self._module_level(name)

    def _module_level(self, name: str) -> str | None:
        targets = self._module.targets(name)
        if targets:
            return targets[0]
        if self._module.defines(name):
            return f"{self._module.name}.{name}" if self._module.name else name
        if hasattr(builtins, name) and not self._module.assigns(name):
            return f"builtins.{name}"
        return self._starred(name)

    def _starred(self, name: str) -> str | None:
        """What a star import brings under a name: a part of the project, or a class of Keras."""
        module = self._module
        if not module.stars or module.assigns(name):
            return None
        own = f"{module.name}.{name}"
        found = module.project.canonical(own, module.path)
        if found == own:
            return None
        is_class = name[:1].isupper() and keras_name(found) is not None
        known = is_class or module.project.index.locate(found, module.path) is not None
        return found if known else None

    def _enclosing(self, node: cst.CSTNode) -> list[Scope]:
        """The scopes visible from `node`, innermost first: classes only directly around it."""
        found: list[Scope] = []
        child = node
        inside_function = False
        # Exact types: libcst's classes are abstract ones, on which isinstance() is slow.
        for ancestor in around(node):
            kind = type(ancestor)
            if kind in _SCOPES:
                if kind in _COMPREHENSIONS:
                    found.append(cast("cst.BaseComp", ancestor))
                elif kind is cst.ClassDef:
                    if not inside_function and child is cast("cst.ClassDef", ancestor).body:
                        found.append(cast("cst.ClassDef", ancestor))
                else:
                    function = cast("cst.FunctionDef | cst.Lambda", ancestor)
                    if _within_scope(function, child):
                        found.append(function)
                        inside_function = True
            child = ancestor
        return found

    def _bindings(self, scope: Scope) -> dict[str, _Binding | None]:
        found = self._scopes.get(scope)
        if found is None:
            found = self._scopes[scope] = _collect(scope, self._module)
        return found


_Binding = str | cst.BaseExpression


def _within_scope(function: cst.FunctionDef | cst.Lambda, child: cst.CSTNode) -> bool:
    """Decorators, defaults and annotations belong to the scope outside."""
    return child is function.body or (
        isinstance(function, cst.Lambda) and child is not function.params
    )


def _collect(scope: Scope, module: Module) -> dict[str, _Binding | None]:
    bindings: dict[str, _Binding | None] = {}
    if isinstance(scope, cst.BaseComp):
        _bind_comprehension(scope.for_in, bindings)
        return bindings
    if not isinstance(scope, cst.ClassDef):
        for parameter in parameters_of(scope.params):
            bindings[parameter.name] = _OPAQUE
    if isinstance(scope, cst.Lambda):
        return bindings
    outer: set[str] = set()
    single: set[cst.CSTNode] = set()
    for node in walk_kinds_outside(scope.body, _SCOPES, _BINDING):
        match node:
            case cst.FunctionDef() | cst.ClassDef():
                _bind(bindings, node.name.value, _OPAQUE)
            case cst.Global() | cst.Nonlocal():
                outer.update(item.name.value for item in node.names)
            case cst.Import() | cst.ImportFrom():
                for name, target in import_targets(node, module):
                    _bind(bindings, name, target)
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
                _bind(bindings, name, value if dotted(value) else _OPAQUE)
                single.add(node.targets[0])
            case cst.AssignTarget() | cst.AnnAssign() | cst.AugAssign() | cst.NamedExpr():
                if node not in single:
                    _bind_targets(bindings, node.target)
            case cst.For():
                _bind_targets(bindings, node.target)
            case cst.AsName():
                _bind_targets(bindings, node.name)
            case cst.MatchAs(name=cst.Name(value=name)) | cst.MatchStar(name=cst.Name(value=name)):
                _bind(bindings, name, _OPAQUE)
    for name in outer:
        bindings.pop(name, None)
    return bindings


def _bind(bindings: dict[str, _Binding | None], name: str, target: _Binding | None) -> None:
    """A name with two different bindings is opaque."""
    if name in bindings and bindings[name] is not target:
        bindings[name] = _OPAQUE
    else:
        bindings[name] = target


def _bind_targets(bindings: dict[str, _Binding | None], target: cst.CSTNode) -> None:
    for name in names_bound(target):
        _bind(bindings, name, _OPAQUE)


def _bind_comprehension(for_in: cst.CompFor | None, bindings: dict[str, _Binding | None]) -> None:
    while for_in is not None:
        _bind_targets(bindings, for_in.target)
        for_in = for_in.inner_for_in


def is_unbound(node: cst.CSTNode, name: str, module: Module) -> bool:
    """Whether nothing in the file binds `name` where `node` reads it: that raises `NameError`.

    A star brings no name that begins with an underscore. What a function declares `global`, what a
    pattern captures and what another notebook has run may be anything.
    """
    starred = bool(module.stars) and not name.startswith("_")
    if starred or any(map(module.says, _UNSEEN)) or module.path.endswith(".ipynb"):
        return False
    if name in module.index.bindings or module.assigns(name) or name in _ALWAYS:
        return False
    return not module.defines(name) and module.scope_of(node, name) is None


def import_targets(node: cst.Import | cst.ImportFrom, module: Module) -> list[tuple[str, str]]:
    """The names that an import binds, each with its absolute dotted target."""
    if isinstance(node.names, cst.ImportStar):
        return []
    result: list[tuple[str, str]] = []
    if isinstance(node, cst.Import):
        for alias in node.names:
            full = dotted(alias.name) or ""
            if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
                result.append((alias.asname.name.value, full))
            else:
                head = full.partition(".")[0]
                result.append((head, head))
        return result
    base = module.absolute(len(node.relative), dotted(node.module) if node.module else None)
    for alias in node.names:
        name = dotted(alias.name) or ""
        bound = name
        if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
            bound = alias.asname.name.value
        result.append((bound, f"{base}.{name}" if base else name))
    return result
