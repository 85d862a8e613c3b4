"""Parts that pages and the window are made of, and dialogs that more than one of them asks with."""
