"""What is asked for around a directory: by the packaging files of the project that it lies in."""

from __future__ import annotations

import os

from layerlint.project.layout import TELLING, packaging_files
from layerlint.project.requirements import Requirements, read_requirements, read_told
from layerlint.project.workspace import REPOSITORIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.index import ProjectIndex


class RequiredAround:
    """Finds it for the directories of one project, and remembers."""

    def __init__(self, index: ProjectIndex) -> None:
        self._index = index
        self._known: dict[str, Requirements | None] = {}

    def around(self, directory: str) -> Requirements | None:
        """Return what the nearest files that ask for something ask for."""
        if directory not in self._known:
            found = None
            directories = self._project_directories(directory)
            locator = self._index.locator
            for above in directories:
                found = read_requirements(above, locator.entries, locator.consulted)
                if found is not None:
                    break
            self._known[directory] = self._with_told(found, directories)
        return self._known[directory]

    def _with_told(self, found: Requirements | None, directories: list[str]) -> Requirements | None:
        """Add what the nearest README that names versions tells, where nothing else decides."""
        if found is not None and found.generation_of_keras() is not None:
            return found
        locator = self._index.locator
        for above in directories:
            read = read_told(above, locator.entries, locator.consulted)
            if read.spoken and not (found is not None and found.spoken):
                found = found or Requirements()
                found.spoken = read.spoken
            if read.told:
                found = found or Requirements()
                found.told = read.told
                break
        return found

    def _project_directories(self, directory: str) -> list[str]:
        """Return a directory and those above it up to the root of the project.

        Most often that is no package: files in one may ask for what a part of the project needs.
        """
        seen: list[str] = []
        packaging, within, told, packages = 0, 0, 0, True
        while True:
            seen.append(directory)
            names = self._index.locator.entries(directory)
            files = packaging_files(names)
            telling = set(filter(TELLING.fullmatch, files))
            if files - telling:
                within = within or len(seen)
                if packages or within == len(seen):
                    packaging = packaging or ("__init__.py" not in names and len(seen))
            packages = packages and "__init__.py" in names
            told = told or (len(seen) if telling else 0)
            if names & REPOSITORIES:
                return seen
            parent = os.path.dirname(directory)
            if parent == directory:
                # Outside a repository nothing tells the project from what lies around it.
                return seen[: packaging or within or told]
            directory = parent
