"""Whether a class can come alive on Keras 3: be made, built and called.

What raises there before anything else happens is reported by the rules about moving to Keras 3.
Code of which they say so was never run on Keras 3, so that what would happen afterwards is nobody's
bug; the same holds for the layers that such a class holds, and that nothing else makes, and for
what a function does behind the place where it raises or makes such a class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from layerlint import catalogue
from layerlint.declaration import check_of
from layerlint.facts.removed import PRIVATE
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# What runs of every layer that is used at all.
_ALIVE = ("__init__", "build", "call")


def comes_to(layer: LayerClass, node: cst.CSTNode, *, halts: bool = False) -> bool:
    """Whether the class comes so far on Keras 3 that what stands at `node` happens there.

    What stands in front of the place that raises, or in that very call, does: it is what meets
    whoever mends that place. To what `halts` by itself only the places come first of which the
    rules about moving to Keras 3 speak.
    """
    death = layer.facts(_first_to_move if halts else _first)
    if layer.facts(_unmade_to_move if halts else _unmade):
        return False
    if death is None:
        return True
    method, raising = death
    for rank, name in enumerate(_ALIVE):
        own = layer.methods.get(name)
        if own is not None and any(node is part for part in own.own_nodes()):
            if _ALIVE.index(method.name) != rank:
                return rank < _ALIVE.index(method.name)
            return method.module.span(node).start <= method.module.span(raising).start
    return False


def function_comes_to(module: Module, node: cst.CSTNode, *, halts: bool = False) -> bool:
    """Whether on Keras 3 the code around `node` comes to it, be that a class or a function."""
    layer = module.class_of(node)
    if layer is not None:
        return comes_to(layer, node, halts=halts)
    around = [one for one in module.ancestors(node) if isinstance(one, cst.FunctionDef)]
    if not around:
        return True
    death = module.once(_deaths_to_move if halts else _deaths).of(around[0])
    if death is not None and death < module.span(node).start:
        return False
    users = module.once(_users_to_move if halts else _users)
    return not users.none_lives(around[-1].name.value, around[-1])


def _unmade(layer: LayerClass) -> bool:
    return layer.module.once(_users).none_lives(layer.name, layer.node)


def _unmade_to_move(layer: LayerClass) -> bool:
    return layer.module.once(_users_to_move).none_lives(layer.name, layer.node)


def _first(layer: LayerClass) -> tuple[Method, cst.CSTNode] | None:
    """What raises first of making, building and calling the layer, and in which method."""
    return _Reach(_raising).first(layer)


def _first_to_move(layer: LayerClass) -> tuple[Method, cst.CSTNode] | None:
    """The same of what the rules about moving to Keras 3 speak of."""
    return _Reach(_raising_to_move).first(layer)


class _Reach:
    """The code that runs when a layer is made, built and called."""

    def __init__(self, raising: Callable[[LayerClass], frozenset[int]]) -> None:
        self._raising = raising
        self._seen: set[tuple[int, int]] = set()

    def raises(self, layer: LayerClass) -> bool:
        """Whether some of the code of a class, or of a class that it always makes, raises."""
        return self.first(layer) is not None

    def first(self, layer: LayerClass) -> tuple[Method, cst.CSTNode] | None:
        """The method that raises first, and where."""
        for name in _ALIVE:
            method = layer.method(name)
            found = self._raises_at(layer, method) if method is not None else None
            if method is not None and found is not None:
                return method, found
        return None

    def _method(self, layer: LayerClass, method: Method) -> bool:
        return self._raises_at(layer, method) is not None

    def _raises_at(self, layer: LayerClass, method: Method) -> cst.CSTNode | None:
        key = (id(layer), id(method.node))
        if key in self._seen:
            return None
        self._seen.add(key)
        raising = method.owner.facts(self._raising)
        for node in method.own_nodes():
            if id(node) in raising:
                return node
            if type(node) is cst.Call and self._call(layer, method, node):
                return node
        return None

    def _call(self, layer: LayerClass, method: Method, call: cst.Call) -> bool:
        module, name = method.module, self_attribute(call.func, method.self_name)
        if name is not None:
            called = layer.method(name)
            return called is not None and self._method(layer, called)
        match call.func:
            case cst.Attribute(value=owner, attr=cst.Name(value=verb)) if is_super_call(owner):
                called = layer.method_after(method.owner, verb)
                return called is not None and self._method(layer, called)
            case cst.Attribute(value=owner, attr=cst.Name(value=verb)):
                held = layer.sublayers.get(self_attribute(owner, method.self_name) or "")
                if held is not None and held.layer is not None and _is_certain(module, call):
                    called = held.layer.method(verb)
                    return called is not None and self._method(held.layer, called)
        made = _made(call, module)
        return made is not None and _is_certain(module, call) and self.raises(made)


def _made(call: cst.Call, module: Module) -> LayerClass | None:
    name = module.resolve(call.func)
    return module.project.find_layer(name, module.path) if name is not None else None


def _raising(owner: LayerClass) -> frozenset[int]:
    """The nodes of a class's own methods and of its module that raise on Keras 3."""
    found = {id(node) for method in owner.methods.values() for node in _private(method)}
    found |= _halting(owner, lambda rule: rule.scope != "module")
    return frozenset(found | owner.module.once(_raising_anywhere))


