"""Whether a project saves, loads or clones whole models at all, by the words of its files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache

from layerlint.project.index import ProjectIndex
from layerlint.project.raw_text import CODE
from layerlint.state.memo import reads

# Checkpoints of weights alone need no config; `tf.saved_model.save` reads none either.
# Functions of these names may be the project's own, and mostly pickle.
_FUNCTIONS = ("load_model", "save_model", "clone_model", "model_from_json", "model_from_config")
# A SavedModel, which only Keras 2 writes, and reads again without a config.
_NO_SAVED_MODEL = r"(?![^()]*(?:save_format\s*=\s*[\"']tf[\"']|\bsave_traces\s*=))"
_CALL = r"(?:(?<!def )(?<![\w.])|\b(?:keras|models|saving)\.)%s\(" + _NO_SAVED_MODEL
# The project's own function of such a name, defined here or imported from another of its modules.
_OWN = r"(?:\bdef %s\(|\bfrom[ \t]+(?![^\n]*keras)[\w.]+[ \t]+import\b[^\n]*\b%s\b)"
# A path without an extension is that of a SavedModel, which Keras 3 refuses to write.
_METHOD = (
    r"\b(?!saved_model\b)(?=self\b|\w*(?:model|net\b|network\b))\w+\.%s\("
    + _NO_SAVED_MODEL
    + r"(?!\s*[rfRF]?[\"'](?:[^\"'{}.]|\{[^\"'{}]*\})+[\"']\s*[,)])"
)
# Without a path it is a method of the project's own.
_PATH = r"(?!\s*\))"
_CALLBACK = r"\bModelCheckpoint\((?!(?:[^()]|\([^()]*\)){0,400}save_weights_only\s*=\s*True)"
# What saves, loads or clones whole models: by a word of the file, what is to stand around it.
WHOLE_MODELS = {
    **{name: rf"(?s)\A(?!.*{_OWN % (name, name)}).*?{CODE}{_CALL % name}" for name in _FUNCTIONS},
    ".save(": CODE + _METHOD % "save" + _PATH,
    "to_json": CODE + _METHOD % "to_json",
    "ModelCheckpoint": CODE + _CALLBACK,
}
# What else makes layers again from configs or writes these, and models whose names are no model's.
READS_CONFIGS = {
    # One that is printed makes nothing again.
    "get_config()": r"(?m:^)(?![^\n]*\b(?:p?print|p?format|dumps|info|debug)\()[^#\n]*?"
    r"(?<![\w.)])(?!self\b|super\b|cls\b)[A-Za-z_][\w.]*\.get_config\(\)",
    ".from_config(": r"(?m:^)(?![^\n]*\bsuper\()[^#\n]*?\.from_config\(",
    "custom_object": CODE + r"\bcustom_object(?:s\s*=\s*\{(?!\s*\})|_scope\()",
    "CustomObjectScope": CODE + r"\bCustomObjectScope\(",
    "to_yaml": CODE + _METHOD % "to_yaml",
    ".save(": CODE
    + (
        r"(?:\b(?!saved_model\b)\w*(?i:model|net|network|generator|discriminator|encoder|decoder"
        r"|actor|critic|classifier|gan)\w*\.save\((?!\s*\))|\.save\([^\n]*\.(?:keras|h5|hdf5)\b)"
    ),
}
# What writes a file of weights: files that are only read may be those of others.
WEIGHT_FILES = {
    ".save_weights(": CODE + r"\.save_weights\(",
    "Checkpoint": CODE + r"\b(?<!class )Checkpoint(?:Manager)?\(",
    "save_weights_only": CODE + r"\bsave_weights_only\s*=\s*True\b",
}
_SAVES = re.compile(
    "|".join(
        (
            _CALL % rf"(?P<name>{'|'.join(_FUNCTIONS)})",
            _METHOD % "save" + _PATH,
            _METHOD % "to_json",
            _CALLBACK,
        )
    ).encode()
)
# One of these is in whatever the pattern finds, and most files have none.
_WORDS = re.compile(
    rb"(?:load_model|save_model|clone_model|model_from_json|model_from_config|ModelCheckpoint)\("
    rb"|\.(?:save|to_json)\("
)
# Files whose answers are kept for the next revision of a session.
_KEPT = 8192

# What a class has only to be made again from a config of Keras; `from_config` alone reads others.
_CONFIGS = re.compile(rb"\bdef get_config\(|\bregister_keras_serializable\b")


def saves_models(index: ProjectIndex, path: str) -> bool:
    """Whether the package that a file belongs to, or a file that imports it, saves models whole.

    For a file that lies in no package, the file itself and those of the project that name it.
    """
    absolute = os.path.abspath(path)
    reads("saves", "", absolute)
    return practice(index, absolute)[0]


def writes_configs(index: ProjectIndex, path: str) -> bool:
    """Whether a class of the file's folder has a config of its own, or is registered with Keras."""
    absolute = os.path.abspath(path)
    reads("saves", "", absolute)
    return practice(index, absolute)[1]


def practice(index: ProjectIndex, absolute: str) -> tuple[bool, bool]:
    """The answers to `saves_models` and `writes_configs`, for what records a read of its own."""
    name, is_package, root = index.locator.module_name(absolute)
    top, _, rest = name.partition(".")
    folder = os.path.dirname(absolute)
    # All files of a folder in a package have the same answer.
    in_package = bool(rest) or is_package
    package, place = ((root, top), (folder, "")) if in_package else (("", absolute),) * 2
    if package not in index.saving:
        index.saving[package] = any(
            _saves(index.content(path)) for path in searched(index, absolute)
        )
    if place not in index.configs:
        index.configs[place] = any(
            _has_config(index.content(path))
            for path in searched(index, absolute)
            if os.path.dirname(path) == folder
        )
    return index.saving[package], index.configs[place]


@lru_cache(_KEPT)
def _saves(data: bytes) -> bool:
    """Whether a file with Keras calls what saves or loads models, and no function of its own."""
    if b"keras" not in data or _WORDS.search(data) is None:
        return False
    return any(
        match["name"] is None or b"def %s(" % match["name"] not in data
        for match in _SAVES.finditer(data)
    )


@lru_cache(_KEPT)
def _has_config(data: bytes) -> bool:
    return _CONFIGS.search(data) is not None


def searched(index: ProjectIndex, absolute: str) -> Iterator[str]:
    """The files that are searched for a file of the project, by absolute paths."""
    yield absolute
    name, is_package, root = index.locator.module_name(absolute)
    top, _, rest = name.partition(".")
    yield from index.mentions.unrecorded(("identifiers", "", top))
    if not rest and not is_package:
        return
    package = os.path.join(root, top)
    if package not in index.below:
        index.below[package] = tuple(_modules_below(package))
    yield from index.below[package]


def _modules_below(package: str) -> Iterator[str]:
    for directory, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if file.endswith(".py"):
                yield os.path.join(directory, file)
