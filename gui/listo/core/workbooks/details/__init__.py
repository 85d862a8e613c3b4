"""What each format says of its cells beyond their values."""
