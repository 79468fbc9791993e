"""Generated files on disk: formatting, writing, the build cache."""
