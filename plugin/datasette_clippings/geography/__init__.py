"""Where places lie, and the map that they are drawn on; nothing is asked of any other host."""
