"""Completions, asked of the shells themselves."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from layerlint.cli.parser import COMMANDS


@pytest.fixture
def complete(run, tmp_path):
    """What bash offers for the last word of a command line."""

    def offered(*words: str) -> list[str]:
        script = tmp_path.with_name(f"{tmp_path.name}.bash")
        script.write_text(run("completions", "bash").stdout)
        quoted = " ".join(f"'{word}'" for word in words)
        program = (
            f"source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _layerlint;"
            'printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(
            ["bash", "--norc", "-c", program], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.stderr == ""
        return done.stdout.split()

    return offered


def test_commands_and_files_are_offered_first(complete, tmp_path) -> None:
    (tmp_path / "checked.py").touch()
    assert complete("layerlint", "che") == ["check", "checked.py"]
    assert set(COMMANDS) <= set(complete("layerlint", ""))


def test_flags_are_those_of_the_command(complete) -> None:
    assert complete("layerlint", "check", "--fix") == ["--fixable", "--fix", "--fix-only"]
    assert "--fix" in complete("layerlint", "src", "--fi")
    assert complete("layerlint", "rule", "--fix") == []


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("check", "--output-format", "gi"), ["github", "gitlab"]),
        (("check", "--color", ""), ["auto", "always", "never"]),
        (("check", "--select", "rando"), ["randomness"]),
        (("check", "--target-keras", "a"), ["auto"]),
        (("rule", "unguarded-s"), ["unguarded-state-update"]),
        (("config", "per-f"), ["per-file-ignores"]),
        (("baseline", "p"), ["prune"]),
    ],
)
def test_values_are_offered(complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete("layerlint", *words) == offered


def test_what_takes_a_file_is_offered_files(complete, tmp_path) -> None:
    (tmp_path / "base.json").touch()
    assert complete("layerlint", "check", "--baseline", "ba") == ["base.json"]
    assert complete("layerlint", "check", "ba") == ["base.json"]


def test_every_shell_has_its_script(run) -> None:
    assert run("completions", "zsh").stdout.startswith("#compdef layerlint\n")
    fish = run("completions", "fish").stdout
    assert "-l output-format" in fish
    assert "-a baseline -d 'Accept" in fish


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_shell_takes_its_script(run, tmp_path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(run("completions", shell).stdout)
    done = subprocess.run([program, "-n", "script"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_shell_is_refused(run) -> None:
    finished = run("completions", "bsh")
    assert finished.returncode == 2
    assert "did you mean 'bash'?" in finished.stderr


def test_zsh_completes_from_the_first_tab_on(run, tmp_path) -> None:
    zsh = shutil.which("zsh")
    if zsh is None:
        pytest.skip("zsh is not installed")
    (tmp_path / "_layerlint").write_text(run("completions", "zsh").stdout)
    (tmp_path / "setup.zsh").write_text(f"""\
fpath=({tmp_path} $fpath)
autoload -Uz compinit
compinit -u -d {tmp_path}/dump
layerlint() {{ print "RAN $*" }}
setopt no_beep
""")
    script = tmp_path / "type.zsh"
    script.write_text(f"""\
zmodload zsh/zpty
zpty shell {zsh} -f -i
zpty -w shell ". {tmp_path}/setup.zsh"
sleep 2
for typed in $'layerlint gro\\t' $'layerlint check --output-format gitl\\t' \\
    $'layerlint rule unguarded-st\\t'; do
  zpty -w -n shell "$typed"
  sleep 1
  zpty -w -n shell $'\\n'
done
sleep 1
while zpty -r -t shell line; do print -r -- "$line"; done
""")
    done = subprocess.run([zsh, script], capture_output=True, text=True, timeout=60)
    ran = [line.strip() for line in done.stdout.splitlines() if line.startswith("RAN")]
    assert ran == [
        "RAN groups",
        "RAN check --output-format gitlab",
        "RAN rule unguarded-state-update",
    ]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("layerlint pro", "prove"),
        ("layerlint check --output-format gitl", "gitlab"),
        ("layerlint rule unguarded-st", "unguarded-state-update"),
        ("layerlint config selec", "select"),
    ],
)
def test_fish_offers_what_may_follow(run, tmp_path, typed: str, offered: str) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("fish is not installed")
    script = tmp_path / "layerlint.fish"
    script.write_text(run("completions", "fish").stdout)
    asked = f"source {script}; complete -C '{typed}'"
    done = subprocess.run([fish, "--no-config", "-c", asked], capture_output=True, text=True)
    assert done.stderr == ""
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [offered]
