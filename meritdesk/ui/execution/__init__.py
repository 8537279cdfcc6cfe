"""The execution page: actuals, action plans, feedback and guidance."""
