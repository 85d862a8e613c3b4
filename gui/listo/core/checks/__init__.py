"""What is wrong with a mapping sheet: one small object per check, and the engine that runs them."""
