"""Archives in several files, asked as one."""
