"""Other engines, one file each; every file runs in an environment that has only that engine."""
