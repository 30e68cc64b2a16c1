"""What git is told outside of `.gitignore` files counts here as it counts for git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

FILES = ("a.py", "b.py", "sub/a.py", "sub/c.py")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a user who has told git nothing yet."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    return home


@pytest.fixture
def repository(tmp_path: Path, home: Path) -> Path:
    """A repository with `FILES`, none of them committed."""
    top = tmp_path / "repository"
    git(tmp_path, "init", "-q", str(top))
    for name in FILES:
        (top / name).parent.mkdir(exist_ok=True)
        (top / name).touch()
    return top


def git(where: Path, *arguments: str) -> str:
    named = ["-c", "user.name=a", "-c", "user.email=a@b"]
    finished = subprocess.run(
        ["git", *named, *arguments], cwd=where, capture_output=True, text=True, check=True
    )
    return finished.stdout


@pytest.fixture
def files(run):
    """The files that are checked, after asking git whether it sees the same."""

    def shown(where: Path) -> list[str]:
        found = sorted(run("check", "--show-files", cwd=where).stdout.split())
        listed = git(where, "ls-files", "--others", "--cached", "--exclude-standard")
        assert found == sorted(name for name in listed.split() if name.endswith(".py"))
        return found

    return shown


def test_the_file_of_the_user_is_respected(files, repository: Path, home: Path) -> None:
    (home / "mine").write_text("a.py\n")
    (home / ".gitconfig").write_text('[user]\n\tname = a\n[Core]\n\texcludesFile = "~/mine"\n')
    assert files(repository) == ["b.py", "sub/c.py"]


def test_its_patterns_start_at_the_top_of_the_repository(
    files, repository: Path, home: Path
) -> None:
    (home / "mine").write_text("/a.py\n")
    (home / ".gitconfig").write_text("[core]\n\texcludesfile = ~/mine # which is mine\n")
    assert files(repository) == ["b.py", "sub/a.py", "sub/c.py"]


def test_without_one_it_is_the_ignore_file_in_the_configuration_of_the_user(
    files, repository: Path, home: Path
) -> None:
    (home / ".config" / "git").mkdir(parents=True)
    (home / ".config" / "git" / "ignore").write_text("sub/\n")
    assert files(repository) == ["a.py", "b.py"]


def test_the_repository_may_name_another_one(files, repository: Path, home: Path) -> None:
    (home / "mine").write_text("a.py\n")
    (home / ".gitconfig").write_text("[core]\n\texcludesfile = ~/mine\n")
    (repository / "ours").write_text("b.py\n")
    git(repository, "config", "core.excludesFile", str(repository / "ours"))
    assert files(repository) == ["a.py", "sub/a.py", "sub/c.py"]


def test_a_section_of_another_name_says_nothing(files, repository: Path, home: Path) -> None:
    (home / "mine").write_text("a.py\n")
    (home / ".gitconfig").write_text(
        '[core "x"]\nexcludesfile = ~/mine\n[cores]\nexcludesfile=~/mine\n'
    )
    assert files(repository) == sorted(FILES)


def test_a_gitignore_of_the_repository_stands_above_it(files, repository: Path, home: Path) -> None:
    (home / "mine").write_text("a.py\n")
    (home / ".gitconfig").write_text("[core]\n\texcludesfile = ~/mine\n")
    (repository / ".gitignore").write_text("!/a.py\n")
    assert files(repository) == ["a.py", "b.py", "sub/c.py"]


def test_a_worktree_has_the_exclude_file_of_its_repository(
    files, repository: Path, tmp_path: Path
) -> None:
    git(repository, "add", "b.py")
    git(repository, "commit", "-q", "-m", "b")
    (repository / ".git" / "info" / "exclude").write_text("a.py\n")
    other = tmp_path / "other"
    git(repository, "worktree", "add", "-q", str(other))
    (other / "a.py").touch()
    assert files(other) == ["b.py"]


def test_a_file_that_is_named_but_not_there_says_nothing(
    files, repository: Path, home: Path
) -> None:
    (home / ".gitconfig").write_text("[core]\n\texcludesfile = ~/gone\n")
    assert files(repository) == sorted(FILES)
