"""The semantic view of one layer class."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from layerlint.model import attributes
from layerlint.model.attributes import Attribute, Attributes, Binding
from layerlint.model.decorators import changes_class
from layerlint.model.methods import Method
from layerlint.model.origins import Origin, added_to_attributes, origins, place_of
from layerlint.model.sublayers import Sublayer, sublayer_of
from layerlint.model.weights import Weight, weight_of
from layerlint.state.recorders import Memo, recorded_property
from layerlint.syntax import cst
from layerlint.syntax.matching import literal
from layerlint.syntax.walk import children

if TYPE_CHECKING:
    from layerlint.interpret.effects import Forward
    from layerlint.interpret.tensors.fact import Facts
    from layerlint.model.module import Module
    from layerlint.model.project import Project
    from layerlint.project.index import ClassHeader
    from layerlint.project.layer_header import LayerHeader
    from layerlint.project.verdict import Verdict

FactT = TypeVar("FactT")


class LayerClass:
    """A class of the project (or of an installed package) with what its bases give it.

    Made for every layer and model class, and for the mixins in their MRO; computed piecewise, each
    piece once.
    """

    def __init__(
        self,
        header: ClassHeader,
        layer: LayerHeader | None,
        node: cst.ClassDef,
        module: Module,
        project: Project,
    ) -> None:
        self.header = header
        self.layer_header = layer
        self.node = node
        self.module = module
        self.project = project
        self.name = node.name.value
        self.qualname: str = header.qualname
        # What follows from its own statement alone rests on nothing: a `cached_property` will do.
        self.known: Memo[Hashable, Any] = Memo()

    def __repr__(self) -> str:
        return f"<LayerClass {self.module.name}.{self.qualname}>"

    def facts(self, compute: Callable[[LayerClass], FactT]) -> FactT:
        """What `compute` finds out about the class, computed once."""
        found: FactT = self.known.of(compute, compute, self)
        return found

    # Place in the hierarchy

    @property
    def kind(self) -> str:
        """`"layer"`, `"model"`, or `"mixin"` for a base that is no layer itself."""
        return self.layer_header.kind if self.layer_header else "mixin"

    @property
    def generations(self) -> frozenset[int]:
        """The Keras generations that the class may run on."""
        if self.layer_header is None:
            return self.module.generations
        return self.layer_header.generations

    @property
    def verdict(self) -> Verdict:
        """Where the class runs, and why."""
        return self.module.verdict if self.layer_header is None else self.layer_header.verdict

    @property
    def multi_backend(self) -> bool:
        """Whether Keras 2 means the package of several backends for the class, 2.3 or older."""
        return self.verdict.multi_backend

    @property
    def chain(self) -> tuple[str, ...]:
        """The dotted names from the class to Keras."""
        return tuple(self.layer_header.chain) if self.layer_header else ()

    @property
    def keras_bases(self) -> tuple[str, ...]:
        """Where the chains end in Keras: `("layers.Layer",)`, `("Model",)`."""
        return tuple(self.layer_header.keras_bases) if self.layer_header else ()

    @recorded_property
    def complete(self) -> bool:
        """Whether every base was resolved, and no decorator adds methods that are not seen."""
        if self.layer_header is None or not self.layer_header.complete:
            return False
        return not any(changes_class(each.node, each.module) for each in self.mro)

    @recorded_property
    def mro(self) -> tuple[LayerClass, ...]:
        """The class, then its bases whose source is known, nearest first."""
        if self.layer_header is None:
            return (self,)
        return tuple(
            self if header is self.header else self.project.layer_class(header)
            for header in self.layer_header.mro
        )

    @recorded_property
    def subclasses(self) -> list[LayerClass]:
        """The layer classes of the project that derive from this one."""
        return self.project.subclasses_of(self)

    @recorded_property
    def docstring(self) -> str:
        """The class's docstring, `""` without one."""
        return self.node.get_docstring(clean=True) or ""

    # Methods

    @cached_property
    def methods(self) -> dict[str, Method]:
        """The methods that the class body defines, also behind conditions, the last of a name."""
        found: dict[str, Method] = {}
        stack: list[cst.CSTNode] = [self.node.body]
        while stack:
            node = stack.pop()
            if isinstance(node, cst.FunctionDef):
                found[node.name.value] = Method(node, self)
            elif isinstance(node, (cst.IndentedBlock, cst.If, cst.Else, cst.Try, cst.With)):
                stack.extend(reversed(list(children(node))))
        return found

    def method(self, name: str) -> Method | None:
        """The method that an instance runs: own or inherited from a base whose source is known."""
        for base in self.mro:
            if name in base.methods:
                return base.methods[name]
        return None

    def method_after(self, owner: LayerClass, name: str) -> Method | None:
        """What `super().<name>` finds in a method written in `owner`."""
        passed = False
        for base in self.mro:
            if passed and name in base.methods:
                return base.methods[name]
            passed = passed or base is owner
        return None

    def effective_methods(self) -> Iterator[Method]:
        """Every method that an instance has, overridden ones left out, own first."""
        seen: set[str] = set()
        for base in self.mro:
            for name, method in base.methods.items():
                if name not in seen:
                    seen.add(name)
                    yield method

    @property
    def call(self) -> Method | None:
        """The `call` that Keras runs."""
        return self.method("call")

    @property
    def constructor(self) -> Method | None:
        """The `__init__` that runs first."""
        return self.method("__init__")

    # What it owns

    @recorded_property
    def attributes(self) -> Attributes:
        """Every `self.<name>` that the class or a base binds or reads, by name."""
        methods = [method for base in self.mro for method in base.methods.values()]
        found = attributes.collect(methods)
        for base in self.mro:
            for binding in base.class_bindings:
                entry = found.setdefault(binding.attribute, Attribute(binding.attribute))
                entry.bindings.append(binding)
        return found

    @cached_property
    def class_bindings(self) -> list[Binding]:
        """The names that the class body itself assigns."""
        found = []
        for line in self.node.body.body:
            if not isinstance(line, cst.SimpleStatementLine):
                continue
            for statement in line.body:
                targets: list[cst.CSTNode] = []
                value: cst.BaseExpression | None = None
                if isinstance(statement, cst.Assign):
                    targets = [target.target for target in statement.targets]
                    value = statement.value
                elif isinstance(statement, cst.AnnAssign) and statement.value is not None:
                    targets, value = [statement.target], statement.value
                found += [
                    Binding(target.value, target, value, line, None, self.module, "class")
                    for target in targets
                    if isinstance(target, cst.Name)
                ]
        return found

    def class_value(self, name: str) -> object:
        """The literal that the class body, or a base's, gives `name`; `NOT_LITERAL` without one."""
        for base in self.mro:
            for binding in base.class_bindings:
                if binding.attribute == name:
                    return literal(binding.value)
        return literal(None)

    @recorded_property
    def all_weights(self) -> list[Weight]:
        """Every creation of a weight that an attribute ends up owning, in source order."""
        found = []
        for attribute, origin, container in self._owned:
            weight = weight_of(attribute, origin, container is not None)
            if weight is not None:
                found.append(weight)
        return found

    @recorded_property
    def weights(self) -> dict[str, Weight]:
        """The weights by attribute; the first creation where there are several."""
        result: dict[str, Weight] = {}
        for weight in self.all_weights:
            result.setdefault(weight.attribute, weight)
        return result

    @recorded_property
    def all_sublayers(self) -> list[Sublayer]:
        """Every construction of a layer that an attribute ends up owning, in source order."""
        found = []
        for attribute, origin, container in self._owned:
            sublayer = sublayer_of(attribute, origin, container)
            if sublayer is not None:
                found.append(sublayer)
        return found

    @recorded_property
    def sublayers(self) -> dict[str, Sublayer]:
        """The sublayers by attribute; the first construction where there are several."""
        result: dict[str, Sublayer] = {}
        for sublayer in self.all_sublayers:
            result.setdefault(sublayer.attribute, sublayer)
        return result

    @property
    def asks_for_mode(self) -> bool:
        """Whether its own `call` takes `training`."""
        return self.call is not None and self.call.takes("training")

    @property
    def values(self) -> Facts:
        """What is known of the values in `call()`: tensors, dtypes, shapes."""
        return self.forward.facts

    @recorded_property
    def forward(self) -> Forward:
        """What `call()` does, in each of the three worlds."""
        from layerlint.interpret.forward import forward

        return forward(self)

    @recorded_property
    def _owned(self) -> list[tuple[str, Origin, str | None]]:
        """The calls whose results the attributes hold: attribute, origin, container."""
        found: list[tuple[str, Origin, str | None]] = []
        seen: set[tuple[str, cst.Call]] = set()

        def add(attribute: str, origin: Origin, container: str | None) -> None:
            key = (attribute, origin.call)
            if key not in seen:
                seen.add(key)
                found.append((attribute, origin, container))

        for attribute in self.attributes.values():
            for binding in attribute.bindings:
                if binding.value is None or binding.method is None:
                    continue
                container = "dict" if binding.container_index else None
                for origin in origins(binding.value, place_of(self, binding.method)):
                    add(attribute.name, origin, container)
        for base in self.mro:
            for method in base.methods.values():
                for name, value in added_to_attributes(method):
                    for origin in origins(value, place_of(self, method)):
                        add(name, origin, "list")
        return found
