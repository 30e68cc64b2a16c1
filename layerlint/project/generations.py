"""Which Keras a piece of code runs on: generation 2 (`tf_keras`), 3, or either."""

from __future__ import annotations

import os
from itertools import chain

from layerlint.facts.generations import keras3_only
from layerlint.facts.multi_backend import multi_backend
from layerlint.facts.namespaces import COPY, KERAS_PREFIX, namespace
from layerlint.project.applications import Applications
from layerlint.project.headers import ModuleIndex
from layerlint.project.imports import (
    SWITCH,
    imported_among,
    imports_dependent,
    imports_tensorflow_1,
    switches_to_legacy,
)
from layerlint.project.index import ProjectIndex
from layerlint.project.needed_keras import (
    files_of_keras2,
    imports_keras2,
    is_early,
    is_of_early_package,
    made_of_copy,
    name_needs_keras2,
    needs_keras2,
    shows_multi_backend,
    stays,
    uses_tf_keras,
)
from layerlint.project.programs import Programs
from layerlint.project.required_around import RequiredAround
from layerlint.project.verdict import BOTH, Verdict, union
from layerlint.state.memo import Node, reads, rests_on
from layerlint.state.recorders import Memo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.project.headers import Importing
    from layerlint.project.requirements import Requirements

TARGETS = {"2": frozenset({2}), "3": frozenset({3}), "both": BOTH}


