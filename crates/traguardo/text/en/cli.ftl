# (cli)
