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
from layerlint.state.memo import Node, rests_on
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, self_attribute
from layerlint.syntax.walk import begins_before, innermost, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# What runs of every layer that is used at all.
_ALIVE = ("__init__", "build", "call")


def comes_to(layer: LayerClass, node: cst.CSTNode, *, halts: bool = False) -> bool:
    """Whether the class comes so far on Keras 3 that what stands at `node` happens there.

    What stands in front of the place that raises, or in that very call, does: it is what meets
    whoever mends that place. One that not each run comes to tells as well that nobody has run the
    class there, unless it is excused by what is installed. But where a class that this one is made
    of is sure to raise, nobody gets to see what would happen. To what `halts` by itself only the
    places come first of which the rules about moving to Keras 3 speak.
    """
    evidence = _OF_MOVING if halts else _OF_ALL
    death = layer.facts(evidence.first)
    if _is_behind(layer, node, evidence):
        return False
    if layer.facts(evidence.unmade) or (not halts and layer.facts(evidence.has_dead_part)):
        return False
    if death is None:
        return True
    method, raising = death
    last = _ALIVE.index(method.name) if method.name in _ALIVE else len(_ALIVE)
    for rank, name in enumerate(_ALIVE):
        own = layer.methods.get(name)
        if own is not None and any(node is part for part in own.own_nodes()):
            if rank != last:
                return rank < last
            return _comes_first(node, raising, method.module)
    return False


def _is_behind(layer: LayerClass, node: cst.CSTNode, evidence: _Evidence) -> bool:
    """Whether a method that others call, such as a step of training, raises before the node."""
    around = innermost(node, cst.FunctionDef)
    if not isinstance(around, cst.FunctionDef) or around.name.value in _ALIVE:
        return False
    raising = layer.facts(evidence.raising)
    return any(
        one in raising and _is_certain(one) and begins_before(one, node)
        for one in walk_same_function(around.body)
        if one is not node
    )


def _comes_first(node: cst.CSTNode, raising: cst.CSTNode, module: Module) -> bool:
    """Whether a method comes to a node before it raises; what is assigned is made beforehand."""
    if module.statement(node) is module.statement(raising) and node is not raising:
        return not isinstance(module.parent(node), cst.AssignTarget)
    return module.span(node).start <= module.span(raising).start


def function_comes_to(module: Module, node: cst.CSTNode, *, halts: bool = False) -> bool:
    """Whether on Keras 3 the code around `node` comes to it, be that a class or a function."""
    layer = module.class_of(node)
    if layer is not None:
        return comes_to(layer, node, halts=halts)
    around = [one for one in module.ancestors(node) if isinstance(one, cst.FunctionDef)]
    if not around:
        return True
    evidence = _OF_MOVING if halts else _OF_ALL
    death = evidence.death(around[0], module)
    if death is not None and death < module.span(node).start:
        return False
    return not module.once(evidence.users).none_lives(around[-1].name.value, around[-1])


class _Evidence:
    """What raises on Keras 3 by the word of some rules, and what is dead because of that."""

    def __init__(self, speaks: Callable[[catalogue.Rule], bool]) -> None:
        self._speaks = speaks

    def first(self, layer: LayerClass) -> tuple[Method, cst.CSTNode] | None:
        """What raises first of making, building and calling the layer, and in which method."""
        return _Reach(self.raising).first(layer)

    def has_dead_part(self, layer: LayerClass) -> bool:
        """Whether what surely raises first is in another class, of which the layer is made."""
        death = _Reach(self.raising, sure=True).first(layer)
        return death is not None and death[1] not in death[0].owner.facts(self.raising)

    def unmade(self, layer: LayerClass) -> bool:
        """Whether all that names the class is dead."""
        return layer.module.once(self.users).none_lives(layer.name, layer.node)

    def users(self, module: Module) -> _Users:
        """Who names what in a module."""
        return _Users(module, self.first)

    def death(self, function: cst.FunctionDef, module: Module) -> int | None:
        """The end of what raises first in a function whenever that runs, if anything does."""
        key = (self.death, function)
        return module.remembered(key, lambda: self._death(function, module))

    def _death(self, function: cst.FunctionDef, module: Module) -> int | None:
        ends = (
            module.span(node).end
            for node in walk_same_function(function.body)
            if self._raises(node, module) and _is_certain(node)
        )
        return min(ends, default=None)

    def _raises(self, node: cst.CSTNode, module: Module) -> bool:
        if node in module.once(self.raising_anywhere):
            return True
        made = module.find_layer(node.func) if isinstance(node, cst.Call) else None
        return made is not None and made.facts(self.first) is not None

    def raising(self, owner: LayerClass) -> frozenset[cst.CSTNode]:
        """The nodes of a class's own methods and of its module that raise."""
        found = {node for method in owner.methods.values() for node in _private(method)}
        found |= self._halting(owner, of_modules=False)
        return frozenset(found | owner.module.once(self.raising_anywhere))

    def raising_anywhere(self, module: Module) -> frozenset[cst.CSTNode]:
        """The nodes of which rules about modules say that they raise."""
        return frozenset(self._halting(module, of_modules=True))

    def _halting(self, subject: LayerClass | Module, *, of_modules: bool) -> set[cst.CSTNode]:
        """The nodes of which rules say that Keras 3 raises there."""
        return {
            finding.node
            for rule in catalogue.rules()
            if 3 in rule.halts_on and (rule.scope == "module") is of_modules and self._speaks(rule)
            for finding in check_of(rule)(subject)
            if finding.halts and 3 in (finding.generations or rule.generations)
        }


