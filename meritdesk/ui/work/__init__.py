"""Long work of the window: jobs and their fates, the queue that one can see, the outcome list, the history."""
