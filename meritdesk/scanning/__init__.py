"""The files of an office scanner: opened page by page in a process apart, so that the codes on them can be read."""
