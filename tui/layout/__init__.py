"""From text to rows and cells: pure functions, tested without an application."""
