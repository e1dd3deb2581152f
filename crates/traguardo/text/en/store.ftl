# (store)
