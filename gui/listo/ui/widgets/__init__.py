"""Parts that pages, dialogs and the window are made of."""
