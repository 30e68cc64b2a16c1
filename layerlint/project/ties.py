"""Which files have to do with Keras at all, told from their imports: never a no too many.

What belongs to Keras is reached by a name, and the name by an import: of Keras, of TensorFlow, or
of a module of the project that has to do with them itself. A file without such an import may
hold every word that a rule looks for and still nothing that the rule is about.
"""

from __future__ import annotations

import re
from itertools import chain

from layerlint.facts.namespaces import TELLING_PARAMETERS, namespace, tf_name
from layerlint.project.words import has_word
from layerlint.state.memo import Node, rests_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.project.index import ProjectIndex


FUNCTION = re.compile(rb"\bdef\b|\blambda\b")
# Where the list of its parameters ends.
LISTED = {b"def": re.compile(rb"\)[ \t\f\r\n\\]*(?::|->)"), b"lambda": re.compile(b":")}
# In bytes: what is longer is not searched further.
LONGEST_LIST = 4000


class Ties:
    """Answers "may this file name anything of Keras or TensorFlow?" across the project.

    Where `always` is set, other names make layers as well, and every file may.
    """

    def __init__(self, index: ProjectIndex, *, always: bool = False) -> None:
        self._index = index
        self._sketches = index.sketches
        self._always = always
        self._answers: dict[str, bool] = {}
        # The files of the project that a file imports; None where it leads to Keras.
        self._led: dict[str, list[str] | None] = {}
        self._passed: dict[str, bool] = {}
        self._nodes: dict[str, Node] = {}

    def to_keras(self, path: str) -> bool:
        """Tell whether an import of a file, by its absolute path, may lead to Keras.

        The name of a parameter may tell that it is passed Keras; that ties no other file.
        """
        if self._always:
            return True
        rests_on(self._node(path))
        if path not in self._answers:
            self._search(path)
        if not self._answers[path] and path not in self._passed:
            self._passed[path] = self._is_passed(path)
        return self._answers[path] or self._passed[path]

    def _search(self, path: str) -> None:
        users: dict[str, str | None] = {path: None}
        pending = [path]
        while pending:
            current = pending.pop()
            with self._node(current):
                known = self._answers.get(current)
                if known is None and current not in self._led:
                    self._led[current] = self._imported(current)
                led = self._led[current] if known is None else ()
                for further in led or ():
                    rests_on(self._node(further))
            if known or led is None:
                self._note(current, users)
                return
            new = [further for further in led if further not in users]
            users.update(dict.fromkeys(new, current))
            pending += new
        # Whatever one of them imports is among them.
        self._answers.update(dict.fromkeys(users, False))

    def _is_passed(self, path: str) -> bool:
        """Tell whether a function of a file has a parameter that says it is passed Keras."""
        data = self._sketches[path].data
        names = [name.encode() for name in TELLING_PARAMETERS if has_word(data, name.encode())]
        return bool(names) and any(
            has_word(each, name) for each in _parameters(data) for name in names
        )

    def _node(self, path: str) -> Node:
        return self._nodes.setdefault(path, Node())

    def _note(self, path: str, users: dict[str, str | None]) -> None:
        """Keep for a file that leads to Keras, and for those that led to it, that they do."""
        current: str | None = path
        while current is not None:
            self._answers[current] = True
            current = users[current]

    def _imported(self, path: str) -> list[str] | None:
        """Return the files of the project that a file imports; None where it leads to Keras.

        So may whatever is installed, except where it is known not to.
        """
        targets: dict[str, list[str]] = {}
        for target in dict.fromkeys(self._targets(path)):
            targets.setdefault(target.partition(".")[0], []).append(target)
        if any(map(_is_of_keras, (self._index.naming(path)[0], *targets))):
            return None
        lookups, found = self._index.lookups, []
        for target in chain(*(targets[top] for top in targets if lookups.may_find(top, path))):
            located = self._index.locate(target, path, installed=True)
            if located is not None:
                if self._index.naming(located[0])[2]:
                    return None
                found.append(located[0])
        return found

    def _targets(self, path: str) -> list[str]:
        """Return what a file imports; read with `ast` where that is not plain to see."""
        rough = self._sketches[path]
        if not rough.opaque:
            return [*rough.targets, *rough.named]
        module = self._index.module(path)
        bound = [target for targets in module.bindings.values() for target in targets]
        return [*rough.targets, *module.stars, *bound, *module.required]


def _parameters(data: bytes) -> Iterator[bytes]:
    """Yield what the functions of a file list as their parameters, and perhaps more."""
    for function in FUNCTION.finditer(data):
        start, last = function.end(), function.end() + LONGEST_LIST
        end = LISTED[function[0]].search(data, start, last)
        yield data[start : end.start() if end is not None else last]


def _is_of_keras(name: str) -> bool:
    return namespace(name) is not None or tf_name(name) is not None