class Generations:
    """Decides generations for the modules of one project; remembers each project's requirements."""

    def __init__(self, index: ProjectIndex, target_keras: str = "auto") -> None:
        self.index = index
        self.target_keras = str(target_keras)
        self._required = RequiredAround(index)
        self._early: Memo[str, bool] = Memo()
        self._of_keras2: Memo[str, frozenset[str]] = Memo()
        self._legacy: dict[str, str | None] = {}
        self._multi_backend: dict[str, bool] = {}
        self._nodes: dict[str, Node] = {}
        self._newest: dict[str, str | None] = {}
        self._switched: Memo[str, bool] = Memo()
        self._stays: Memo[str, bool] = Memo()
        self._of_graphs: Memo[str, str | None] = Memo()
        self.applications = Applications(index)
        self._programs = Programs(index, self.applications, self._legacy_import)

    def of_name(self, dotted: str, module: Importing) -> Verdict:
        """Decide for a Keras name as it is reached from a module."""
        if self.target_keras in TARGETS:
            chosen = TARGETS[self.target_keras]
            return Verdict(chosen, f"target-keras is {self.target_keras}")
        package = namespace(dotted)
        if package in ("tf_keras", COPY):
            return Verdict(frozenset({2}), f"`{package}` is Keras 2")
        if package == "keras_core":
            return Verdict(frozenset({3}), "`keras_core` is Keras 3")
        if package == "tensorflow.keras":
            return self._of_tensorflow(module, dotted)
        if package == "keras":
            return self._of_keras(module, dotted)
        return Verdict(BOTH, "how Keras is reached is not known")

    def of_alternatives(self, names: list[tuple[str, Importing]]) -> list[Verdict]:
        """Decide for each name of `try: import tf_keras as keras / except: import keras`.

        Where such a module switches TF_USE_LEGACY_KERAS on as well, or chooses by the version that
        is installed, only Keras 2 is meant.
        """
        if any(module.sets_legacy_keras or module.picks_tf_keras for _, module in names):
            legacy = [item for item in names if namespace(item[0]) == "tf_keras"]
            names = legacy or names
        return [self.of_name(dotted, module) for dotted, module in names]

    def of_module(self, module: ModuleIndex) -> Verdict:
        """Decide for a module as a whole, from the Keras that it imports."""
        reached = {
            target: origin
            for bound in (*module.bindings.values(), module.stars)
            for name in bound
            for target, origin in self.index.origins(name, module.path).items()
        }
        targets = {
            target: self.index.importing(origin or module.path)
            for target, origin in reached.items()
            if namespace(target) is not None
        }
        packages = {name.partition(".")[0] for name in (*module.required, *reached)}
        if not targets and "tensorflow" in packages:
            targets = {"tensorflow.keras": module}
        names = list(targets.items())
        if not names and self.target_keras in TARGETS:
            names = [("keras", module)]
        return self.where_imported(module, union(self.of_alternatives(names)))

    def where_imported(self, module: Importing, verdict: Verdict) -> Verdict:
        """The verdict on code of a module, which runs only where the module can be imported.

        What the code is made of may come from other modules of the project, which can be elsewhere.
        """
        if self.target_keras in TARGETS:
            return verdict
        if verdict.generations != {2}:
            reason = self._legacy_import(module) or self._programs.need_keras2(module)
            if reason is None:
                return verdict
            target = None if self._is_tied(module) else verdict.target
            verdict = Verdict(frozenset({2}), reason, target, guessed=verdict.guessed)
        verdict.multi_backend = verdict.multi_backend or self._is_before_2(module)
        return verdict

    def _of_tensorflow(self, module: Importing, dotted: str) -> Verdict:
        if self._sets_legacy_keras(module):
            return Verdict(frozenset({2}), "TF_USE_LEGACY_KERAS is set")
        evidence = dotted if keras3_only(dotted) else self._requires_keras3(module)
        if evidence or module.uses_keras_ops:
            return Verdict(frozenset({3}), f"`{evidence or 'keras.ops'}` exists only on Keras 3")
        requirements = self._requirements_of(module)
        decided = requirements.generation_of_tensorflow() if requirements is not None else None
        if decided is not None:
            target = Verdict(frozenset({decided[0]}), decided[1])
            target.multi_backend = requirements is not None and requirements.asks_for_tensorflow_1()
        elif requirements is not None and self._chooses_legacy(requirements):
            target = Verdict(frozenset({2}), "tf-keras is asked for, with TF_USE_LEGACY_KERAS")
        else:
            reason = "`tensorflow.keras` is Keras 2 before TensorFlow 2.16, else Keras 3"
            target = Verdict(BOTH, reason, guessed=True)
        return self._unless_legacy(target, module, dotted, requirements)

    def _chooses_legacy(self, requirements: Requirements) -> bool:
        """Tell whether a project asks for `tf-keras` and sets up some of its runs to use it."""
        return requirements.asks_for("tf-keras") and (
            requirements.switches_to_legacy or bool(self.index.mentioning(*SWITCH))
        )

    def _of_keras(self, module: Importing, dotted: str) -> Verdict:
        requirements = self._requirements_of(module)
        decided = requirements.generation_of_keras() if requirements is not None else None
        if decided is not None:
            target = Verdict(frozenset({decided[0]}), decided[1])
        else:
            reason = "`keras` is Keras 3"
            asked = requirements is not None and requirements.asks_for_keras3()
            target = Verdict(frozenset({3}), reason, guessed=not asked)
            if module.uses_keras_ops or self._requires_keras3(module):
                target.guessed = False
        verdict = self._unless_legacy(target, module, dotted, requirements)
        if verdict.generations == {2}:
            verdict.multi_backend = self._is_multi_backend(module, dotted, requirements)
        return verdict

    def _is_multi_backend(
        self, module: Importing, dotted: str, requirements: Requirements | None
    ) -> bool:
        """Tell whether the `keras` of a module that needs Keras 2 ended with 2.3."""
        asked = requirements.asks_for_multi_backend() if requirements is not None else None
        if asked is not None:
            return asked
        if multi_backend(dotted) or self._imports_multi_backend(module):
            return True
        top = module.name.partition(".")[0]
        return "." in module.name and self._early.of(top, is_of_early_package, self.index, top)

    def _imports_multi_backend(self, module: Importing) -> bool:
        """Tell whether a module, or what is imported before and by it, needs Keras 2.3 or older.

        Where a module itself imports the Keras of TensorFlow as well, nothing else is asked.
        """
        node = self._nodes.setdefault(module.path, Node())
        rests_on(node)
        if module.path not in self._multi_backend:
            with node:
                self._multi_backend[module.path] = not uses_tf_keras(module) and (
                    shows_multi_backend(module)
                    or any(
                        shows_multi_backend(imported) and not uses_tf_keras(imported)
                        for imported in chain(self._imported(module), self._far_imports(module))
                    )
                )
        return self._multi_backend[module.path]

    def _unless_legacy(
        self, target: Verdict, module: Importing, dotted: str, requirements: Requirements | None
    ) -> Verdict:
        """Code that cannot even be imported on Keras 3 was written for Keras 2.

        So was that of a project which cannot do without a package that cannot be imported there.
        """
        if target.generations == {2}:
            return target
        reason = name_needs_keras2(dotted) or self._legacy_import(module)
        tie = requirements.tie_to_keras2() if requirements is not None and target.guessed else None
        if reason is None and tie is None:
            return target
        stays = self._is_tied(module) or (requirements is not None and requirements.stays())
        meant = None if stays else target.generations
        return Verdict(frozenset({2}), reason or tie or "", meant, guessed=target.guessed)

    def _requires_keras3(self, module: Importing) -> str | None:
        """The first of what a module imports that only Keras 3 has."""
        if module.path not in self._newest:
            self._newest[module.path] = next(filter(keras3_only, module.required), None)
        return self._newest[module.path]

    def _legacy_import(self, module: Importing) -> str | None:
        """Return why importing a module needs Keras 2, with what is imported before and by it.

        Where a module itself imports what only Keras 3 has, nothing else is asked.
        """
        node = self._nodes.setdefault(module.path, Node())
        rests_on(node)
        if module.path not in self._legacy:
            with node:
                found = needs_keras2(module) or made_of_copy(module)
                if found is None and not self._requires_keras3(module):
                    found = next(self._imported_evidence(module), None)
                    found = found or imports_dependent(self.index, module)
                    found = found or self._far_evidence(module)
                    found = found or self._graphs_of(module)
                self._legacy[module.path] = found
        return self._legacy[module.path]

    def _is_before_2(self, module: Importing) -> bool:
        """Tell whether a module makes graphs of TensorFlow 1, whose Keras is of those days."""
        return is_early(module) or self._graphs_of(module) is not None

    def _graphs_of(self, module: Importing) -> str | None:
        """Return what of TensorFlow 1 a module uses, near or far."""
        return self._of_graphs.of(module.path, lambda: imports_tensorflow_1(self.index, module))

    def _is_tied(self, module: Importing) -> bool:
        """Tell whether what a module needs Keras 2 for is a package that is not Keras."""
        return self._stays.of(module.path, lambda: stays(self.index, module))

    def _imported_evidence(self, module: Importing) -> Iterator[str]:
        """Yield why what is imported needs Keras 2.

        Where the project asks for Keras 3, what a function of another module uses is a bug of that.
        """
        requirements = self._requirements_of(module)
        asked = requirements is not None and requirements.asks_for_keras3()
        needs = imports_keras2 if asked else needs_keras2
        for imported in self._imported(module):
            found = needs(imported)
            if found is not None:
                yield f"{found}, which `{imported.name}` imports"

    def _far_evidence(self, module: Importing) -> str | None:
        """Return why something that importing a module leads to cannot be imported on Keras 3."""
        for far in self._far_imports(module):
            return f"{imports_keras2(far)}, which `{far.name}` imports, and `{module.name}` in turn"
        return None

    def _far_imports(self, module: Importing) -> Iterator[Importing]:
        """Yield what importing a module imports, near or far, that needs Keras 2 itself."""
        wanted = self._of_keras2.of("", files_of_keras2, self.index)
        return imported_among(self.index, module, wanted)

    def _imported(self, module: Importing) -> Iterator[Importing]:
        """Yield what is imported before a module and by it, as far as its source is at hand."""
        packages = list(self._packages(module))
        for origin in (module, *packages):
            for name in (origin.name, *origin.required):
                located = self.index.locate(name, origin.path)
                if located is not None:
                    yield self.index.importing(located[0])

    def _packages(self, module: Importing) -> Iterator[Importing]:
        """Yield the packages that are imported before a module, the nearest first."""
        package = module.name if module.is_package else module.name.rpartition(".")[0]
        while package:
            located = self.index.find_bound(package, module.path)
            if located is not None and not located[1]:
                yield self.index.importing(located[0].path)
            package = package.rpartition(".")[0]

    def _sets_legacy_keras(self, module: Importing) -> bool:
        """Tell whether the module, or what is imported before it, asks for Keras 2."""
        if module.sets_legacy_keras:
            return True
        return any(package.sets_legacy_keras for package in self._packages(module)) or (
            self._switched.of(
                module.path, lambda: switches_to_legacy(self.index, module, self.applications)
            )
        )

    def _requirements_of(self, module: Importing) -> Requirements | None:
        """Return what the nearest packaging files around a module ask for."""
        return self.requirements_around(os.path.dirname(os.path.abspath(module.path)))

    def requirements_around(self, directory: str) -> Requirements | None:
        """Return what the nearest packaging files around a directory ask for."""
        reads("requirements", directory)
        return self._required.around(directory)


def is_keras_itself(module: str) -> bool:
    """Tell whether a module is Keras's own source, which is of one generation and never moves."""
    match = KERAS_PREFIX.match(module)
    return match is not None and bool(match["inner"] or match["home"])
