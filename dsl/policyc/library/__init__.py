"""Finding documents: beside a file, up the tree, in the library that ships; and their versions.

In come names and paths; out go documents and findings. The only room below the commands that reads
files.
"""
