"""What stands around the tabs, and belongs to none of them."""
