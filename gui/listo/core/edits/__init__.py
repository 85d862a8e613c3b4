"""Changes to a mapping sheet: made, undone, made again, and known apart from what the file says."""
