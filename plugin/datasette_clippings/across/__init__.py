"""What is asked of sets of articles as wholes: their course over time, what they have in common and what not."""
