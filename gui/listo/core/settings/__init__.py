"""The settings of an integration: compared between VTEX and Amazon, checked while somebody types."""
