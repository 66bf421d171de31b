"""The pages of métiers, salaries and guides."""
