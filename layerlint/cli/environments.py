"""Which environments the files of a run read installed packages from, as people are told."""

from __future__ import annotations

import os

from layerlint.config.settings import DEFAULT
from layerlint.project.locate import Locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.config.settings import Settings
    from layerlint.files.discovery import File
    from layerlint.project.environment import Environment


def environments(settings: Settings, files: Sequence[File]) -> list[Environment]:
    """Return the environments of the files of one configuration, each once.

    Without a file, the one of the working directory.
    """
    locator = Locator(settings.texts("src"), settings.optional("environment"))
    directories = dict.fromkeys(
        os.path.dirname(file.absolute) for file in files if file.settings is settings
    )
    found = map(locator.environment, directories or [os.getcwd()])
    return list({environment.path: environment for environment in found}.values())


def origin(settings: Settings, environment: Environment) -> str:
    """Say why an environment is the one that is read."""
    said = settings.origins["environment"]
    return f"{DEFAULT}: {environment.origin}" if said == DEFAULT else said
