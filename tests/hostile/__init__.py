"""Documents written by attackers: the corpus, and what it is crossed with."""
