"""What layerlint says of published packages, and what its safe fixes do to them."""
