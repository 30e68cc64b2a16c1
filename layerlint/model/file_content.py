"""What stands in a file, in pieces: whoever asks for one rests on that, and not on the rest."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from layerlint.model.changed import is_changed
from layerlint.model.top_level import Definitions
from layerlint.state.memo import reads
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.project.index import ModuleIndex
    from layerlint.syntax.tree import Tree


class FileContent:
    """The text of a file, its tree, and what its top level defines.

    All that is told of it goes through here, where it is recorded what was asked. What stands in a
    statement of the top level can be walked freely by who got hold of it.
    """

    def __init__(self, index: ModuleIndex, text: str, tree: Tree) -> None:
        self._index = index
        self._absolute = os.path.abspath(index.path)
        self._text = text
        self._tree = tree
        self._said: dict[object, bool] = {}

    @property
    def index(self) -> ModuleIndex:
        """What its imports and class headers say. Who asks rests on all of them: see `asks`."""
        reads("index", self._absolute)
        return self._index

    @property
    def text(self) -> str:
        """The whole text. Who asks rests on every letter of it."""
        reads("text", self._absolute)
        return self._text

    @property
    def tree(self) -> cst.Module:
        """The whole file; what nobody has asked for yet is parsed."""
        reads("text", self._absolute)
        return self._tree.root

    def says(self, words: str) -> bool:
        """Whether the text holds some words anywhere; searched once for all classes that ask."""
        reads("says", self._absolute, words)
        if words not in self._said:
            self._said[words] = words in self._text
        return self._said[words]

    def shows(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text holds what matches a pattern without flags; searched once as well."""
        reads("shows", self._absolute, pattern.pattern)
        if pattern not in self._said:
            self._said[pattern] = pattern.search(self._text) is not None
        return self._said[pattern]

    def changes(self, name: str) -> bool:
        """Whether something in the text rebinds a global name or changes what it holds."""
        reads("changed", self._absolute, name)
        return is_changed(self._text, name)

    @property
    def crowd(self) -> int:
        """How many classes it has, where these are very many."""
        reads("crowd", self._absolute)
        return self._index.crowd

    @cached_property
    def function_defs(self) -> Mapping[str, cst.FunctionDef]:
        """The functions defined at the top level (also behind conditions), the last of a name."""
        names = [name for stretch in self._index.outline for name in stretch.functions]
        return Definitions(self, names, cst.FunctionDef, self.asks)

    @cached_property
    def class_statements(self) -> Mapping[str, cst.ClassDef]:
        """The classes defined at the top level (also behind conditions), the last of a name."""
        names = [name for stretch in self._index.outline for name in stretch.classes]
        return Definitions(self, names, cst.ClassDef, self.asks)

    def defines(self, name: str) -> bool:
        """Whether the top level has a function or a class of that name."""
        return name in self.function_defs or name in self.class_statements

    def assigns(self, name: str) -> bool:
        """Whether the top level binds a name by assignment."""
        self.asks(name)
        return name in self._index.top_level[2]

    def targets(self, name: str) -> tuple[str, ...]:
        """What an import or an alias of the top level lets a name denote."""
        self.asks(name)
        return self._index.bindings.get(name, ())

    @property
    def stars(self) -> tuple[str, ...]:
        """The modules that are imported with a star."""
        self.asks("")
        return self._index.stars

    def asks(self, name: str | None) -> None:
        """Record that it is asked what the top level has by a name, or by any without one."""
        if name is None:
            reads("index", self._absolute)
        else:
            reads("bound", self._absolute, name)

    def defining(self, name: str) -> Iterator[cst.Module]:
        """The parts of the tree in which the top level may give `name` something."""
        reads("stretch", self._absolute, name)
        return self._tree.defining(name)
