"""The project as the checks see it: modules parsed on demand over the index of class headers."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.model.layer import LayerClass
from layerlint.model.module import Module

if TYPE_CHECKING:
    from layerlint.project.hierarchy import Hierarchy, LayerHeader
    from layerlint.project.index import ClassHeader, ProjectIndex


class Project:
    """Parsed modules and their classes, each made once.

    `read` gives the decoded text of a path (newlines kept, BOM removed); it raises `OSError` or
    `ValueError` for a file that cannot be read or decoded.
    """

    def __init__(
        self, index: ProjectIndex, hierarchy: Hierarchy, read: Callable[[str], str]
    ) -> None:
        self.index = index
        self.hierarchy = hierarchy
        self._read = read
        self._modules: dict[str, Module] = {}
        self._classes: dict[int, LayerClass] = {}

    def module(self, path: str) -> Module:
        """The module at `path`, parsed on first use.

        Raises what `read` raises, and `libcst.ParserSyntaxError` for a file that does not parse.
        """
        found = self._modules.get(path)
        if found is None:
            text = self._read(path)
            index = self.index.module(path)
            # The collector would walk the growing tree again and again while it is being made.
            enabled = gc.isenabled()
            gc.disable()
            try:
                tree = cst.parse_module(text)
            finally:
                if enabled:
                    gc.enable()
            found = self._modules[path] = Module(index, text, tree, self)
        return found

    def canonical(self, name: str) -> str:
        """`name` after the project's re-exports."""
        return self.index.canonical(name)

    def layer_class(self, header: ClassHeader) -> LayerClass:
        """The class behind a header, parsing its module on first use."""
        key = id(header)
        found = self._classes.get(key)
        if found is None:
            module = self.module(header.path)
            same = [
                other for other in module.index.classes if other.qualname == header.qualname
            ]
            node = module.class_def(header.qualname, same.index(header))
            layer = self._layer_headers(header.path).get(key)
            found = self._classes[key] = LayerClass(header, layer, node, module, self)
        return found

    def find_layer(self, name: str) -> LayerClass | None:
        """The layer class of the project (or of readable source) with that canonical name."""
        header = self.index.find_class(name)
        if header is None or id(header) not in self._layer_headers(header.path):
            return None
        return self.layer_class(header)

    def function(self, name: str) -> tuple[Module, cst.FunctionDef] | None:
        """The top-level function of the project's own modules with that canonical name."""
        module_name, _, function = name.rpartition(".")
        path = self._paths.get(module_name)
        if path is None:
            return None
        module = self.module(path)
        node = module.function_defs.get(function)
        return None if node is None else (module, node)

    def layers_of(self, path: str) -> list[LayerHeader]:
        """The headers of the layer classes that `path` defines."""
        return list(self.hierarchy.layers(path))

    def generations_of(self, path: str) -> frozenset[int]:
        """The Keras generations that the code of `path` may run on."""
        return frozenset(self.hierarchy.generations(path))

    def subclasses_of(self, layer: LayerClass) -> list[LayerClass]:
        """The project's layer classes that have `layer` in their MRO."""
        return [
            self.layer_class(header.header)
            for header in self.hierarchy.all_layers()
            if header.header is not layer.header
            and any(base is layer.header for base in header.mro)
        ]

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {module.name: module.path for module in self.index.modules()}

    def _layer_headers(self, path: str) -> dict[int, LayerHeader]:
        return {id(layer.header): layer for layer in self.hierarchy.layers(path)}
