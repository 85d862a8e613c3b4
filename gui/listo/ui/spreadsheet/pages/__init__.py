"""The pages, one a step, and what stands on them."""
