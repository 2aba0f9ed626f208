"""What goes to the terminal: only what changes the picture."""
