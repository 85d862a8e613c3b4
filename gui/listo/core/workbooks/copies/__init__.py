"""Changed copies, one way for each kind of file."""
