"""Where the skill of these tests is deployed."""

ARN = "arn:aws:lambda:us-east-1:123456789012:function:strong-stride:live"
PRIVACY = "https://example.com/privacy"
