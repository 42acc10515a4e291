"""What makes Amazon's SDK start fast and read strictly. Docs/decisions 18 says why."""
