"""Planning in the window: who has a plan, and each plan laid out as on paper."""
