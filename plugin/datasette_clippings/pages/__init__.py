"""What each page of ours shows, gathered from the archive: a module for each page, and no HTML."""
