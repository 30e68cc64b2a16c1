"""Follows names through the modules of a project to where they are defined.

Packages re-export what their modules define, and some do so through a thousand modules; nothing
here descends a frame for each.
"""

from __future__ import annotations

from layerlint.facts.namespaces import is_class_name, keras_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.project.headers import ModuleIndex
    from layerlint.project.index import ProjectIndex

    # A dotted name and the file that spells it so.
    Spelled = tuple[str, str | None]

# Longer names come from imports that go round in circles.
MAXIMUM_PARTS = 40


class Exports:
    """Tells what names denote, from what the modules of an index bind to them."""

    __slots__ = ("_called", "_index")

    def __init__(self, index: ProjectIndex) -> None:
        self._index = index
        self._called: set[tuple[str, str]] = set()

    def origins(self, dotted: str, near: str | None, *, installed: bool) -> dict[str, str | None]:
        """Return what a name may denote, each with the file in which it is spelled that way."""
        found: dict[str, str | None] = {}
        seen: set[Spelled] = set()
        pending: list[Spelled] = [(dotted, near)]
        while pending:
            step = pending.pop()
            if step in seen or step[0].count(".") > MAXIMUM_PARTS:
                continue
            seen.add(step)
            pending += reversed(list(self._follow(*step, installed, found)))
        return found or {dotted: near}

    def results(self, module: ModuleIndex, name: str) -> list[tuple[str, str]]:
        """Return what a name that holds the result of a function may denote, and in which file."""
        key = (module.path, name)
        if name not in module.calls or key in self._called:
            return []
        self._called.add(key)
        found = []
        for function in module.calls[name]:
            for dotted, near in self.origins(function, module.path, installed=False).items():
                located = self._index.find_bound(dotted, near or module.path)
                if located is not None and len(located[1]) == 1:
                    origin, (called,) = located
                    found += [(target, origin.path) for target in origin.returns.get(called, ())]
        self._called.discard(key)
        return found

    def _follow(
        self, dotted: str, near: str | None, installed: bool, found: dict[str, str | None]
    ) -> Iterator[Spelled]:
        """Yield where a name leads on to; where it ends is added to `found`."""
        located = self._index.find_bound(dotted, near, installed=installed)
        if located is None:
            found.setdefault(dotted, near)
            return
        module, rest = located
        if not rest:
            targets = self._shadowed(dotted, near)
            if not targets:
                found.setdefault(module.name, module.path)
            yield from ((target, near) for target in targets)
            return
        name, *inner = rest
        own = f"{module.name}.{name}"
        targets = module.bindings.get(name) or self._starred(module, name)
        results = self.results(module, name)
        if own in targets or not (targets or results):
            found.setdefault(".".join([own, *inner]), module.path)
        for target, path in (*((target, module.path) for target in targets), *results):
            # A name in a submodule without source, `from ._native import _native`, ends here.
            if target != own and not target.startswith(f"{own}."):
                yield ".".join([target, *inner]), path

    def _starred(self, module: ModuleIndex, name: str) -> tuple[str, ...]:
        """Return what a name that only a star import can have brought may denote."""
        if name in module.bindings:
            return ()
        outside = []
        for star in module.stars:
            located = self._index.find_bound(star, module.path, installed=True)
            if located is None:
                outside.append(f"{star}.{name}")
            elif not located[1]:
                provider = self._provider(located[0], name)
                if provider is not None:
                    return (f"{provider.name}.{name}",)
        in_keras = [target for target in outside if keras_name(target) is not None]
        return tuple(in_keras or outside)

    def _provider(self, module: ModuleIndex, name: str) -> ModuleIndex | None:
        """Return the module that binds a name which another one has, itself or by star imports."""
        seen: set[str] = set()
        pending = [module]
        while pending:
            module = pending.pop()
            self._index.asks(module, name)
            if name in module.bindings:
                return module
            if module.path in seen:
                continue
            seen.add(module.path)
            inner = []
            for star in module.stars:
                located = self._index.find_bound(star, module.path, installed=True)
                if located is None:
                    if keras_name(f"{star}.{name}") is not None and is_class_name(name):
                        return module
                elif not located[1]:
                    inner.append(located[0])
            pending += reversed(inner)
        return None

    def _shadowed(self, dotted: str, near: str | None) -> tuple[str, ...]:
        """Return what a package binds to the name of one of its own modules, if anything."""
        package, _, name = dotted.rpartition(".")
        if not package:
            return ()
        located = self._index.find_bound(package, near)
        if located is None or located[1]:
            return ()
        self._index.asks(located[0], name)
        own = f"{located[0].name}.{name}"
        targets = located[0].bindings.get(name, ())
        return () if own in targets else targets
