"""Turn what was read into something to look at. Adds no fact and drops no speaker."""
