"""Code generation: the files of a package from the IR and its names, not formatted yet."""
