"""From flags and files to settings: the nearest file with a layerlint section governs a path.

Files are not merged with those above them; `extend` is the way to build on another one. Flags and
`--config 'key=value'` stand above every file.
"""

from __future__ import annotations

import os

from layerlint.config import options, version
from layerlint.config.conversion import WrongType, normalise
from layerlint.config.document import FLAG, NAMES, Document, project_of, read
from layerlint.config.select import SELECTOR_KEYS, require_known
from layerlint.config.settings import Settings
from layerlint.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

Source = tuple[str, dict[str, object]]

_RULE_KEYS = (
    *SELECTOR_KEYS,
    "fixable",
    "unfixable",
    "extend-safe-fixes",
    "extend-unsafe-fixes",
    "per-file-ignores",
    "extend-per-file-ignores",
    "severity",
)


class Configuration:
    """Answers for every path which settings govern it."""

    __slots__ = ("_by_directory", "_by_file", "_fixed", "_overrides")

    def __init__(self, overrides: list[Source], *, file: str | None, isolated: bool) -> None:
        self._overrides = overrides
        self._by_directory: dict[str, Settings] = {}
        self._by_file: dict[str, Settings] = {}
        self._fixed: Settings | None = None
        if file is not None:
            # Whoever names a file may see it; where a link leads is another matter.
            document = read(file, project=os.path.dirname(os.path.abspath(file)))
            assert document is not None  # a file that was named is always parsed
            self._fixed = self._settled(document, file)
        elif isolated:
            self._fixed = self._settled(None, None)

    def settings_for(self, path: str) -> Settings:
        """The settings of a file or directory, by its absolute path."""
        if self._fixed is not None:
            return self._fixed
        return self.settings_in(path if os.path.isdir(path) else os.path.dirname(path))

    def settings_in(self, directory: str) -> Settings:
        """The settings of the files of a directory."""
        if self._fixed is not None:
            return self._fixed
        passed = []
        known = self._by_directory.get(directory)
        while known is None:
            passed.append(directory)
            parent = os.path.dirname(directory)
            known = self._found(directory) or self._by_directory.get(parent)
            if known is None and parent == directory:
                known = self._settled(None, None)
            directory = parent
        self._by_directory.update(dict.fromkeys(passed, known))
        return known

    def shadowed_by(self, settings: Settings) -> str | None:
        """The file above that would govern, were it not for a nearer one that does not extend it.

        None where the file of `settings` was named, or builds on another one.
        """
        if settings.file is None or self._fixed is not None:
            return None
        document = read(settings.file, project=settings.root)
        above = os.path.dirname(settings.root)
        if document is None or "extend" in document.table or above == settings.root:
            return None
        return self.settings_in(above).file

    def _found(self, directory: str) -> Settings | None:
        """The settings of a configuration that lies in a directory itself."""
        for name in NAMES:
            path = os.path.join(directory, name)
            if os.path.isfile(path):
                document = read(path, project=project_of(directory), only_if_mentioned=True)
                if document is not None:
                    return self._settled(document, path)
        return None

    def _settled(self, document: Document | None, path: str | None) -> Settings:
        root = document.directory if document else os.getcwd()
        settings = Settings(root, path)
        for origin, values in [*(_chain(document) if document else ()), *self._overrides]:
            settings.apply(origin, values)
        settings.freeze()
        return settings


def load(arguments: argparse.Namespace) -> Configuration:
    """The configuration that the flags of a command ask for."""
    files = [text for text in arguments.config if not _is_inline(text)]
    if len(files) > 1:
        raise Failure(f"more than one configuration file was given: {', '.join(files)}")
    if files and arguments.isolated:
        raise Failure("--isolated does not go with a configuration file")
    overrides = [
        (f"--config '{text}'", _taken(Document(FLAG, os.getcwd(), text, in_section=False)))
        for text in arguments.config
        if _is_inline(text)
    ]
    overrides.append(_from_flags(arguments))
    return Configuration(
        overrides, file=files[0] if files else None, isolated=bool(arguments.isolated)
    )


def _is_inline(text: str) -> bool:
    return "=" in text and not os.path.exists(text)


