"""Starting: whole processes, over bare Python."""
