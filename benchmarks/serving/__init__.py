"""Pages through HTTP, one by one and under load, beside plain Datasette on the same file.

server    Datasette in a process of its own, with the plugin or without any
pages     the addresses that are asked for
requests  one request after another
load      many at once, by wrk
"""
