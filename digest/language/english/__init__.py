"""English: what the rooms may read in it, as data with a reason beside each rule that needs one."""
