"""`sync` derives the index and the tables from the rule book."""

from __future__ import annotations

import json

from layerlint.dev.__main__ import main


def broken(checkout):
    """Add a rule whose facts break the contract."""
    folder = checkout / "rules" / "training" / "broken-rule"
    folder.mkdir()
    (folder / "rule.toml").write_text('code = "LL190"\n')
    return folder


def test_the_index_has_the_rules_in_the_order_of_their_codes(checkout):
    assert main(["sync"]) == 0
    index = json.loads((checkout / "layerlint" / "_index.json").read_text())
    assert [(rule["code"], rule["family"], rule["name"]) for rule in index] == [
        ("LL107", "training", "training-without-default"),
        ("LL110", "training", "hardcoded-training"),
    ]


def test_the_table_is_written_between_its_markers(checkout):
    main(["sync"])
    text = (checkout / "rules" / "README.md").read_text()
    assert "[LL110 hardcoded-training](training/hardcoded-training/README.md)" in text
    assert text.startswith("# ")
    assert text.count("rules:begin") == text.count("rules:end") == 1


def test_the_text_around_the_table_stays(checkout):
    main(["sync"])
    text = (checkout / "rules" / "README.md").read_text()
    assert text.startswith("# Rules\n\n<!-- rules:begin -->\n| rule ")
    assert text.endswith("|\n<!-- rules:end -->\n\nmore\n")


def test_a_second_run_writes_nothing(checkout, capsys):
    main(["sync"])
    capsys.readouterr()
    assert main(["sync"]) == 0
    assert capsys.readouterr().out == ""


def test_a_broken_rule_stops_it_and_is_named_with_all_its_problems(checkout, capsys):
    broken(checkout)
    assert main(["sync"]) == 2
    error = capsys.readouterr().err
    assert "rules/training/broken-rule: " in error
    assert "`summary` is missing" in error
    assert "`messages` is missing" in error
    assert not (checkout / "layerlint" / "_index.json").exists()


def test_with_keep_going_the_sound_rules_are_written_all_the_same(checkout, capsys):
    broken(checkout)
    assert main(["sync", "--keep-going"]) == 1
    assert "left out rules/training/broken-rule" in capsys.readouterr().err
    assert len(json.loads((checkout / "layerlint" / "_index.json").read_text())) == 2


def test_a_folder_without_facts_is_a_broken_rule(checkout, capsys):
    (checkout / "rules" / "training" / "empty-rule").mkdir()
    assert main(["sync"]) == 2
    assert "rules/training/empty-rule: cannot read rule.toml" in capsys.readouterr().err


def test_two_rules_cannot_have_one_code(checkout, capsys):
    folder = checkout / "rules" / "training" / "other-rule"
    folder.mkdir()
    original = checkout / "rules" / "training" / "hardcoded-training" / "rule.toml"
    (folder / "rule.toml").write_text(original.read_text())
    checks = checkout / "layerlint" / "checks" / "training"
    (checks / "other_rule.py").write_text((checks / "hardcoded_training.py").read_text())
    assert main(["sync"]) == 2
    assert "LL110 is also hardcoded-training" in capsys.readouterr().err


def test_a_readme_without_markers_is_named(checkout, capsys):
    (checkout / "rules" / "README.md").write_text("# Rules\n")
    assert main(["sync"]) == 2
    assert "rules/README.md lacks the lines" in capsys.readouterr().err
