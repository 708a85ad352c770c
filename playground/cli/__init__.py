"""The command line: one file per command. What a command needs is imported only when it runs."""
