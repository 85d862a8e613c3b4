"""The pages of the path, one a step, and what stands on them."""