_OF_ALL = _Evidence(lambda rule: True)
_OF_MOVING = _Evidence(lambda rule: rule.judged_by == "target")


class _Reach:
    """The code that runs when a layer is made, built and called."""

    def __init__(
        self, raising: Callable[[LayerClass], frozenset[cst.CSTNode]], *, sure: bool = False
    ) -> None:
        self._raising = raising
        self._sure = sure
        self._seen: set[tuple[LayerClass, cst.FunctionDef]] = set()

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
        # What stands in the place of `call` may be run by its name, but not by a class that calls.
        for method in layer.methods.values() if self._sure else ():
            if method.node.name in method.owner.facts(self._raising):
                return method, method.node.name
        return None

    def _method(self, layer: LayerClass, method: Method) -> bool:
        return self._raises_at(layer, method) is not None

    def _raises_at(self, layer: LayerClass, method: Method) -> cst.CSTNode | None:
        key = (layer, method.node)
        if key in self._seen:
            return None
        self._seen.add(key)
        raising = method.owner.facts(self._raising)
        for node in method.own_nodes():
            raises = node in raising
            if not (raises or type(node) is cst.Call):
                continue
            if self._sure and not _is_certain(node):
                continue
            if raises or (type(node) is cst.Call and self._call(layer, method, node)):
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
                if held is not None and held.layer is not None and _is_certain(call):
                    called = held.layer.method(verb)
                    return called is not None and self._method(held.layer, called)
        made = module.find_layer(call.func)
        return made is not None and _is_certain(call) and self.raises(made)


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


def _is_certain(node: cst.CSTNode) -> bool:
    """Whether a node runs whenever its function does: no test and no handler stands around it."""
    kinds = (cst.If, cst.IfExp, cst.BooleanOperation, cst.Try, cst.Lambda, cst.Match)
    return not isinstance(innermost(node, cst.FunctionDef, *kinds), kinds)


class _Users:
    """Who names the classes and the functions of a module, and whether any of them lives."""

    def __init__(self, module: Module, first: Callable[[LayerClass], object]) -> None:
        self._module = module
        self._first = first
        self._names: dict[str, list[cst.Name]] = {}
        for node in walk_kinds(module.tree, cst.Name):
            self._names.setdefault(node.value, []).append(node)
        self._known: dict[cst.CSTNode, bool] = {}
        self._node = Node()

    def none_lives(self, name: str, own: cst.CSTNode) -> bool:
        """Whether all that names something belongs to classes that cannot live on Keras 3."""
        rests_on(self._node)
        if own not in self._known:
            self._known[own] = False  # for who comes here again
            with self._node:
                users = self._users(name, own)
                first = next(users, None)
                self._known[own] = self._is_dead(first) and all(map(self._is_dead, users))
        return self._known[own]

    def _is_dead(self, user: cst.FunctionDef | LayerClass | None) -> bool:
        """Whether the class, or everything that calls the function, cannot live on Keras 3."""
        if user is None:
            return False
        if isinstance(user, cst.FunctionDef):
            return self.none_lives(user.name.value, user)
        return user.facts(self._first) is not None or self.none_lives(user.name, user.node)

    def _users(self, name: str, own: cst.CSTNode) -> Iterator[cst.FunctionDef | LayerClass | None]:
        """The class or the function around each mention of a name; None for the top level."""
        for node in self._names.get(name, ()):
            around = list(self._module.ancestors(node))
            if any(one is own for one in around):
                continue
            layer = self._module.class_of(node)
            outer = [one for one in around if isinstance(one, cst.FunctionDef)]
            yield layer if layer is not None else outer[-1] if outer else None
