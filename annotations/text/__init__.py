"""Chinese text: logical lines over physical ones, units, words. No store, no screen."""
