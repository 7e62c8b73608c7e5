"""What is measured, so that it can't get worse unnoticed; see README.md."""
