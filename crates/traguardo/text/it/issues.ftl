# (issues)
