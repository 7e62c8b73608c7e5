"""What an address selects, and what is found by it."""
