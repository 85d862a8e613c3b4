"""What a worker process runs for the window, and the shapes of its answers."""
