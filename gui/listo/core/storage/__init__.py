"""The work as it goes, kept on this machine: nothing acknowledged is lost, nothing forgotten remains."""
