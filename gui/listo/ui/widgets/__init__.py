"""Parts of the window that no single tab owns."""
