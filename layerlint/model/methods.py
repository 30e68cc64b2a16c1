"""Methods of a class and their parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from layerlint.model.attributes import Binding, Read, uses
from layerlint.model.decorators import decorating
from layerlint.syntax import cst
from layerlint.syntax.matching import GIVERS, dotted, names_given
from layerlint.syntax.walk import last_statement, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

NodeT = TypeVar("NodeT", bound=cst.CSTNode)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a function, `self` included."""

    name: str
    node: cst.Param
    kind: Literal["positional", "keyword", "varargs", "varkw"]

    @property
    def default(self) -> cst.BaseExpression | None:
        """The default's expression, None where there is none."""
        return self.node.default

    @property
    def annotation(self) -> cst.BaseExpression | None:
        """The annotated type's expression."""
        return self.node.annotation.annotation if self.node.annotation else None


def parameters_of(parameters: cst.Parameters) -> list[Parameter]:
    """The parameters in signature order."""
    result = [
        Parameter(param.name.value, param, "positional")
        for param in (*parameters.posonly_params, *parameters.params)
    ]
    if isinstance(parameters.star_arg, cst.Param):
        star = parameters.star_arg
        result.append(Parameter(star.name.value, star, "varargs"))
    result += [Parameter(param.name.value, param, "keyword") for param in parameters.kwonly_params]
    if parameters.star_kwarg is not None:
        star = parameters.star_kwarg
        result.append(Parameter(star.name.value, star, "varkw"))
    return result


def names_taken(function: cst.FunctionDef | cst.Lambda) -> list[str]:
    """The names of the parameters of a function, but for the instance."""
    return [each.name for each in parameters_of(function.params) if each.name != "self"]


class Method:
    """A function defined in a class body."""

    def __init__(self, node: cst.FunctionDef, owner: LayerClass) -> None:
        self.node = node
        self.owner = owner
        self.name = node.name.value

    def __repr__(self) -> str:
        return f"<Method {self.owner.name}.{self.name}>"

    @property
    def module(self) -> Module:
        """The module in which the method is written."""
        return self.owner.module

    @cached_property
    def parameters(self) -> list[Parameter]:
        """All parameters in signature order, `self` included."""
        return parameters_of(self.node.params)

    @cached_property
    def decorators(self) -> list[str]:
        """The decorators as canonical dotted names where they resolve, else as written."""
        found = decorating(self.node)
        return [self.module.resolve(each) or dotted(each) or "" for each in found]

    @property
    def is_property(self) -> bool:
        """Whether reading the attribute calls the method."""
        return any(
            name.rpartition(".")[2] in ("property", "cached_property") for name in self.decorators
        )

    @cached_property
    def is_static(self) -> bool:
        """Whether it is a `staticmethod`."""
        return "builtins.staticmethod" in self.decorators

    @property
    def is_classmethod(self) -> bool:
        """Whether it is a `classmethod`."""
        return "builtins.classmethod" in self.decorators

    @property
    def is_abstract(self) -> bool:
        """Whether a decorator says that subclasses have to have their own."""
        return any(name.endswith("abstractmethod") for name in self.decorators)

    @property
    def is_unimplemented(self) -> bool:
        """Whether the body only declares the method, by `...`, or ends in raising an error."""
        last = last_statement(self.node.body)
        ellipsis = isinstance(last, cst.Expr) and isinstance(last.value, cst.Ellipsis)
        return ellipsis or isinstance(last, cst.Raise)

    @cached_property
    def self_name(self) -> str:
        """What the method calls its instance, `""` for a static method."""
        if self.is_static or not self.parameters or self.parameters[0].kind != "positional":
            return ""
        return self.parameters[0].name

    @cached_property
    def positional(self) -> list[Parameter]:
        """The positional parameters without `self`."""
        found = [parameter for parameter in self.parameters if parameter.kind == "positional"]
        return found if self.is_static else found[1:]

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, if any."""
        return next((found for found in self.parameters if found.name == name), None)

    def takes(self, name: str) -> bool:
        """Whether a parameter is called `name` (`*args` and `**kwargs` do not count)."""
        found = self.parameter(name)
        return found is not None and found.kind in ("positional", "keyword")

    @property
    def varargs(self) -> str | None:
        """The name of `*args`, if any."""
        return next((found.name for found in self.parameters if found.kind == "varargs"), None)

    @property
    def varkw(self) -> str | None:
        """The name of `**kwargs`, if any."""
        return next((found.name for found in self.parameters if found.kind == "varkw"), None)

    @cached_property
    def uses(self) -> tuple[list[Binding], list[Read]]:
        """What the method binds on its instance, and what it reads of it."""
        return uses(self)

    def rebinds(self, name: str) -> bool:
        """Whether it gives the local `name` a value, other than as a parameter."""
        return name in self._names_given

    @cached_property
    def _names_given(self) -> frozenset[str]:
        return frozenset(name for node in self.own_nodes(*GIVERS) for name in names_given(node))

    @overload
    def own_nodes(self) -> Iterator[cst.CSTNode]: ...

    @overload
    def own_nodes(self, *kinds: type[NodeT]) -> Iterator[NodeT]: ...

    def own_nodes(self, *kinds: type[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """The nodes of the method, of exactly these types if any are given.

        Nested functions are included, nested classes are not.
        """
        return walk_same_class(self.node, *kinds)
