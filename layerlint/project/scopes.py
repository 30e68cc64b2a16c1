"""Names in scope while a module is read from top to bottom, and what expressions denote."""

from __future__ import annotations

import ast

from layerlint.project.headers import BUILTINS

Targets = tuple[str, ...]
# Functions that return the module whose name they are given.
IMPORTERS = frozenset({"import_module", "__import__", "LazyLoader", "lazy_import", "try_import"})


class Scope:
    """One module, class or function body: the names bound in it so far."""

    __slots__ = ("env", "globals", "kind", "module_name", "parent", "qualname", "returned", "stars")

    def __init__(self, kind: str, qualname: str, parent: Scope | None = None) -> None:
        self.kind = kind
        self.qualname = qualname
        self.parent = parent
        self.env: dict[str, Targets] = {}
        self.globals: set[str] = set()
        self.returned: list[Targets] = []
        self.stars: list[str] = parent.stars if parent else []
        self.module_name: str = parent.module_name if parent else ""

    def inner(self, name: str) -> str:
        """Return the qualified name of something called `name` that is defined here."""
        return f"{self.qualname}{name}"

    def lookup(self, name: str) -> Targets:
        """Return what a name may denote here, as Python would find it."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.env and (scope is self or scope.kind != "class"):
                return scope.env[name]
            scope = scope.parent
        if name in BUILTINS:
            return (f"builtins.{name}",)
        # A name that only a star import can have brought is left to the index, as the module's own.
        return (f"{self.module_name}.{name}",) if self.stars else ()

    def module(self) -> Scope:
        """Return the scope of the module."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope


def join(*envs: dict[str, Targets]) -> dict[str, Targets]:
    """Return what names denote where several paths of execution meet."""
    joined = dict(envs[0])
    for env in envs[1:]:
        for name, targets in env.items():
            joined[name] = union(joined[name], targets) if name in joined else targets
    return joined


def union(*alternatives: Targets) -> Targets:
    """Return the alternatives in order, each once."""
    return tuple(dict.fromkeys(target for targets in alternatives for target in targets))


def denotes(node: ast.expr, scope: Scope) -> Targets:
    """Return the absolute names that an expression may denote; none when that is unknown."""
    match node:
        case ast.Name():
            return scope.lookup(node.id)
        case ast.Attribute():
            return _denotes_attribute(node, scope)
        case ast.BoolOp():
            return union(*(denotes(value, scope) for value in node.values))
        case ast.IfExp():
            return union(denotes(node.body, scope), denotes(node.orelse, scope))
        case ast.NamedExpr() | ast.Subscript():
            return denotes(node.value, scope)
        case ast.Call():
            return _denotes_call(node, scope)
    return ()


def _denotes_attribute(node: ast.Attribute, scope: Scope) -> Targets:
    """The same of a chain of attributes, which may be longer than calls can be nested."""
    names = [node.attr]
    owner = node.value
    while isinstance(owner, ast.Attribute):
        names.append(owner.attr)
        owner = owner.value
    rest = ".".join(reversed(names))
    return tuple(f"{target}.{rest}" for target in denotes(owner, scope))


def denotes_value(name: str, value: ast.expr | None, scope: Scope) -> Targets:
    """Return what a name may be that gets a value."""
    if value is None:
        return ()
    if isinstance(value, ast.Call) and value.args:
        first = value.args[0]
        # `Base = register(Base)` gives a class back, as a decorator would.
        if isinstance(first, ast.Name) and first.id == name:
            return scope.lookup(name)
    return denotes(value, scope)


def denotes_base(node: ast.expr, scope: Scope) -> list[Targets]:
    """Return what each class added by one expression of a class header may be."""
    if isinstance(node, ast.Call) and _called(node) == "with_metaclass":
        return [denotes(argument, scope) for argument in node.args[1:]]
    if isinstance(node, ast.Starred):
        return [()]
    return [denotes(node, scope)]


def _denotes_call(node: ast.Call, scope: Scope) -> Targets:
    called = _called(node)
    if called == "getattr" and len(node.args) >= 2:
        owner, name, *default = node.args
        found: Targets = ()
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            found = tuple(f"{target}.{name.value}" for target in denotes(owner, scope))
        return union(found, *(denotes(value, scope) for value in default))
    if called == "cast" and len(node.args) == 2:
        return denotes(node.args[1], scope)
    if called in IMPORTERS and node.args:
        name = node.args[2] if called == "LazyLoader" and len(node.args) > 2 else node.args[0]
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            return (name.value,)
    return ()


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
