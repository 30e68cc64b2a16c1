"""Which directories are of an application: a repository that is no package to be installed."""

from __future__ import annotations

import os
import re

from layerlint.files.reading import read_regular
from layerlint.project.layout import has_distributions
from layerlint.project.requirements import LARGEST
from layerlint.project.workspace import REPOSITORIES, upwards
from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.index import ProjectIndex

# What makes a package of a project, for others to install: by what stands in it where tools are set
# up in it as well, else by being there.
PACKAGED: dict[str, re.Pattern[bytes] | None] = {
    "pyproject.toml": re.compile(
        rb"(?m:^)[ \t]*\[+[ \t]*(?:project|build-system|tool\.(?:flit|hatch|pdm|poetry)"
        rb"|tool\.setuptools)\b"
    ),
    "setup.cfg": re.compile(rb"(?m:^)\[(?:metadata|options)\b"),
    "setup.py": None,
    "PKG-INFO": None,
}
# What stands at the top of a repository, also where its history is left out, and which the files of
# a package that was built lack. That what it requires stands beside it says nothing.
UNPACKED = frozenset({"README.md", "README.MD", "README.rst", "README.txt", "README", "readme.md"})
UNPACKED |= {".gitignore", ".github"}


class Applications:
    """Tells it of the directories of one project, and remembers."""

    def __init__(self, index: ProjectIndex) -> None:
        self._index = index
        self._known: dict[str, bool] = {}
        self._whole: str | None = None

    def hold(self, directory: str) -> bool:
        """Tell whether a directory lies in a repository that is no package to be installed.

        What was downloaded without its history is known by what stands at the top of repositories,
        where the project has more files than those of one folder in there.
        """
        reads("application", directory)
        if directory not in self._known:
            self._known[directory] = self._is_application(directory)
        return self._known[directory]

    @property
    def whole(self) -> str:
        """The folder in which all files of the project are."""
        if self._whole is None:
            self._whole = os.path.commonpath([os.path.dirname(path) for path in self._index.paths])
        return self._whole

    def _is_application(self, directory: str) -> bool:
        entries = self._index.locator.entries
        above = list(upwards(directory))
        tops = [each for each in above if entries(each) & REPOSITORIES]
        if tops:
            above = above[: above.index(tops[0]) + 1]
        elif not any(entries(each) & UNPACKED for each in above if self._is_seen(each)):
            return False
        return not any(
            self._is_packaged(each) or has_distributions(entries(each)) for each in above
        )

    def _is_packaged(self, directory: str) -> bool:
        """Tell whether a file of a directory makes a package, as one that cannot be read does."""
        locator = self._index.locator
        for name in sorted(locator.entries(directory) & PACKAGED.keys()):
            path, pattern = os.path.join(directory, name), PACKAGED[name]
            if pattern is None:
                return True
            try:
                text = read_regular(path, LARGEST)
            except OSError:
                return True
            locator.consulted.add(path)
            if pattern.search(text) is not None:
                return True
        return False

    def _is_seen(self, directory: str) -> bool:
        """Tell whether the project has files of a directory itself, or of several parts of it."""
        return os.path.commonpath([self.whole, directory]) == self.whole
