"""A store in Amazon DynamoDB: one item per athlete, on nothing but the standard library."""