def _raising_to_move(owner: LayerClass) -> frozenset[int]:
    """The nodes of `_raising` of which the rules about moving to Keras 3 speak."""
    found = {id(node) for method in owner.methods.values() for node in _private(method)}
    found |= _halting(owner, lambda rule: rule.scope != "module" and _is_of_moving(rule))
    return frozenset(found | owner.module.once(_raising_anywhere_to_move))


def _raising_anywhere(module: Module) -> frozenset[int]:
    return frozenset(_halting(module, lambda rule: rule.scope == "module"))


def _raising_anywhere_to_move(module: Module) -> frozenset[int]:
    return frozenset(_halting(module, lambda rule: rule.scope == "module" and _is_of_moving(rule)))


def _is_of_moving(rule: catalogue.Rule) -> bool:
    return rule.judged_by == "target"


def _halting(subject: LayerClass | Module, is_meant: Callable[[catalogue.Rule], bool]) -> set[int]:
    """The nodes of which rules say that Keras 3 raises there."""
    return {
        id(finding.node)
        for rule in catalogue.rules()
        if 3 in rule.halts_on and is_meant(rule)
        for finding in check_of(rule)(subject)
        if 3 in (finding.generations or rule.generations)
    }


def _private(method: Method) -> Iterator[cst.CSTNode]:
    """What is read of the layer itself, or of one called `layer`, that only Keras 2 keeps there."""
    owner = method.owner
    bound = {name for name, attribute in owner.attributes.items() if attribute.bindings}
    for node in method.own_nodes(cst.Attribute):
        if node.attr.value not in PRIVATE:
            continue
        if _is_target(owner.module, node) or excused(owner.module, node):
            continue
        name = node.attr.value
        if self_attribute(node, method.self_name) == name:
            if name not in bound and owner.method(name) is None:
                yield node
        elif is_name(node.value, "layer") and method.takes("layer"):
            yield node


def _is_target(module: Module, node: cst.Attribute) -> bool:
    return isinstance(module.parent(node), cst.AssignTarget)


def _is_certain(module: Module, node: cst.CSTNode) -> bool:
    """Whether a node runs whenever its function does: no test and no handler stands around it."""
    for ancestor in module.ancestors(node):
        if isinstance(ancestor, cst.FunctionDef):
            return True
        if isinstance(ancestor, (cst.If, cst.IfExp, cst.Try, cst.Lambda, cst.Match)):
            return False
    return True


class _Deaths:
    """Where the functions of a module raise on Keras 3, each asked for once."""

    def __init__(
        self, module: Module, raising: frozenset[int], first: Callable[[LayerClass], object]
    ) -> None:
        self._module = module
        self._raising = raising
        self._first = first
        self._known: dict[int, int | None] = {}

    def of(self, function: cst.FunctionDef) -> int | None:
        """The end of what raises first in a function whenever that runs, if anything does."""
        key = id(function)
        if key not in self._known:
            with self._module.node_of_reads:
                ends = (
                    self._module.span(node).end
                    for node in walk_same_function(function.body)
                    if self._raises(node) and _is_certain(self._module, node)
                )
                self._known[key] = min(ends, default=None)
        return self._known[key]

    def _raises(self, node: cst.CSTNode) -> bool:
        if id(node) in self._raising:
            return True
        made = _made(node, self._module) if isinstance(node, cst.Call) else None
        return made is not None and made.facts(self._first) is not None


def _deaths(module: Module) -> _Deaths:
    return _Deaths(module, module.once(_raising_anywhere), _first)


def _deaths_to_move(module: Module) -> _Deaths:
    return _Deaths(module, module.once(_raising_anywhere_to_move), _first_to_move)


def _users(module: Module) -> _Users:
    return _Users(module, _first)


def _users_to_move(module: Module) -> _Users:
    return _Users(module, _first_to_move)


class _Users:
    """Who names the classes and the functions of a module, and whether any of them lives."""

    def __init__(self, module: Module, first: Callable[[LayerClass], object]) -> None:
        self._module = module
        self._first = first
        self._names: dict[str, list[cst.Name]] = {}
        for node in walk_kinds(module.tree, cst.Name):
            self._names.setdefault(node.value, []).append(node)
        self._known: dict[int, bool] = {}

    def none_lives(self, name: str, own: cst.CSTNode) -> bool:
        """Whether all that names something belongs to classes that cannot live on Keras 3."""
        key = id(own)
        if key not in self._known:
            self._known[key] = False  # for who comes here again
            with self._module.node_of_reads:
                users = list(self._users(name, own))
                self._known[key] = bool(users) and all(map(self._is_dead, users))
        return self._known[key]

    def _is_dead(self, user: cst.FunctionDef | LayerClass | None) -> bool:
        """Whether the class, or everything that calls the function, cannot live on Keras 3."""
        if user is None:
            return False
        if isinstance(user, cst.FunctionDef):
            return self.none_lives(user.name.value, user)
        return user.facts(self._first) is not None or self.none_lives(user.name, user.node)

    def _users(self, name: str, own: cst.CSTNode) -> Iterator[cst.FunctionDef | LayerClass | None]:
        """The class or the function around each mention of a name; None for the top level."""
        module = self._module
        inside = {id(node) for node in module.walk(own)}
        for node in self._names.get(name, ()):
            if id(node) in inside:
                continue
            layer = module.class_of(node)
            outer = [one for one in module.ancestors(node) if isinstance(one, cst.FunctionDef)]
            yield layer if layer is not None else outer[-1] if outer else None