def _from_flags(arguments: argparse.Namespace) -> Source:
    values: dict[str, object] = {}
    for option in options.flags():
        raw = getattr(arguments, option.key.replace("-", "_"), None)
        if raw is None:
            continue
        if option.kind == "selectors":
            _require_rules(raw, f"--{option.key}")
        elif option.kind == "ignores":
            _require_rules([word for words in raw.values() for word in words], f"--{option.key}")
        try:
            values[option.key] = normalise(option, raw, os.getcwd())
            if option.key == "environment":
                _require_environment(values[option.key])
        except WrongType as error:
            raise Failure(f"wrong value for --{option.key}: {error}", error.hint) from error
    return "command line", values


def _require_rules(selectors: list[str], flag: str) -> None:
    # An empty list is what an unset variable of a script gives, and would switch every rule off.
    if not selectors:
        raise Failure(f"{flag} names no rule", "see `layerlint rule --all`")
    require_known(selectors, flag)


def _chain(document: Document) -> list[Source]:
    """The values of a document after those of the files that it extends, the farthest first."""
    project = project_of(document.directory)
    chain: list[Source] = []
    seen: set[str] = set()
    while True:
        values, base = _values_and_base(document)
        chain.append((document.origin, values))
        if base is None:
            return chain[::-1]
        path = os.path.normpath(os.path.join(document.directory, os.path.expanduser(base)))
        if path in seen:
            raise document.failure("extend", f"`extend` goes round in a circle: {base}")
        seen.add(path)
        if not os.path.isfile(path):
            raise document.failure("extend", f"`extend` names no file: {base}")
        extended = read(path, project=project)
        assert extended is not None  # a file that was named is always parsed
        document = extended


def _values_and_base(document: Document) -> tuple[dict[str, object], str | None]:
    """What a document says, and the file that it extends."""
    required = document.table.get("required-version")
    if isinstance(required, str):
        try:
            version.require(required)
        except Failure as error:
            raise document.failure("required-version", error.message, error.hint) from None
    values = _taken(document)
    base = values.pop("extend", None)
    return values, base if isinstance(base, str) else None


def _taken(document: Document) -> dict[str, object]:
    """The values of a document, whose environment is one."""
    values = checked(document)
    try:
        _require_environment(values.get("environment"))
    except WrongType as error:
        message = f"wrong value for `environment`: {error}"
        raise document.failure("environment", message, error.hint) from error
    return values


def _require_environment(path: object) -> None:
    if not path:
        return
    from layerlint.project.environment import is_environment

    if not is_environment(str(path)):
        raise WrongType(
            f"{path} is no environment in which packages are installed",
            "name the directory of a virtual environment, for instance `.venv`, or its interpreter",
        )


def checked(document: Document) -> dict[str, object]:
    """The normalised values of a document; the first wrong one is a failure with its line."""
    values: dict[str, object] = {}
    for key, raw in _flattened(document.table).items():
        option = options.find(key)
        if option is None:
            raise document.unknown(key, [known.key for known in options.OPTIONS])
        try:
            values[key] = normalise(option, raw, document.directory)
        except WrongType as error:
            message = f"wrong value for `{key}`: {error}"
            raise document.failure(key, message, error.hint, at=error.at) from error
        if key in _RULE_KEYS:
            _require_known_rules(document, key, values[key])
    return values


def _require_known_rules(document: Document, key: str, value: object) -> None:
    for selector in _selectors(key, value):
        try:
            require_known([selector], f"`{key}`")
        except Failure as error:
            raise document.failure(key, error.message, error.hint, at=selector) from error


def _selectors(key: str, value: object) -> list[str]:
    """The selectors of a normalised value, also those of a table."""
    items = value if isinstance(value, tuple) else ()
    if key == "severity":
        return [selector for selector, _ in items]
    return [word for item in items for word in ([item] if isinstance(item, str) else item[1])]


def _flattened(table: dict[str, object]) -> dict[str, object]:
    """The tables of rules become dotted keys: `[tool.layerlint.some-rule] key = ...`."""
    rules = {option.key.partition(".")[0] for option in options.OPTIONS if "." in option.key}
    flat: dict[str, object] = {}
    for key, value in table.items():
        if key in rules and isinstance(value, dict):
            flat.update({f"{key}.{inner}": item for inner, item in value.items()})
        else:
            flat[key] = value
    return flat
