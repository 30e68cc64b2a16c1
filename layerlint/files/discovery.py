"""Which files a run looks at: what was given, less what is excluded or ignored by git."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layerlint.config.resolve import Configuration
    from layerlint.config.settings import Settings
    from layerlint.files.gitignore import IgnoreFiles

# How the names of the files begin in which fixes are prepared.
LITTER = ".layerlint-"


class File:
    """A file to check: its path as it is shown, its absolute path, and its settings."""

    __slots__ = ("absolute", "path", "settings")

    def __init__(self, path: str, absolute: str, settings: Settings) -> None:
        self.path = path
        self.absolute = absolute
        self.settings = settings

    def __repr__(self) -> str:
        return f"<File {self.path}>"


class Discovery:
    """The files found, sorted by path, and what could not be looked at, as (path, reason).

    `littered` are the directories in which a run that was killed may have left files.
    """

    __slots__ = ("files", "littered", "refused")

    def __init__(self) -> None:
        self.files: list[File] = []
        self.refused: list[tuple[str, str]] = []
        self.littered: set[str] = set()


def discover(paths: Iterable[str], configuration: Configuration) -> Discovery:
    """Every file to check under the paths; a file given by name is checked whatever it is called.

    Excludes apply to a file given by name only with `force-exclude`.
    """
    found = Discovery()
    files: dict[str, File] = {}
    for path in paths:
        if os.path.isdir(path):
            for file in _walk(path, configuration, found):
                files.setdefault(file.absolute, file)
        elif (reason := _missing(path)) is not None:
            found.refused.append((path, reason))
        else:
            file = _file(path, configuration)
            if file.settings.flag("force-exclude") and is_excluded(file):
                continue
            files.setdefault(file.absolute, file)
    found.files = sorted(files.values(), key=lambda file: file.path)
    return found


def _missing(path: str) -> str | None:
    """Why there is nothing at a path; None if there is something."""
    try:
        os.stat(path)
    except (FileNotFoundError, ValueError):
        return "no such file or directory"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None


def is_excluded(file: File) -> bool:
    """Whether the settings exclude the file or a directory above it."""
    return file.settings.excluded.match(file.absolute, file.settings.root)


def file_at(path: str, configuration: Configuration) -> File:
    """The file of that path, which need not exist: the name that stdin goes by."""
    return _file(path, configuration)


def _file(path: str, configuration: Configuration) -> File:
    absolute = os.path.abspath(path)
    return File(_shown(path), absolute, configuration.settings_in(os.path.dirname(absolute)))


def _shown(path: str) -> str:
    normal = os.path.normpath(path)
    return normal.replace(os.sep, "/") if os.sep != "/" else normal


def _walk(top: str, configuration: Configuration, found: Discovery) -> Iterator[File]:
    """The files below a directory, in no particular order."""
    absolute = os.path.abspath(top)
    settings = configuration.settings_in(absolute)
    if settings.flag("force-exclude") and settings.excluded.match(absolute, settings.root):
        return
    pending: list[tuple[str, str, IgnoreFiles | None]] = [(os.path.normpath(top), absolute, None)]
    while pending:
        shown, directory, ignored = pending.pop()
        settings = configuration.settings_in(directory)
        ignored = _ignored_in(directory, ignored, top=directory == absolute, settings=settings)
        try:
            entries = list(os.scandir(directory))
        except OSError as error:
            found.refused.append((shown, f"cannot list the directory: {error.strerror}"))
            continue
        for entry in entries:
            if entry.name.startswith(LITTER):
                found.littered.add(directory)
            path = os.path.join(directory, entry.name)
            if settings.excluded.match_entry(entry.name, path):
                continue
            is_directory = _is_directory(entry)
            if ignored is not None and ignored.match(path, is_directory):
                continue
            name = entry.name if shown == os.curdir else os.path.join(shown, entry.name)
            if is_directory:
                pending.append((name, path, ignored))
            elif settings.included.match_entry(entry.name, path) and not os.path.isdir(path):
                yield File(_shown(name), path, settings)


def _is_directory(entry: os.DirEntry[str]) -> bool:
    """Whether it is one itself; what cannot be looked at is left to who reads it, and says why."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _ignored_in(
    directory: str, inherited: IgnoreFiles | None, *, top: bool, settings: Settings
) -> IgnoreFiles | None:
    """The ignore files that hold in a directory: its own, and those of the directories above."""
    if not settings.flag("respect-gitignore"):
        return None
    from layerlint.files import gitignore

    if top:
        inherited = gitignore.above(directory)
    return gitignore.extend(inherited, directory)
