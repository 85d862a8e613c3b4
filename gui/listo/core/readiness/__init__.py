"""What becomes of each SKU: which would go through, which are held up, by what, what one correction frees."""
