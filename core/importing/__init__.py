"""Importing open data: read → validate → compare → apply → report. See `docs/decisions/0013-imports.md`."""
