"""What the budgets of the design are measured by: scripts to be run by hand, which the site never imports."""
