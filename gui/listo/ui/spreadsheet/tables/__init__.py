"""The tables and lists of the tab with their models and delegates; none holds more than it shows."""
