"""What makes Amazon's SDK start fast and read strictly. Decision 18 says why."""
