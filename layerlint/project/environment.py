"""Which environment's installed packages are read, and where they lie in it.

That is a choice, and never what layerlint itself happens to be installed beside: the same file has
the same bases in a hook, in CI and in a shell.
"""

from __future__ import annotations

import os

from layerlint.files.reading import read_regular
from layerlint.project.workspace import editable, upwards

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Entries = Callable[[str], frozenset[str]]

OWN = (".venv", "venv")
ACTIVATED = ("VIRTUAL_ENV", "CONDA_PREFIX")
PACKAGES = ("site-packages", "dist-packages")
# pre-commit activates the environment that it made for the hook, in which no project lies.
HOOK = "py_env-"
LARGEST_SETTINGS = 65_536


class Environment:
    """An environment, or none where `path` is None, and why it is the one that is read."""

    __slots__ = ("origin", "path")

    def __init__(self, path: str | None, origin: str) -> None:
        self.path = path
        self.origin = origin


class Environments:
    """Chooses the environment of a project's directories; remembers where packages lie in each.

    `chosen` is the option `environment`: None leaves the choice to what lies around a file. The
    files that have a say are added to `consulted`.
    """

    def __init__(self, chosen: str | None, entries: Entries, consulted: set[str]) -> None:
        self._chosen = None if chosen is None else Environment(chosen or None, "environment")
        self._entries = entries
        self._consulted = consulted
        self._installed: dict[str | None, tuple[str, ...]] = {}
        self._editable: dict[str | None, tuple[str, ...]] = {}

    def among(self, directories: list[str]) -> Environment:
        """Return the environment of a project that may keep its own in one of `directories`."""
        if self._chosen is not None:
            return self._chosen
        for directory in directories:
            names = self._entries(directory)
            for path in (os.path.join(directory, name) for name in OWN if name in names):
                if site_packages(path, self._entries):
                    return Environment(path, "the project's own")
        return next(self._activated(), Environment(None, "none beside the project, none active"))

    def _activated(self) -> Iterator[Environment]:
        for name in ACTIVATED:
            path = os.environ.get(name, "")
            is_hook = "PRE_COMMIT" in os.environ and os.path.basename(path).startswith(HOOK)
            if path and not is_hook and site_packages(path, self._entries):
                yield Environment(path, f"active: {name}")

    def installed(self, environment: Environment) -> tuple[str, ...]:
        """Return the directories of an environment's packages."""
        path = environment.path
        if path not in self._installed:
            found = [] if path is None else site_packages(path, self._entries)
            if path is not None:
                found += self._of_system(path)
            self._installed[path] = tuple(dict.fromkeys(found))
        return self._installed[path]

    def editable(self, environment: Environment) -> tuple[str, ...]:
        """Return the directories that are installed in an environment by reference."""
        path = environment.path
        if path not in self._editable:
            found = [
                directory
                for root in self.installed(environment)
                for directory in editable(root, self._entries, self._consulted)
            ]
            self._editable[path] = tuple(dict.fromkeys(found))
        return self._editable[path]

    def _of_system(self, environment: str) -> list[str]:
        """Return the packages of the Python that an environment was made to see as well."""
        if "pyvenv.cfg" not in self._entries(environment):
            return []
        file = os.path.join(environment, "pyvenv.cfg")
        self._consulted.add(file)
        try:
            lines = read_regular(file, LARGEST_SETTINGS).decode("utf-8", "replace").splitlines()
        except OSError:
            return []
        pairs = (line.partition("=") for line in lines)
        said = {key.strip().lower(): value.strip() for key, _, value in pairs}
        home = said.get("home", "")
        if said.get("include-system-site-packages", "").lower() != "true" or "\0" in home:
            return []
        return site_packages(os.path.dirname(home), self._entries) if home else []


def site_packages(environment: str, entries: Entries) -> list[str]:
    """Return where packages are installed in what may be an environment.

    It may also be given by its interpreter, or by the directory of its packages.
    """
    if os.path.basename(environment) in PACKAGES:
        return [environment] if os.path.isdir(environment) else []
    above, scripts = os.path.split(os.path.dirname(environment))
    if scripts in ("bin", "Scripts") and os.path.isfile(environment):
        environment = above
    found = [os.path.join(environment, "Lib", "site-packages")]
    for library in ("lib", "lib64"):
        directory = os.path.join(environment, library)
        for name in sorted(entries(directory)):
            if name.startswith("python"):
                found += [os.path.join(directory, name, packages) for packages in PACKAGES]
    return [path for path in found if entries(path)]


def is_environment(path: str) -> bool:
    """Tell whether packages can be installed in an environment of that path at all."""
    return bool(site_packages(path, _listed)) or os.path.isfile(os.path.join(path, "pyvenv.cfg"))


def own_directories(directory: str, begin: str | None, entries: Entries, levels: int) -> list[str]:
    """Return where a project may keep its environment, for a file in `directory`.

    That is from there to the root of the repository, else of the project that begins at `begin`;
    where nothing marks one, so many levels.
    """
    found = []
    for above in upwards(directory):
        found.append(above)
        if entries(above) & {".git", ".hg"}:
            return found
    if begin is None:
        return found[:levels]
    return found[: found.index(begin) + 1]


def _listed(directory: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(directory))
    except (OSError, ValueError):
        return frozenset()
