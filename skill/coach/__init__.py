"""The coach: from a command and the time to a reply, and the athlete as it stands afterwards."""
