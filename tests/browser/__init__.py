"""The site as a visitor meets it: a real server, a real browser."""
