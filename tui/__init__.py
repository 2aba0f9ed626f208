"""The shell: command line and terminal application. Decides nothing about annotations."""
