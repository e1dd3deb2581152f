# (explain)
