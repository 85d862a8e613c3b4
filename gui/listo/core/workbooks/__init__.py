"""Any file of tables that people send, read into text, and a changed copy of it written back."""
