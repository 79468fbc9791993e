"""The IR and its names into the files of a package, not formatted yet."""
