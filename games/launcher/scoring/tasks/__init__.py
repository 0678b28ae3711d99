"""The measures of one rep, for each kind of task."""
