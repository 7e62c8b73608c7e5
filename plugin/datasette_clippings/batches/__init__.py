"""Lists of names: read as they are pasted, and looked for one by one."""
