"""Questions and messages that need an answer before anything else."""
