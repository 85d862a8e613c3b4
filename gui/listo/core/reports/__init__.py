"""What a check found, as something to hand on: for a terminal, to read and print, or to work with."""
