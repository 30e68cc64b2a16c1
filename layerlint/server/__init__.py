"""What editors ask by the Language Server Protocol: a session that stays."""
